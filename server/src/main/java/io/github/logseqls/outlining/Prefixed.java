package io.github.logseqls.outlining;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Prefixes;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Blocks with something else before their bullets. Of the lines below a bullet Logseq takes as many blanks as stand before it, and
 * two; from a line with less it takes all (format.md 1.3). So what a line holds behind those blanks stays what it is, and lines
 * that are indented as their bullet is, or not at all, stay so.
 */
final class Prefixed {

    /** How wide a bullet is with the blank behind it. */
    private static final int BULLET = 2;

    private final Outline outline;
    private final Text text;
    private final List<Edit> edits = new ArrayList<>();

    private Prefixed(Outline outline) {
        this.outline = outline;
        this.text = outline.text();
    }

    /** The edits that give each block from {@code from} to before {@code to} its prefix, in the page's order. */
    static ImmutableList<Edit> edits(Outline outline, int from, int to, IntFunction<String> prefixes) {
        Prefixed prefixed = new Prefixed(outline);
        for (int block = from; block < to; block++) {
            prefixed.add(block, prefixes.apply(block));
        }
        return ImmutableList.copyOf(prefixed.edits);
    }

    /** The lines of blocks with their prefixes. */
    static String lines(Outline outline, int from, int to, IntFunction<String> prefixes) {
        Span lines = BlockLines.of(outline, from, to);
        List<Edit> edits = edits(outline, from, to, prefixes).stream()
                .map(edit -> new Edit(edit.span().shift(-lines.start()), edit.replacement()))
                .toList();
        return Text.of(outline.text().slice(lines)).withAll(edits).string();
    }

    /**
     * The prefixes of subtrees whose own one is {@code prefix}: what is below them is indented beyond that as it is now.
     *
     * @param step what a level is indented by where that cannot be told
     */
    static IntFunction<String> shifted(Outline outline, int from, String prefix, String step) {
        int level = outline.level(from);
        return block -> {
            int root = block;
            while (outline.level(root) > level) {
                root = outline.parent(root).orElseThrow();
            }
            String now = Prefixes.of(outline, block);
            String rootNow = Prefixes.of(outline, root);
            return now.startsWith(rootNow)
                    ? prefix + now.substring(rootNow.length())
                    : prefix + step.repeat(outline.level(block) - level);
        };
    }

    /** The prefixes of subtrees whose own one is {@code prefix}: a step for each level below. */
    static IntFunction<String> even(Outline outline, int from, String prefix, String step) {
        int level = outline.level(from);
        return block -> prefix + step.repeat(outline.level(block) - level);
    }

    private void add(int block, String after) {
        Span before = Prefixes.before(outline, block);
        boolean isHeading = outline.block(block).kind() == Block.Kind.HEADING;
        if (isHeading && after.isEmpty()) {
            return;
        }
        String old = isHeading ? "" : text.slice(before);
        if (!isHeading && old.equals(after)) {
            return;
        }
        // Only at the top there are headings without a bullet.
        edits.add(new Edit(before, isHeading ? after + "- " : after));
        if (outline.syntax() == Syntax.ORG) {
            return;
        }
        Span lines = BlockLines.of(outline, block, block + 1);
        int last = text.lineOf(lines.end());
        for (int line = text.lineOf(lines.start()) + 1; line <= last; line++) {
            addBelow(text.line(line), old, after);
        }
    }

    private void addBelow(Span line, String old, String after) {
        String now = text.slice(line);
        Edit edit = Edit.between(Text.of(now), below(now, old, after));
        if (!edit.span().isEmpty() || !edit.replacement().isEmpty()) {
            edits.add(new Edit(edit.span().shift(line.start()), edit.replacement()));
        }
    }

    /** A line below a bullet that had one prefix and gets another. */
    static String below(String line, String old, String after) {
        int blanks = 0;
        while (blanks < line.length() && isBlank(line.charAt(blanks))) {
            blanks++;
        }
        if (line.isEmpty()) {
            return line;
        }
        if (line.startsWith(old)) {
            return after + line.substring(old.length());
        }
        if (blanks >= old.length() + BULLET) {
            return after + " ".repeat(BULLET) + line.substring(old.length() + BULLET);
        }
        return blanks >= after.length() + BULLET ? after + " ".repeat(BULLET) + line.substring(blanks) : line;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
