package io.github.logseqls.graph;

import com.google.common.collect.ImmutableSet;

/** The keys of a {@code config.edn} that mean something here, without the colon; the app has more. */
final class ConfigKeys {

    /** Those that change which files are read and what is read in them; one too many costs a reload, no more. */
    static final ImmutableSet<String> OF_READING = ImmutableSet.of(
            "file/name-format",
            "journal/page-title-format",
            "journal/file-name-format",
            "date-formatter",
            "preferred-format",
            "hidden",
            "pages-directory",
            "journals-directory",
            "whiteboards-directory",
            "macros",
            "property-pages/enabled?",
            "property-pages/excludelist",
            "property/separated-by-commas",
            "ignored-page-references-keywords",
            "block-hidden-properties",
            "feature/enable-journals?");

    /** The others. */
    private static final ImmutableSet<String> OF_WRITING = ImmutableSet.of(
            "preferred-workflow",
            "export/bullet-indentation",
            "default-templates",
            "org-mode/insert-file-link?",
            "editor/logical-outdenting?",
            "feature/enable-timetracking?",
            "logbook/settings",
            "outliner/block-title-collapse-enabled?");

    private ConfigKeys() {}

    static boolean isKnown(String key) {
        return OF_READING.contains(key) || OF_WRITING.contains(key);
    }
}
