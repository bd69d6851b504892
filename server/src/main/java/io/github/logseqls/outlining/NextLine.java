package io.github.logseqls.outlining;

import io.github.logseqls.change.Prefixes;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.outline.Unclosed;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What comes of a line end in a block, as in the app: the text behind it goes to a new block, which is the first one below where
 * there are others that can be seen, else the next one. Properties, dates and drawers stay with the block, and at the end of its
 * first line all that stands below. An empty block that is the last of its siblings goes out instead.
 */
final class NextLine {

    /** What goes on line by line, also at its end. */
    private static final Set<Construct.Kind> LINEWISE = EnumSet.of(
            Construct.Kind.QUOTE,
            Construct.Kind.LIST,
            Construct.Kind.TABLE,
            Construct.Kind.DEFINITIONS,
            Construct.Kind.FOOTNOTE,
            Construct.Kind.EXAMPLE);

    /** What somebody writes at this moment whose closer is missing. */
    private static final Set<Construct.Kind> CLOSED_LATER = EnumSet.of(
            Construct.Kind.FENCE,
            Construct.Kind.BEGIN,
            Construct.Kind.MATH,
            Construct.Kind.LATEX,
            Construct.Kind.DRAWER);

    private static final Pattern PLANNING = Pattern.compile("\\s*(?:SCHEDULED|DEADLINE): .*");

    private final Outline outline;
    private final Text text;
    private final int index;
    private final Block block;
    private final int caret;
    private final String lineEnd;
    private final Span lines;
    private final Span caretLine;
    private final boolean isOnFirstLine;

    /**
     * A line end at a place in a block.
     *
     * @param page without it
     * @param caret where it is written, in UTF-16 offsets
     */
    NextLine(Page page, int index, int caret, String lineEnd) {
        this.outline = page.outline();
        this.text = outline.text();
        this.index = index;
        this.block = outline.block(index);
        this.caret = caret;
        this.lineEnd = lineEnd;
        this.lines = BlockLines.of(outline, index, index + 1);
        this.caretLine = text.line(text.lineOf(caret));
        this.isOnFirstLine = caretLine.start() <= lines.start();
    }

    /** What is written then; empty where the line end stays as it is. */
    Optional<WrittenLine> written() {
        int content = outline.start(index) + block.contentStart();
        boolean isEmpty = outline.title(index).isEmpty();
        int bullet = Prefixes.before(outline, index).end();
        if (isOnFirstLine && (caret <= bullet || block.kind() == Block.Kind.HEADING && caret == content)) {
            return above();
        }
        if (isOnFirstLine && caret <= content && !isEmpty) {
            return emptyBefore();
        }
        if (goesOn()) {
            return Optional.of(onSameBlock());
        }
        boolean isBare = isEmpty && lines.end() <= caretLine.end() && isOnFirstLine && !outline.hasChildren(index);
        OptionalInt parent = outline.parent(index);
        if (isBare && parent.isPresent() && isLastSibling()) {
            return Optional.of(out(parent.getAsInt()));
        }
        return Optional.of(parted());
    }

    /** Before its bullet a block is pushed down as it is. */
    private Optional<WrittenLine> above() {
        if (index == 0) {
            return Optional.empty();
        }
        Span part = new Span(caretLine.start(), caret);
        return Optional.of(new WrittenLine(
                part, lineEnd + text.slice(part), lineEnd.length() + part.length(), OptionalInt.empty()));
    }

    /** At the start of its text an empty block comes before it. */
    private Optional<WrittenLine> emptyBefore() {
        String bullet = Prefixes.bullet(outline.syntax(), prefix());
        String own = text.slice(new Span(caretLine.start(), outline.start(index) + block.contentStart()));
        String after = bullet + lineEnd + own;
        return Optional.of(new WrittenLine(
                new Span(caretLine.start(), outline.start(index) + block.contentStart()),
                after,
                after.length(),
                OptionalInt.of(index)));
    }

