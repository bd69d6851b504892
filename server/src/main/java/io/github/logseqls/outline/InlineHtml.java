package io.github.logseqls.outline;

import java.util.HashMap;
import java.util.Map;

/** Where HTML ends in a stretch: comments and the like, and elements with known tags (format.md 6). */
final class InlineHtml {

    private final Stretch stretch;
    private final String text;
    /** Of each tag in each spelling that is met, which costs one pass each: a known tag of a few letters has not many. */
    private final Map<String, Balance> balances = new HashMap<>();

    InlineHtml(Stretch stretch) {
        this.stretch = stretch;
        this.text = stretch.text();
    }

    /** Behind the HTML that opens at {@code at}, or -1. */
    int end(int at) {
        if (!Chars.hasBytes(text, at, stretch.end(), HtmlTags.LEAST_BYTES)) {
            return -1;
        }
        if (stretch.follows(at, "<?")) {
            return stretch.behind(Until.INSTRUCTION_END, at + 2);
        }
        if (stretch.follows(at, "<!--")) {
            return stretch.behind(Until.COMMENT_END, at + 4);
        }
        if (stretch.follows(at, "<![CDATA[")) {
            return stretch.behind(Until.CDATA_END, at + 9);
        }
        if (stretch.follows(at, "<!")) {
            return stretch.has(at + 2, '>') ? -1 : stretch.behind(Until.DECLARATION_END, at + 2);
        }
        return elementEnd(at);
    }

    private int elementEnd(int at) {
        int nameEnd = at + 1;
        while (nameEnd < stretch.end() && nameEnd - at <= HtmlTags.LONGEST + 1 && !endsTag(text.charAt(nameEnd))) {
            nameEnd++;
        }
        String tag = text.substring(at + 1, nameEnd);
        if (!HtmlTags.isKnown(tag)) {
            return -1;
        }
        int closed = balances.computeIfAbsent(tag, name -> HtmlTags.balance(text, name, stretch.start(), stretch.end()))
                .closerFrom(nameEnd);
        return closed > 0 ? closed : stretch.behind(Until.SELF_CLOSING, nameEnd);
    }

    private static boolean endsTag(char c) {
        return c == '>' || Chars.isSpace(c);
    }
}
