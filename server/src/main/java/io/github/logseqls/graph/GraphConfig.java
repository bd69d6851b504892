package io.github.logseqls.graph;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import io.github.logseqls.outline.Syntax;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one graph that change how its pages are read or what an editor offers (format.md 7), as they stand in its
 * {@code logseq/config.edn}. A key that is absent, or whose value is of a wrong type, has the app's default.
 */
public final class GraphConfig {

    /** What a configuration file without keys means. */
    public static final GraphConfig DEFAULT = new GraphConfig(new Settings(ImmutableMap.of()), CheckSettings.NONE);

    /** What the app writes for a new graph; also holds for a file outside any graph. */
    public static final GraphConfig NEW_GRAPH = DEFAULT.with("file/name-format", new Keyword("triple-lowbar"));

    /** How the app begins its tasks. */
    public enum Workflow {
        /** LATER, NOW, DONE. */
        NOW_LATER,
        /** TODO, DOING, DONE. */
        TODO_DOING
    }

    private final Settings settings;
    private final CheckSettings checks;
    private final GraphFolders folders;
    private final FileNameFormat fileNameFormat;
    private final JournalFormats journals;

    private GraphConfig(Settings settings, CheckSettings checks) {
        this.settings = settings;
        this.checks = checks;
        this.folders = GraphFolders.of(settings);
        this.fileNameFormat = settings.word("file/name-format")
                .filter("triple-lowbar"::equals)
                .map(name -> FileNameFormat.TRIPLE_LOWBAR)
                .orElse(FileNameFormat.LEGACY);
        this.journals = JournalFormats.of(settings.text("journal/page-title-format")
                .or(() -> settings.text("date-formatter"))
                .orElse(JournalFormats.DEFAULT));
    }

    /**
     * The configuration that a file's keys and values make. Keys are without the colon; a keyword as a value is a
     * {@link Keyword}.
     */
    public static GraphConfig of(Map<String, ?> values) {
        return new GraphConfig(new Settings(ImmutableMap.copyOf(values)), CheckSettings.NONE);
    }

    /** This configuration with another value for one key. */
    public GraphConfig with(String key, Object value) {
        return new GraphConfig(settings.with(key, value), checks);
    }

    /** This configuration with other settings for what is said of findings. */
    public GraphConfig with(CheckSettings other) {
        return new GraphConfig(settings, other);
    }

    /** What of the findings in the graph is said: its {@code logseq/logseq-ls.json}, which the app passes over. */
    public CheckSettings checks() {
        return checks;
    }

    /** The settings that the graph makes and that mean something here, by their keys without the colon, in order. */
    public ImmutableSortedMap<String, Object> inForce() {
        return ImmutableSortedMap.copyOf(Maps.filterKeys(settings.values(), ConfigKeys::isKnown));
    }

    /** Whether files are read by {@code other} as by this: the same files, with the same facts. */
    public boolean readsAlike(GraphConfig other) {
        return settings.only(ConfigKeys.OF_READING).equals(other.settings.only(ConfigKeys.OF_READING));
    }

    /** Where the files of the graph lie. */
    public GraphFolders folders() {
        return folders;
    }

    public FileNameFormat fileNameFormat() {
        return fileNameFormat;
    }

    public JournalFormats journals() {
        return journals;
    }

    /** The name that the app gives the file of a new journal, without folder and extension. */
    public String journalFileBody(LocalDate date) {
        return settings.text("journal/file-name-format")
                .flatMap(DateFormat::of)
                .map(format -> format.render(date))
                .orElseGet(() -> DateFormat.of("yyyy_MM_dd").orElseThrow().render(date));
    }

    /** In what new pages are written. */
    public Syntax preferredSyntax() {
        return settings.word("preferred-format").filter("org"::equals).isPresent() ? Syntax.ORG : Syntax.MARKDOWN;
    }

    public Workflow preferredWorkflow() {
        return settings.word("preferred-workflow").filter("todo"::equals).isPresent()
                ? Workflow.TODO_DOING
                : Workflow.NOW_LATER;
    }

    /** The texts that macros stand for, by the names of the macros. */
    public ImmutableMap<String, String> macros() {
        return settings.textsByName("macros");
    }

    /** Whether the key of a property, in normal form, refers to a page; the built-in ones never do. */
    public boolean isPropertyPage(String key) {
        return settings.flag("property-pages/enabled?", true)
                && !settings.names("property-pages/excludelist").contains(key);
    }

    /** The properties besides the built-in ones whose plain text is split by commas into references to pages. */
    public ImmutableSet<String> separatedByCommas() {
        return settings.keywords("property/separated-by-commas");
    }

    /**
     * The properties whose values are mere text. The app documents keywords here and compares texts, so that a keyword does
     * nothing (format.md 2.4).
     */
    public ImmutableSet<String> ignoredPageReferences() {
        return ImmutableSet.copyOf(settings.texts("ignored-page-references-keywords"));
    }

    /** The properties besides the built-in ones that the app does not show on blocks. */
    public ImmutableSet<String> hiddenBlockProperties() {
        return settings.keywords("block-hidden-properties");
    }

    /** What one level of indentation is written as. */
    public String bulletIndentation() {
        return switch (settings.word("export/bullet-indentation").orElse("tab")) {
            case "two-spaces" -> " ".repeat(2);
            case "four-spaces" -> " ".repeat(4);
            case "eight-spaces" -> " ".repeat(8);
            default -> "\t";
        };
    }

    /** The names of the pages that the settings single out: what the app opens with, and what its sidebar shows. */
    public ImmutableSet<String> singledOut() {
        return ImmutableSet.<String>builder()
                .addAll(settings.texts("favorites"))
                .addAll(settings.textsByName("default-home").values())
                .build();
    }

    /** The name of the template that new journals begin with. */
    public Optional<String> journalTemplate() {
        return Optional.ofNullable(settings.textsByName("default-templates").get("journals"))
                .filter(name -> !name.isBlank());
    }

    /** Whether the app notes in the logbook of a task when work on it begins and ends. */
    public boolean isTimeTracked() {
        return settings.flag("feature/enable-timetracking?", true);
    }

    /** Whether it does so to the second. */
    public boolean isTimeTrackedInSeconds() {
        return settings.flagIn("logbook/settings", "with-second-support?", true);
    }

    /** Whether references to pages are written as links to files in Org pages. */
    public boolean isOrgFileLinkInserted() {
        return settings.flag("org-mode/insert-file-link?", false);
    }

    /** Whether a block whose text has several lines can be folded. */
    public boolean isTitleCollapseEnabled() {
        return settings.flag("outliner/block-title-collapse-enabled?", false);
    }

    /** Whether the siblings behind a block stay below their parent when it goes out from there, which the app does not by itself. */
    public boolean isOutdentingLogical() {
        return settings.flag("editor/logical-outdenting?", false);
    }

    public boolean areJournalsEnabled() {
        return settings.flag("feature/enable-journals?", true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GraphConfig config && settings.equals(config.settings) && checks.equals(config.checks);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    @Override
    public String toString() {
        return settings.values().toString();
    }
}
