package io.github.logseqls.graph;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What pages are compared by: a title in lower case, without one {@code /} at either end, in Unicode's composed form
 * (format.md 4.1). Two spellings of a title that Logseq takes for one page have equal names.
 */
public final class PageName {

    /** The addresses that a browser gives an origin; Logseq takes no slash of such a title for a namespace. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?|ftp|wss?):[/\\\\]*[^/\\\\?#\\s].*");

    private static final int MOST_PARENTS = 256;

    private final String key;

    private PageName(String key) {
        this.key = key;
    }

    public static PageName of(String title) {
        return new PageName(tidy(title.toLowerCase(Locale.ROOT)));
    }

    /**
     * The titles of the pages above {@code title}, the nearest first: {@code A/B} and {@code A} for {@code A/B/C}. There are
     * none above relative paths, web addresses and titles that hold a page reference, and only the nearest
     * {@value #MOST_PARENTS} are named: each is as long as the title almost, so that all of them would be quadratic.
     */
    public static ImmutableList<String> parents(String title) {
        if (!isNamespaced(title)) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<String> parents = ImmutableList.builder();
        PageName last = of(title);
        int left = MOST_PARENTS;
        for (int slash = title.lastIndexOf('/'); slash >= 0 && left > 0; slash = title.lastIndexOf('/', slash - 1)) {
            left--;
            String parent = title.substring(0, slash).strip();
            PageName name = of(parent);
            if (!name.key.isBlank() && !name.equals(last)) {
                parents.add(withoutBoundarySlashes(parent));
                last = name;
            }
        }
        return parents.build();
    }

    /** A title as file names are made from it: without one {@code /} at either end, in Unicode's composed form. */
    static String tidy(String title) {
        String bare = withoutBoundarySlashes(title);
        return CharMatcher.ascii().matchesAllOf(bare) ? bare : Normalizer.normalize(bare, Normalizer.Form.NFC);
    }

    /** The normal form, as Logseq keeps it. */
    @Override
    public String toString() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PageName name && key.equals(name.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    private static boolean isNamespaced(String title) {
        int nested = title.indexOf("[[");
        return title.contains("/")
                && !title.startsWith("../")
                && !title.startsWith("./")
                && (nested < 0 || title.indexOf("]]", nested) < 0)
                && !ADDRESS.matcher(title).matches();
    }

    static String withoutBoundarySlashes(String title) {
        int start = title.startsWith("/") ? 1 : 0;
        int end = title.length() > start && title.endsWith("/") ? title.length() - 1 : title.length();
        return title.substring(start, end);
    }
}
