package io.github.logseqls.graph;

import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Optional;
import java.util.function.Function;

/**
 * The first line of a block that says something: not its properties, and not the opener of its code.
 *
 * @param text the line without marks; never empty
 * @param code the code that it is part of
 */
public record TellingLine(String text, Optional<Construct> code) {

    private static final int MOST_LINES = 20;
    private static final int LONGEST = 400;

    /**
     * The line; empty where there is none among the first ones of the block.
     *
     * @param blocks finds the blocks that are referred to
     */
    public static Optional<TellingLine> of(BlockAt block, Function<BlockId, Optional<BlockAt>> blocks) {
        Text text = block.outline().text();
        int start = block.outline().start(block.index());
        int end = start + block.block().length();
        int at = start + block.block().contentStart();
        for (int tried = 0; at < end && tried < MOST_LINES; tried++) {
            int number = text.lineOf(at);
            int lineEnd = text.line(number).end();
            Span line = text.trimmed(new Span(at, Math.max(at, lineEnd)));
            Optional<Construct> around = around(block, line.start() - start);
            if (around.filter(TellingLine::isSilent).isPresent()) {
                int behind = start + around.get().span().end();
                at = behind > lineEnd ? behind : nextLine(text, number);
                continue;
            }
            String found = text(block, line, around, blocks);
            if (!found.isEmpty()) {
                return Optional.of(new TellingLine(found, around.filter(TellingLine::isCode)));
            }
            at = nextLine(text, number);
        }
        return Optional.empty();
    }

    private static String text(
            BlockAt block, Span line, Optional<Construct> around, Function<BlockId, Optional<BlockAt>> blocks) {
        Outline outline = block.outline();
        if (around.isEmpty()) {
            boolean isFirst = line.start() <= outline.title(block.index()).end();
            return isFirst ? PlainTitle.of(block, blocks) : PlainTitle.of(block, line, blocks);
        }
        Construct construct = around.get();
        if (isBound(line, outline.inPage(block.index(), construct.span()), construct)) {
            return "";
        }
        return isCode(construct)
                ? Places.shorten(outline.text().slice(line), LONGEST)
                : PlainTitle.of(block, unquoted(outline.text(), line, construct), blocks);
    }

    private static int nextLine(Text text, int line) {
        return line + 1 < text.lineCount() ? text.lineStart(line + 1) : text.length();
    }

    private static Optional<Construct> around(BlockAt block, int inBlock) {
        for (Construct construct : block.block().constructs()) {
            if (construct.span().contains(inBlock)) {
                return Optional.of(construct);
            }
        }
        return Optional.empty();
    }

    private static boolean isSilent(Construct construct) {
        return switch (construct.kind()) {
            case PROPERTIES, DRAWER, DIRECTIVE, FRONT_MATTER, COMMENT, RULE -> true;
            default -> false;
        };
    }

    private static boolean isCode(Construct construct) {
        return switch (construct.kind()) {
            case FENCE, MATH, LATEX, HTML, HICCUP, EXAMPLE -> true;
            case BEGIN -> construct.isVerbatimBegin();
            default -> false;
        };
    }

    /** Whether a line is the first or the last of several, and so holds nothing but a mark. */
    private static boolean isBound(Span line, Span all, Construct construct) {
        boolean marked = switch (construct.kind()) {
            case FENCE, MATH, LATEX, BEGIN -> true;
            default -> false;
        };
        return marked && !line.contains(all) && (line.contains(all.start()) || line.contains(all.end() - 1));
    }

    /** A line without the mark of a quote. */
    private static Span unquoted(Text text, Span line, Construct around) {
        boolean marked = around.kind() == Construct.Kind.QUOTE && !line.isEmpty() && text.charAt(line.start()) == '>';
        return marked ? text.trimmed(new Span(line.start() + 1, line.end())) : line;
    }
}
