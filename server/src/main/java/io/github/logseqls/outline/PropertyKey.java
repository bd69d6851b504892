package io.github.logseqls.outline;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;

/**
 * The key of a property as Logseq compares it: in lower case, with {@code -} for a space and {@code _}, and {@code id} for
 * {@code custom-id} (format.md 2.1).
 */
public record PropertyKey(String name) {

    /** What Logseq takes a value for. */
    public enum Type {
        TEXT,
        BOOLEAN,
        INTEGER
    }

    private static final ImmutableSet<String> LINKABLE = ImmutableSet.of("alias", "aliases", "tags");

    private static final ImmutableSet<String> EDITABLE = ImmutableSet.of(
            "title",
            "icon",
            "template",
            "template-including-parent",
            "public",
            "filters",
            "exclude-from-graph-view",
            "logseq.query/nlp-date",
            "macro",
            "filetags",
            "logseq.color",
            "logseq.table.version",
            "logseq.table.compact",
            "logseq.table.headers",
            "logseq.table.hover",
            "logseq.table.borders",
            "logseq.table.stripes",
            "logseq.table.max-width");

    private static final ImmutableSet<String> HIDDEN = ImmutableSet.of(
            "id",
            "background-color",
            "heading",
            "collapsed",
            "created-at",
            "updated-at",
            "last-modified-at",
            "query-table",
            "query-properties",
            "query-sort-by",
            "query-sort-desc",
            "ls-type",
            "hl-type",
            "hl-page",
            "hl-stamp",
            "hl-color",
            "logseq.macro-name",
            "logseq.macro-arguments",
            "logseq.order-list-type",
            "logseq.tldraw.page",
            "logseq.tldraw.shape",
            "todo",
            "doing",
            "now",
            "later",
            "done",
            "card-last-interval",
            "card-repeats",
            "card-last-reviewed",
            "card-next-schedule",
            "card-ease-factor",
            "card-last-score");

    private static final ImmutableSet<String> BOOLEAN = ImmutableSet.of(
            "template-including-parent",
            "public",
            "exclude-from-graph-view",
            "logseq.query/nlp-date",
            "heading",
            "collapsed",
            "query-table",
            "query-sort-desc");

    private static final ImmutableSet<String> INTEGER = ImmutableSet.of(
            "created-at",
            "updated-at",
            "last-modified-at",
            "hl-page",
            "hl-stamp",
            "todo",
            "doing",
            "now",
            "later",
            "done");

    /** Brackets and quotes, and what ends a name in EDN or begins something else there. */
    private static final String UNFIT = "\"^|(){}[];@~`\\";

    public static PropertyKey of(String written) {
        String name = written.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        return new PropertyKey(name.equals("custom-id") ? "id" : name);
    }

    /**
     * Whether Logseq keeps the value: a key that is no EDN keyword, or has brackets or quotes, loses it.
     */
    public boolean isValid() {
        String key = trimmed();
        for (int at = 0; at < key.length(); at++) {
            if (UNFIT.indexOf(key.charAt(at)) >= 0 || isBlank(key.charAt(at))) {
                return false;
            }
        }
        boolean named = !key.isEmpty() && key.charAt(0) != '#' && key.charAt(0) != ':';
        boolean parted = !key.endsWith(":") && !key.contains("::");
        return named && parted && (key.equals("/") || isNamespaceFit(key, key.indexOf('/')));
    }

    /** Whether the user sees the property and its plain text is split by commas into references to pages. */
    public boolean isLinkable() {
        return LINKABLE.contains(name);
    }

    /** Whether the property is the app's own, and made for the user to write (format.md 2.5). */
    public boolean isEditable() {
        return EDITABLE.contains(name) || isLinkable();
    }

    /** Whether the property is the app's own, and never shown to the user. */
    public boolean isHidden() {
        return HIDDEN.contains(name);
    }

    /** The names of all the app's own properties. */
    public static ImmutableSet<String> builtIn() {
        return ImmutableSet.<String>builder()
                .addAll(LINKABLE)
                .addAll(EDITABLE)
                .addAll(HIDDEN)
                .build();
    }

    /** Whether the property is the app's own: its key refers to no page. */
    public boolean isBuiltIn() {
        return isEditable() || isHidden();
    }

    /** The name of the page that it stands for: behind the slash where there is one, before the first where there are several. */
    public String page() {
        int slash = name.indexOf('/');
        if (slash < 0) {
            return name;
        }
        return name.indexOf('/', slash + 1) < 0 ? name.substring(slash + 1) : name.substring(0, slash);
    }

    public Type type() {
        if (BOOLEAN.contains(name)) {
            return Type.BOOLEAN;
        }
        // Of flashcards Logseq reads whatever is digits.
        boolean digits = INTEGER.contains(name) || isHidden() && name.startsWith("card-");
        return digits ? Type.INTEGER : Type.TEXT;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Whether a name stands behind the first slash, and one that may stand there before it. */
    private static boolean isNamespaceFit(String key, int slash) {
        if (slash < 0) {
            return true;
        }
        String behind = key.substring(slash + 1);
        boolean named = behind.equals("/") || !behind.isEmpty() && behind.indexOf('/') < 0;
        return slash > 0 && key.charAt(slash - 1) != ':' && named && !isDigit(behind.charAt(0));
    }

    /** The key without blanks at its end, which the reader of keywords skips. */
    private String trimmed() {
        int end = name.length();
        while (end > 0 && isBlank(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }

    private static boolean isBlank(char c) {
        return c == ',' || Character.isSpaceChar(c) || c >= '\t' && c <= '\r' || c == '\ufeff';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
