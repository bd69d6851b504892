package io.github.logseqls.graph;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.github.logseqls.text.PercentCodes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the address of a link to a file in the way in which it was written before the file, or the page, moved. */
public final class LinkAddress {

    private static final String FILE = "file:";
    private static final Pattern FROM_ROOT = Pattern.compile("[./]*(?=(?:assets|draws)/)");
    /** What ends an address, or means something else in it. */
    private static final CharMatcher UNFIT =
            CharMatcher.anyOf(" \t()<>[]\"\\#?%|").precomputed();

    private static final CharMatcher NOT_ASCII = CharMatcher.ascii().negate();
    private static final Pattern OTHER_CODE = Pattern.compile("%[89a-fA-F][0-9a-fA-F]");

    private LinkAddress() {}

    /**
     * The address of {@code file} in the page at {@code from}.
     *
     * @param before the address that it had, which says how it is to be written
     */
    public static String of(PagePath from, PagePath file, String before) {
        String scheme = before.startsWith(FILE) ? FILE : "";
        String local = before.substring(scheme.length());
        int search = local.indexOf("::");
        String written = search < 0 ? local : local.substring(0, search);
        String path = LinkPath.withoutFragment(written);
        String behind = local.substring(path.length());
        String named = scheme + inSameFolder(file, path) + behind;
        if (LinkPath.of(from, named).filter(file::equals).isPresent()) {
            return named;
        }
        Matcher fromRoot = FROM_ROOT.matcher(path);
        boolean staysInRoot =
                fromRoot.lookingAt() && FROM_ROOT.matcher(file.path()).lookingAt();
        String bare = staysInRoot ? fromRoot.group() + file.path() : relative(from, file);
        String dots = !staysInRoot && path.startsWith("./") && !bare.startsWith("../") ? "./" : "";
        return scheme + dots + encoded(bare, path) + behind;
    }

    /** The folder as it was written, and another name. */
    private static String inSameFolder(PagePath file, String before) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return before.substring(0, before.lastIndexOf('/') + 1) + encoded(name, before);
    }

    /** From the folder of a page. */
    private static String relative(PagePath from, PagePath file) {
        List<String> start = folders(from);
        List<String> end = folders(file);
        int same = 0;
        while (same < Math.min(start.size(), end.size()) && start.get(same).equals(end.get(same))) {
            same++;
        }
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        StringBuilder path = new StringBuilder("../".repeat(start.size() - same));
        end.subList(same, end.size()).forEach(folder -> path.append(folder).append('/'));
        return path.append(name).toString();
    }

    private static List<String> folders(PagePath path) {
        int slash = path.path().lastIndexOf('/');
        return slash < 0 ? List.of() : Splitter.on('/').splitToList(path.path().substring(0, slash));
    }

    private static String encoded(String bare, String spelt) {
        CharMatcher codes = OTHER_CODE.matcher(spelt).find() ? UNFIT.or(NOT_ASCII) : UNFIT;
        StringBuilder address = new StringBuilder(bare.length());
        bare.codePoints().forEach(c -> {
            String one = Character.toString(c);
            // Some write blanks and brackets as they are.
            boolean isBare = codes.matchesNoneOf(one) || spelt.contains(one) && "%#?".indexOf(c) < 0;
            address.append(isBare ? one : PercentCodes.encoded(one));
        });
        return address.toString();
    }
}
