package io.github.logseqls.feature.structure;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;

/**
 * What of a page can be folded: blocks with all below them, and the code, drawers and other constructs in them.
 *
 * <p>At most one range starts on a line, since editors keep no more: the subtree wins over the block's body, and the body
 * over a construct in it. No range ends in blank lines.
 */
public final class Folding {

    private Folding() {}

    /** The ranges in the order of their lines. Beyond the editor's limit, collapsed and shallow blocks stay. */
    public static ImmutableList<FoldingRange> ranges(Outline outline, ClientAbilities client) {
        ClientAbilities.Folds folds = client.folding();
        List<Fold> all = folds(outline);
        return all.stream()
                .sorted(Comparator.comparingInt(Fold::rank))
                .limit(folds.limit())
                .sorted(Comparator.comparingInt(Fold::startLine))
                .map(fold -> range(outline.text(), fold, folds, client.encoding()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The lines, from 0, of the blocks that the page marks as {@code collapsed::} and that have something to fold. */
    public static ImmutableList<Integer> collapsedLines(Outline outline) {
        return folds(outline).stream()
                .filter(fold -> fold.rank() == Fold.COLLAPSED)
                .map(Fold::startLine)
                .sorted()
                .collect(ImmutableList.toImmutableList());
    }

    /** Something foldable; a smaller rank is kept longer. Lines count from 0, the last one included. */
    private record Fold(int startLine, int endLine, int rank, String kind, String collapsedText) {

        static final int COLLAPSED = 0;
    }

    private static List<Fold> folds(Outline outline) {
        Map<Integer, Fold> byLine = new HashMap<>();
        for (int index = 0; index < outline.size(); index++) {
            Block block = outline.block(index);
            if (block.kind() == Block.Kind.PREAMBLE) {
                // Here the parts come first: page properties and front matter are what people fold.
                addConstructs(outline, index, byLine);
                addPreamble(outline, index, byLine);
            } else {
                addBlock(outline, index, byLine);
                addConstructs(outline, index, byLine);
            }
        }
        return new ArrayList<>(byLine.values());
    }

    private static void addPreamble(Outline outline, int index, Map<Integer, Fold> byLine) {
        Text text = outline.text();
        int end = lastLine(text, outline.span(index));
        int start = 0;
        while (start < end && text.isBlankLine(start)) {
            start++;
        }
        add(byLine, new Fold(start, end, 1, "", lines(end - start)));
    }

    private static void addBlock(Outline outline, int index, Map<Integer, Fold> byLine) {
        Text text = outline.text();
        int titleLine = text.lineOf(outline.title(index).start());
        int bodyEnd = lastLine(text, outline.span(index));
        int rank = outline.block(index).isCollapsed() ? Fold.COLLAPSED : outline.level(index);
        if (!outline.hasChildren(index)) {
            add(byLine, new Fold(titleLine, bodyEnd, rank, "", lines(bodyEnd - titleLine)));
            return;
        }
        int descendants = outline.subtreeEnd(index) - index - 1;
        int end = lastLine(text, outline.subtree(index));
        add(byLine, new Fold(titleLine, end, rank, "", count(descendants, "block")));
        add(byLine, new Fold(titleLine + 1, bodyEnd, rank + 1, "", lines(bodyEnd - titleLine - 1)));
    }

    private static void addConstructs(Outline outline, int index, Map<Integer, Fold> byLine) {
        for (Construct construct : outline.block(index).constructs()) {
            addConstruct(outline, index, construct, byLine);
        }
    }

    private static void addConstruct(Outline outline, int index, Construct construct, Map<Integer, Fold> byLine) {
        Span span = outline.inPage(index, construct.span());
        int start = outline.text().lineOf(span.start());
        int end = lastLine(outline.text(), span);
        int rank = outline.level(index) + 1;
        switch (construct.kind()) {
            case FRONT_MATTER -> add(byLine, new Fold(start, end, rank, FoldingRangeKind.Imports, lines(end - start)));
            case COMMENT -> add(byLine, new Fold(start, end, rank, FoldingRangeKind.Comment, lines(end - start)));
            default -> add(byLine, new Fold(start, end, rank, "", lines(end - start)));
        }
    }

    /** Keeps a fold of two lines or more, unless its first line has one already. */
    private static void add(Map<Integer, Fold> byLine, Fold fold) {
        if (fold.endLine() > fold.startLine()) {
            byLine.putIfAbsent(fold.startLine(), fold);
        }
    }

    /** The last line of a span that is not blank. */
    private static int lastLine(Text text, Span span) {
        int first = text.lineOf(span.start());
        int last = text.lineOf(Math.max(span.start(), span.end() - 1));
        while (last > first && text.isBlankLine(last)) {
            last--;
        }
        return last;
    }

    private static String lines(int count) {
        return count(count, "line");
    }

    private static String count(int count, String noun) {
        return "… " + count + " " + noun + (count == 1 ? "" : "s");
    }

    private static FoldingRange range(Text text, Fold fold, ClientAbilities.Folds folds, Encoding encoding) {
        FoldingRange range = new FoldingRange(fold.startLine(), fold.endLine());
        if (!fold.kind().isEmpty()) {
            range.setKind(fold.kind());
        }
        if (folds.collapsedText()) {
            range.setCollapsedText(fold.collapsedText());
        }
        if (!folds.wholeLines()) {
            range.setStartCharacter(lineLength(text, fold.startLine(), encoding));
            range.setEndCharacter(lineLength(text, fold.endLine(), encoding));
        }
        return range;
    }

    private static int lineLength(Text text, int line, Encoding encoding) {
        return text.position(text.line(line).end(), encoding).column();
    }
}
