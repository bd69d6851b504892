package io.github.logseqls.outline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Where HTML ends in a stretch: comments and the like, and elements with known tags (format.md 6). */
final class InlineHtml {

    /** Logseq looks at so many bytes first, and sees no HTML where fewer are left. */
    private static final int FEWEST_BYTES = 10;

    private final Stretch stretch;
    private final String text;
    /** For each tag, where its openers stand and their balanced closers end. */
    private final Map<String, Map<Integer, Integer>> endsByTag = new HashMap<>();

    InlineHtml(Stretch stretch) {
        this.stretch = stretch;
        this.text = stretch.text();
    }

    /** Behind the HTML that opens at {@code at}, or -1. */
    int end(int at) {
        if (!hasEnoughLeft(at)) {
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

    private boolean hasEnoughLeft(int at) {
        int bytes = 0;
        for (int i = at; i < stretch.end() && bytes < FEWEST_BYTES; i++) {
            char c = text.charAt(i);
            // Each half of a surrogate pair stands for two bytes.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes >= FEWEST_BYTES;
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
        int closed = endsByTag.computeIfAbsent(tag, this::ends).getOrDefault(at, -1);
        return closed > 0 ? closed : stretch.behind(Until.SELF_CLOSING, nameEnd);
    }

    private static boolean endsTag(char c) {
        return c == '>' || Chars.isSpace(c);
    }

    /** The ends of the elements with a tag. An opener counts in another's balance if {@code >} or a space ends its name. */
    private Map<Integer, Integer> ends(String tag) {
        Map<Integer, Integer> ends = new HashMap<>();
        Deque<Integer> closers = new ArrayDeque<>();
        String closer = "</" + tag + ">";
        for (int at = stretch.end() - 1; at >= stretch.start(); at--) {
            if (text.charAt(at) != '<') {
                continue;
            }
            if (at + closer.length() <= stretch.end() && Chars.startsWithIgnoreCase(text, at, closer)) {
                closers.push(at + closer.length());
                continue;
            }
            int nameEnd = at + 1 + tag.length();
            if (text.startsWith(tag, at + 1) && nameEnd < stretch.end() && endsTag(text.charAt(nameEnd))) {
                Integer end = closers.peek();
                if (end != null) {
                    ends.put(at, end);
                }
                if (text.charAt(nameEnd) == '>' || text.charAt(nameEnd) == ' ') {
                    closers.poll();
                }
            }
        }
        return ends;
    }
}
