package io.github.logseqls.outline;

import java.util.Locale;
import java.util.Set;

/** The HTML elements that Logseq knows by their names; others are mere text to it. */
final class HtmlTags {

    /** The length of the longest name. */
    static final int LONGEST = 10;

    /** What Logseq looks at before it takes anything for HTML: less text than that behind a {@code <} is none. */
    static final int LEAST_BYTES = 10;

    private static final Set<String> KNOWN = Set.of(
            ("a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col"
                            + " colgroup data datalist dd del details dfn div dl dt em embed fieldset figcaption figure"
                            + " footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd keygen label"
                            + " legend li link main map mark meta meter nav noscript object ol optgroup option output p"
                            + " param pre progress q rb rp rt rtc ruby s samp script section select small source span"
                            + " strong style sub summary sup table tbody td template textarea tfoot th thead time title tr"
                            + " track u ul var video wbr")
                    .split(" "));

    private HtmlTags() {}

    static boolean isKnown(String name) {
        return name.length() <= LONGEST && KNOWN.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The opening and closing tags with a name between two places. Opening ones count in the case in which the name was written
     * and before {@code >} or a space, closing ones in any case.
     */
    static Balance balance(String text, String name, int from, int to) {
        Balance balance = new Balance();
        String closer = "</" + name + ">";
        for (int at = text.indexOf('<', from); at >= 0 && at < to; at = text.indexOf('<', at + 1)) {
            int behind = at + 1 + name.length();
            if (at + closer.length() <= to && Chars.startsWithIgnoreCase(text, at, closer)) {
                balance.addCloser(at, at + closer.length());
            } else if (behind < to
                    && text.startsWith(name, at + 1)
                    && (text.charAt(behind) == '>' || text.charAt(behind) == ' ')) {
                balance.addOpener(at);
            }
        }
        return balance;
    }
}
