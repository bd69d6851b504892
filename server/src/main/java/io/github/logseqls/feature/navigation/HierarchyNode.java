package io.github.logseqls.feature.navigation;

import com.google.gson.JsonObject;
import io.github.logseqls.feature.FewBlocks;
import io.github.logseqls.feature.FoundBlock;
import io.github.logseqls.feature.Markup;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.EmbedCircle;
import io.github.logseqls.graph.Meaning;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.SymbolKind;

/**
 * What refers and is referred to: a block, or a page with all that its first block says where that has no bullet.
 *
 * @param block which block; empty for the page
 */
record HierarchyNode(Page page, OptionalInt block) {

    private static final int MOST_BLOCKS_LOOKED_UP = 10;

    static HierarchyNode of(Page page) {
        return new HierarchyNode(page, OptionalInt.empty());
    }

    static HierarchyNode of(BlockAt block) {
        return block.block().kind() == Block.Kind.PREAMBLE
                ? of(block.page())
                : new HierarchyNode(block.page(), OptionalInt.of(block.index()));
    }

    /** What a reference leads to; empty where that has no text. */
    static Optional<HierarchyNode> of(Snapshot snapshot, Target target) {
        if (target instanceof Target.OfBlock block) {
            return snapshot.block(block.id()).map(HierarchyNode::of);
        }
        Optional<PagePath> file = Optional.empty();
        if (target instanceof Target.OfPage page) {
            file = snapshot.graph().pages().sources(page.name()).stream().findFirst();
        } else if (target instanceof Target.OfFile link) {
            file = Optional.of(link.path());
        }
        return file.flatMap(snapshot::page).map(HierarchyNode::of);
    }

    /** What an item of an earlier answer stands for in the page as it is now. */
    static Optional<HierarchyNode> of(Page page, CallHierarchyItem item) {
        if (item.getKind() == SymbolKind.File) {
            return Optional.of(of(page));
        }
        return item.getData() instanceof JsonObject data
                ? FoundBlock.of(data).flatMap(found -> found.in(page)).map(HierarchyNode::of)
                : Optional.empty();
    }

    /** All that means it; nothing does for a block without an id. */
    Meaning meaning(Snapshot snapshot) {
        return names().stream()
                .map(target -> Meaning.of(snapshot.graph(), target))
                .reduce(Meaning.NONE, Meaning::or);
    }

    private List<Target> names() {
        List<Target> names = new ArrayList<>();
        if (block.isEmpty()) {
            String title = page.title();
            names.add(new Target.OfPage(PageName.of(title), title));
        }
        ownBlock().flatMap(own -> own.block().id()).ifPresent(id -> names.add(new Target.OfBlock(id)));
        return names;
    }

    /** The block whose text is its own; empty for a page that begins with a bullet. */
    Optional<BlockAt> ownBlock() {
        Outline outline = page.outline();
        if (block.isPresent()) {
            return Optional.of(new BlockAt(page, block.getAsInt()));
        }
        return outline.size() > 0 && outline.block(0).kind() == Block.Kind.PREAMBLE
                ? Optional.of(new BlockAt(page, 0))
                : Optional.empty();
    }

    /** All that is shown where it is embedded. */
    EmbedCircle.Shown shown() {
        return ownBlock()
                .filter(own -> block.isPresent())
                .map(EmbedCircle.Shown::of)
                .orElseGet(() -> EmbedCircle.Shown.of(page));
    }

    CallHierarchyItem item(Snapshot snapshot, Encoding encoding) {
        return item(snapshot, new FewBlocks(snapshot, MOST_BLOCKS_LOOKED_UP), encoding);
    }

    /** As {@link #item(Snapshot, Encoding)}; {@code blocks} are those that several items may refer to. */
    CallHierarchyItem item(Snapshot snapshot, FewBlocks blocks, Encoding encoding) {
        return block.isEmpty()
                ? pageItem(snapshot, encoding)
                : blockItem(snapshot, ownBlock().orElseThrow(), blocks, encoding);
    }

    /** The item of one that is embedded somewhere, which says so where it ends up inside itself. */
    CallHierarchyItem embeddedItem(Snapshot snapshot, Encoding encoding) {
        CallHierarchyItem item = item(snapshot, encoding);
        if (EmbedCircle.holds(snapshot, shown())) {
            item.setDetail(item.getDetail() + " (embeds itself)");
        }
        return item;
    }

    private CallHierarchyItem pageItem(Snapshot snapshot, Encoding encoding) {
        Outline outline = page.outline();
        CallHierarchyItem item = new CallHierarchyItem(
                page.title(),
                SymbolKind.File,
                snapshot.pages().uri(page.path()),
                Ranges.of(outline.text(), new Span(0, outline.text().length()), encoding),
                Ranges.of(outline.text(), new Span(0, 0), encoding));
        item.setDetail(page.path().path());
        return item;
    }

    private static CallHierarchyItem blockItem(Snapshot snapshot, BlockAt block, FewBlocks blocks, Encoding encoding) {
        Outline outline = block.outline();
        CallHierarchyItem item = new CallHierarchyItem(
                Places.name(block, blocks),
                SymbolKind.String,
                snapshot.pages().uri(block.page().path()),
                Ranges.of(outline.text(), outline.subtree(block.index()), encoding),
                Ranges.of(outline.text(), outline.title(block.index()), encoding));
        item.setDetail(Markup.PLAIN.breadcrumb(Places.breadcrumb(block, blocks)));
        item.setData(FoundBlock.of(block).json());
        return item;
    }
}
