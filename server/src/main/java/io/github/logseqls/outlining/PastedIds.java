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
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        List<Edit> edits = new ArrayList<>();
        for (int index = 0; index < read.size(); index++) {
            Block block = read.block(index);
            Optional<Property> property = property(block);
            if (property.isPresent()
                    && (!seen.add(block.id().get()) || isElsewhere(block.id().get()))) {
                edits.add(new Edit(
                        read.inPage(index, property.get().valueSpan()),
                        ids.of(new BlockAt(own, index)).toString()));
            }
        }
        return edits;
    }

    private List<Edit> twice(List<Edit> edits, Outline now) {
        List<Span> written = written(edits);
        List<Edit> twice = new ArrayList<>();
        for (int index = 0; index < now.size(); index++) {
            Block block = now.block(index);
            Optional<Property> property = property(block);
            if (property.isPresent()
                    && (now.blocks(block.id().get()).size() > 1
                            || isInOthers(block.id().get()))
                    && isIn(written, now.inPage(index, property.get().span()))) {
                twice.add(new Edit(
                        now.inPage(index, property.get().valueSpan()),
                        ids.of("twice " + index).toString()));
            }
        }
        return twice;
    }

    private static Optional<Property> property(Block block) {
        return block.property("id").filter(id -> block.id().isPresent());
    }

    /** Where what edits write stands afterwards. */
    private static List<Span> written(List<Edit> edits) {
        List<Span> written = new ArrayList<>();
        int longer = 0;
        for (Edit edit : edits) {
            int start = edit.span().start() + longer;
            written.add(new Span(start, start + edit.replacement().length()));
            longer += edit.replacement().length() - edit.span().length();
        }
        return written;
    }

    private static boolean isIn(List<Span> written, Span id) {
        return written.stream().anyMatch(span -> span.start() < id.end() && id.start() < span.end());
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
                .map(index -> page.outline()
                        .inPage(
                                index,
                                page.outline()
                                        .block(index)
                                        .property("id")
                                        .orElseThrow()
                                        .valueSpan()))
                .anyMatch(value -> value.end() <= selection.start() || selection.end() <= value.start());
    }
}
