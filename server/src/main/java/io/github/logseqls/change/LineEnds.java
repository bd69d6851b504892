package io.github.logseqls.change;

import io.github.logseqls.text.Text;

/** How the lines of a page end. */
public final class LineEnds {

    private LineEnds() {}

    /** As the first line does; that of a single line is LF. */
    public static String of(Text text) {
        int first = text.line(0).end();
        return first + 1 < text.length() && text.charAt(first) == '\r' && text.charAt(first + 1) == '\n'
                ? "\r\n"
                : "\n";
    }
}
