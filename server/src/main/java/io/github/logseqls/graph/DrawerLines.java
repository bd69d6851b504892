package io.github.logseqls.graph;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Rewrites the {@code :PROPERTIES:} drawer of a Markdown block to {@code key:: value} lines, as Logseq does with what it
 * keeps of one (format.md 2.2). Only a drawer in capitals, with nothing else on its first and last line, is rewritten.
 */
final class DrawerLines {

    private static final String START = ":PROPERTIES:";
    private static final String END = ":END:";
    private static final Pattern CLOSED = Pattern.compile(":END:[\t\r ]*\n|:END:\\s*$");

    private DrawerLines() {}

    static String asPropertyLines(String content) {
        if (!content.contains(START) || !CLOSED.matcher(content).find()) {
            return content;
        }
        List<String> lines = BlockContent.lines(content);
        int start = lines.indexOf(START);
        int end = lines.indexOf(END);
        if (start < 0 || end <= start) {
            return content;
        }
        for (int at = start + 1; at < end; at++) {
            lines.set(at, asPropertyLine(lines.get(at)));
        }
        lines.remove(end);
        lines.remove(start);
        return String.join("\n", lines);
    }

    private static String asPropertyLine(String line) {
        int colon = line.indexOf(':', 1);
        if (colon < 0) {
            return line;
        }
        String written = line.substring(1, colon).replace('_', '-');
        String key = switch (written.toLowerCase(Locale.ROOT)) {
            case "id", "custom-id" -> "id";
            case "last-modified-at" -> "updated-at";
            default -> written;
        };
        return key + ":: " + Whitespace.ANY.trimFrom(line.substring(colon + 1));
    }
}
