package io.github.logseqls.outline;

import com.google.common.collect.ImmutableSet;

/** Stand-in. */
public final class PropertyKey {

    private static final ImmutableSet<String> LINKABLE = ImmutableSet.of("alias", "aliases", "tags");
    private static final ImmutableSet<String> BUILT_IN = ImmutableSet.copyOf(
            "alias aliases tags title icon template template-including-parent public filters exclude-from-graph-view macro filetags id custom-id background-color background_color heading collapsed created-at updated-at last-modified-at created_at last_modified_at query-table query-properties query-sort-by query-sort-desc ls-type hl-type hl-page hl-stamp hl-color logseq.macro-name logseq.macro-arguments logseq.order-list-type todo doing now later done"
                    .split(" "));
    private static final ImmutableSet<String> TYPED = ImmutableSet.copyOf(
            "template-including-parent public exclude-from-graph-view logseq.query/nlp-date heading collapsed query-table query-sort-desc created-at created_at updated-at last-modified-at last_modified_at hl-page hl-stamp todo doing now later done"
                    .split(" "));

    private PropertyKey() {}

    public static String normal(String written) {
        return Property.normalKey(written);
    }

    public static boolean isValid(String key) {
        return new Property(key, "", new io.github.logseqls.text.Span(0, 0), new io.github.logseqls.text.Span(0, 0))
                .isKept();
    }

    public static boolean isBuiltIn(String key) {
        return BUILT_IN.contains(key);
    }

    public static boolean isUnparsed(String key) {
        return BUILT_IN.contains(key) && !LINKABLE.contains(key) && !TYPED.contains(key);
    }

    public static boolean isLinkable(String key) {
        return LINKABLE.contains(key);
    }
}