    private boolean goesOn() {
        int start = outline.start(index);
        for (Construct construct : block.constructs()) {
            Span span = construct.span().shift(start);
            boolean isInside = span.start() < caret && caret < span.end();
            boolean touches = span.start() <= caret && caret <= span.end();
            boolean isProperties = construct.kind() == Construct.Kind.PROPERTIES && outline.syntax() == Syntax.MARKDOWN;
            if (isInside || touches && (isProperties || LINEWISE.contains(construct.kind()))) {
                return true;
            }
        }
        for (Unclosed opener : block.unclosed()) {
            if (CLOSED_LATER.contains(opener.kind()) && start + opener.start() < caret) {
                return true;
            }
        }
        return false;
    }

    private WrittenLine onSameBlock() {
        String after = lineEnd + (isOnFirstLine ? Prefixes.body(outline.syntax(), prefix()) : blanks());
        return new WrittenLine(new Span(caret, caret), after, after.length(), OptionalInt.empty());
    }

    private String blanks() {
        String line = text.slice(caretLine);
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private boolean isLastSibling() {
        int next = outline.subtreeEnd(index);
        return next == outline.size() || outline.level(next) < outline.level(index);
    }

    private WrittenLine out(int parent) {
        String bullet = Prefixes.bullet(outline.syntax(), Prefixes.of(outline, parent));
        return new WrittenLine(caretLine, bullet, bullet.length(), OptionalInt.empty());
    }

    private WrittenLine parted() {
        boolean isAtEnd =
                isOnFirstLine && text.slice(new Span(caret, caretLine.end())).isBlank();
        boolean isOnBlank = !isOnFirstLine && text.slice(caretLine).isBlank();
        String head = text.slice(new Span(
                caretLine.start() <= lines.start() ? caretLine.start() : lines.start(),
                isOnBlank ? text.line(text.lineOf(caret) - 1).end() : caret));
        List<String> kept = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        int last = text.lineOf(Math.max(lines.end(), caretLine.end()));
        for (int line = text.lineOf(caret) + 1; line <= last; line++) {
            (isAtEnd || stays(line) ? kept : gone).add(text.slice(text.line(line)));
        }
        boolean hasVisible = outline.hasChildren(index) && !block.isCollapsed();
        int end = Math.max(lines.end(), caretLine.end());
        int behind = hasVisible || !outline.hasChildren(index) ? index + 1 : outline.subtreeEnd(index);
        String hidden = behind == index + 1
                ? ""
                : text.slice(new Span(end, BlockLines.of(outline, index, behind).end()));
        String prefix = hasVisible ? Prefixes.of(outline, index + 1) : prefix();
        StringBuilder after = new StringBuilder(head);
        kept.forEach(line -> after.append(lineEnd).append(line));
        after.append(hidden).append(lineEnd).append(Prefixes.bullet(outline.syntax(), prefix));
        int fresh = after.length();
        after.append(text.slice(new Span(caret, caretLine.end())).stripLeading());
        gone.forEach(line -> after.append(lineEnd).append(below(line, prefix)));
        Span part = new Span(Math.min(caretLine.start(), lines.start()), end + hidden.length());
        return new WrittenLine(part, after.toString(), fresh, OptionalInt.of(behind));
    }

    private String below(String line, String prefix) {
        return outline.syntax() == Syntax.ORG ? line : Prefixed.below(line, prefix(), prefix);
    }

    /** Whether a line below the caret belongs to the block whatever its text is. */
    private boolean stays(int line) {
        int start = outline.start(index);
        Span span = text.line(line);
        if (PLANNING.matcher(text.slice(span)).matches()) {
            return true;
        }
        return block.constructs().stream()
                .filter(construct ->
                        construct.kind() == Construct.Kind.PROPERTIES || construct.kind() == Construct.Kind.DRAWER)
                .map(construct -> construct.span().shift(start))
                .anyMatch(found -> found.start() <= span.end() && span.start() < found.end());
    }

    private String prefix() {
        return block.kind() == Block.Kind.HEADING ? "" : Prefixes.of(outline, index);
    }
}
