package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Construct.Kind;

/**
 * Finds the blocks of an Org page: headlines, and the property drawers that name them. The running text of Org pages is
 * not read yet, so they define ids but refer to none.
 */
final class OrgScanner {

    private final String text;
    private final Closers closers;
    private final BlockCollector blocks = new BlockCollector();

    OrgScanner(String text) {
        this.text = text;
        this.closers = new Closers(text);
    }

    ImmutableList<Block> scan() {
        if (text.isBlank()) {
            return ImmutableList.of();
        }
        int at = 0;
        while (at < text.length()) {
            int stars = Chars.skip(text, at, '*');
            boolean headline = stars > at && Chars.isTerminator(text, stars);
            if (headline) {
                blocks.start(Block.Kind.BULLET, at, stars - at, Math.min(stars + 1, Chars.lineEnd(text, stars)));
            }
            at = Chars.skipLineEnd(text, element(headline ? stars : at));
        }
        return blocks.finish(text.length());
    }

    /** Reads a line, or what stands behind the stars of a headline, and returns where it or its construct ends. */
    private int element(int at) {
        int first = Chars.skipSpaces(text, at);
        int lineEnd = Chars.lineEnd(text, first);
        if (isDrawer(first, lineEnd)) {
            int end = closers.drawer(lineEnd);
            if (end > 0) {
                blocks.add(PropertyLines.drawer(text, first, end));
                return end;
            }
        }
        return Chars.startsWithIgnoreCase(text, first, "#+begin_") ? begin(first, lineEnd) : lineEnd;
    }

    private boolean isDrawer(int first, int lineEnd) {
        return text.substring(first, Chars.trimEnd(text, first, lineEnd)).equalsIgnoreCase(":PROPERTIES:");
    }

    private int begin(int first, int lineEnd) {
        int nameEnd = first + "#+begin_".length();
        while (nameEnd < lineEnd && !Chars.isSpace(text.charAt(nameEnd))) {
            nameEnd++;
        }
        int end = closers.line("#+end_" + text.substring(first + "#+begin_".length(), nameEnd), lineEnd);
        if (end < 0) {
            return lineEnd;
        }
        blocks.add(new ConstructAt(Kind.BEGIN, first, end));
        return end;
    }
}
