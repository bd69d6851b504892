package io.github.logseqls.outlining;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.change.Prefixes;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The ids in what is pasted: they stay what they are, but for those that a block has by now.
 *
 * @param base the page without what is selected
 */
record PastedIds(Snapshot snapshot, Page page, Outline base, Span selection, FreshIds ids) {

    /** A text with the ids that it gets. */
    String fresh(String text) {
        Outline read = read(text);
        boolean beginsBlock = read.size() > 0 && read.block(0).kind() != Block.Kind.PREAMBLE;
        // What is selected from the middle of a block on goes into one.
        String lead = beginsBlock ? "" : Prefixes.bullet(read.syntax(), "");
        return Text.of(lead + text).withAll(renamed(read(lead + text))).string().substring(lead.length());
    }

    /**
     * What is pasted may be read as an id only where it stands, as half a drawer is above the other half: then it gets another one
     * if a block has it.
     *
     * @param edits of the page, in its order
     */
    ImmutableList<Edit> once(ImmutableList<Edit> edits) {
        Outline now = page.outline();
        for (Edit edit : edits.reverse()) {
            now = now.with(edit);
        }
        List<Edit> twice = twice(edits, now);
        return twice.isEmpty()
                ? edits
                : ImmutableList.of(Edit.between(
                        page.outline().text(), now.text().withAll(twice).string()));
    }

    private Outline read(String text) {
        return Outline.parse(Text.of(text), page.outline().syntax());
    }

    private List<Edit> renamed(Outline read) {
        Page own = new Page(page.path(), read, page.config());
        Set<BlockId> seen = new HashSet<>();
        return Written.in(read)
                .filter(written -> !seen.add(written.id()) || isElsewhere(written.id()))
                .map(written -> new Edit(
                        written.value(),
                        ids.of(new BlockAt(own, written.index())).toString()))
                .toList();
    }

    private List<Edit> twice(List<Edit> edits, Outline now) {
        List<Span> made = made(edits);
        return Written.in(now)
                .filter(written -> now.blocks(written.id()).size() > 1 || isInOthers(written.id()))
                .filter(written -> isIn(made, written.line()))
                .map(written -> new Edit(
                        written.value(), ids.of("twice " + written.index()).toString()))
                .toList();
    }

    /** The id of a block where it is written, in the page. */
    private record Written(int index, BlockId id, Span line, Span value) {

        static Stream<Written> in(Outline outline) {
            return IntStream.range(0, outline.size())
                    .boxed()
                    .flatMap(index -> outline.block(index).id().stream().flatMap(id -> in(outline, index, id)));
        }

        private static Stream<Written> in(Outline outline, int index, BlockId id) {
            return outline.block(index).property("id").stream()
                    .map(property -> new Written(
                            index,
                            id,
                            outline.inPage(index, property.span()),
                            outline.inPage(index, property.valueSpan())));
        }
    }

    /** Where what edits write stands afterwards. */
    private static List<Span> made(List<Edit> edits) {
        List<Span> made = new ArrayList<>();
        int longer = 0;
        for (Edit edit : edits) {
            int start = edit.span().start() + longer;
            made.add(new Span(start, start + edit.replacement().length()));
            longer += edit.growth();
        }
        return made;
    }

    private static boolean isIn(List<Span> made, Span id) {
        return made.stream().anyMatch(span -> span.start() < id.end() && id.start() < span.end());
    }

    private boolean isElsewhere(BlockId id) {
        return isInOthers(id) || !base.blocks(id).isEmpty() || isLeftOver(id);
    }

    private boolean isInOthers(BlockId id) {
        List<PagePath> others = new ArrayList<>(snapshot.graph().links().definers(id));
        others.remove(page.path());
        return !others.isEmpty() || !snapshot.graph().links().dataDefiners(id).isEmpty();
    }

    /** Whether the line of an id stays which, without what is selected, is none as long as nothing stands there. */
    private boolean isLeftOver(BlockId id) {
        return page.outline().blocks(id).stream()
                .flatMap(index -> Written.in(page.outline(), index, id))
                .map(Written::value)
                .anyMatch(value -> value.end() <= selection.start() || selection.end() <= value.start());
    }
}
