package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Finds the blocks of a page in one pass: where bullets, headings and headlines stand, and which constructs swallow the
 * lines between them.
 *
 * <p>The rules are those of Logseq's parser (format.md 1 and 6). It reads element after element and does not care for
 * line starts: behind the closer of a construct a new element begins, a bullet too, even in mid-line.
 */
final class PageScanner {

    private static final Set<String> MARKERS = Set.of(
            "TODO",
            "DOING",
            "WAITING",
            "WAIT",
            "DONE",
            "CANCELED",
            "CANCELLED",
            "STARTED",
            "IN-PROGRESS",
            "NOW",
            "LATER");

    private final Syntax syntax;
    private final String text;
    private final Constructs constructs;
    private final BlockCollector blocks;
    private final IntPredicate isKnownStart;
    /** Where a block began that is known already, or else the end of the text. */
    private int stoppedAt;

    private PageScanner(Syntax syntax, String text, IntPredicate isKnownStart) {
        this.syntax = syntax;
        this.text = text;
        this.isKnownStart = isKnownStart;
        this.blocks = new BlockCollector();
        this.constructs = new Constructs(syntax, text, blocks::add);
        this.stoppedAt = text.length();
    }

    /** Finds the blocks of a whole page. */
    static ImmutableList<Block> scan(Syntax syntax, String text) {
        if (text.isBlank()) {
            return ImmutableList.of();
        }
        PageScanner scanner = new PageScanner(syntax, text, at -> false);
        return scanner.scan(scanner.frontMatter()).blocks();
    }

    /**
     * Finds the blocks of a part of a page, up to the first one that begins where {@code isKnownStart}. What comes then
     * depends on nothing before it.
     *
     * @param text the part, which begins with a block
     * @param isTop whether it is the page's first one
     * @param isKnownStart asked with offsets in the part
     */
    static Scanned scan(Syntax syntax, String text, boolean isTop, IntPredicate isKnownStart) {
        PageScanner scanner = new PageScanner(syntax, text, isKnownStart);
        return scanner.scan(isTop ? scanner.frontMatter() : 0);
    }

    /**
     * A part of a page that was scanned.
     *
     * @param end where it ends: at the start of a known block, or at the end of the text
     */
    record Scanned(ImmutableList<Block> blocks, int end) {}

    private Scanned scan(int from) {
        int at = from;
        while (at < stoppedAt) {
            at = Chars.isLineEnd(text.charAt(at)) ? at + 1 : element(at);
        }
        return new Scanned(blocks.finish(stoppedAt), stoppedAt);
    }

    private int frontMatter() {
        boolean opens = text.startsWith("---") && Chars.skipNewline(text, 3) > 3;
        int close = opens ? text.indexOf("---", 3) : -1;
        if (close < 0) {
            if (opens) {
                blocks.add(new Unclosed(Construct.Kind.FRONT_MATTER, 0, "---"));
            }
            return 0;
        }
        blocks.add(new Construct(Construct.Kind.FRONT_MATTER, new Span(0, close + 3), "", close + 3));
        return close + 3;
    }

    /** Reads the element at {@code at} and returns where the next one may begin. */
    private int element(int at) {
        int first = Chars.skipSpaces(text, at);
        if (first == text.length() || Chars.isLineEnd(text.charAt(first))) {
            return first;
        }
        return syntax == Syntax.MARKDOWN ? markdownElement(at, first) : orgElement(at, first);
    }

    private int orgElement(int at, int first) {
        int stars = Bullets.end(syntax, text, at);
        if (stars > at) {
            if (isKnownStart.test(at)) {
                stoppedAt = at;
                return at;
            }
            blocks.start(Block.Kind.BULLET, at, stars - at, afterOneSpace(stars));
            return title(stars);
        }
        return bodyElement(at, first);
    }

    private int markdownElement(int at, int first) {
        int bullet = Bullets.end(syntax, text, first);
        boolean heading = Bullets.isHeading(text, first);
        if ((heading || bullet > first) && isKnownStart.test(at)) {
            stoppedAt = at;
            return at;
        }
        if (heading) {
            blocks.start(Block.Kind.HEADING, at, first - at + 1, first);
            return title(Chars.skip(text, first, '#'));
        }
        if (bullet > first) {
            blocks.start(Block.Kind.BULLET, at, first - at + 1, afterOneSpace(bullet));
            return title(Bullets.afterHashes(text, bullet));
        }
        return bodyElement(at, first);
    }

    private int bodyElement(int at, int first) {
        Optional<ConstructAt> construct = constructs.inBody(at, first);
        construct.ifPresent(blocks::add);
        return construct.isPresent() ? construct.get().next() : constructs.lineEnd(first);
    }

    /** Reads the rest of a bullet's or heading's line, from behind its bullet or {@code #}. */
    private int title(int from) {
        int markerEnd = afterMarker(from);
        int at = afterPriority(markerEnd);
        int first = Chars.skipSpaces(text, at);
        blocks.title(first, taskMarks(from, markerEnd, at));
        if (first == at || first == text.length() || Chars.isLineEnd(text.charAt(first))) {
            return first;
        }
        Optional<ConstructAt> construct = constructs.inTitle(first);
        construct.ifPresent(blocks::add);
        return construct.isPresent() ? construct.get().next() : constructs.lineEnd(first);
    }

    private TaskMarks taskMarks(int from, int markerEnd, int priorityEnd) {
        if (from == priorityEnd) {
            return TaskMarks.NONE;
        }
        String marker = text.substring(from, markerEnd).strip();
        return new TaskMarks(marker, priorityEnd == markerEnd ? "" : text.substring(priorityEnd - 2, priorityEnd - 1));
    }

    private int afterOneSpace(int at) {
        return at < text.length() && Chars.isSpace(text.charAt(at)) ? at + 1 : at;
    }

    private int afterMarker(int at) {
        int start = Chars.skipSpaces(text, at);
        int end = start;
        while (end < text.length() && (isUpperCase(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        boolean ends = end == text.length() || text.charAt(end) == ' ';
        return start > at && ends && MARKERS.contains(text.substring(start, end)) ? end : at;
    }

    private int afterPriority(int at) {
        int start = Chars.skipSpaces(text, at);
        boolean priority = start > at
                && text.startsWith("[#", start)
                && start + 3 < text.length()
                && text.charAt(start + 2) < 0x80
                && text.charAt(start + 3) == ']';
        return priority ? start + 4 : at;
    }

    private static boolean isUpperCase(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
