package io.github.logseqls.feature.navigation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.github.logseqls.feature.FewBlocks;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Meaning;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Encoding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * Which blocks refer to a block or a page, and to which ones a block refers itself, step by step. What stands before the first
 * bullet of a page speaks for the page.
 */
public final class CallHierarchy {

    /** So many pages are read at most for those that refer to something. */
    private static final int MOST_FILES = 500;

    private CallHierarchy() {}

    /**
     * What stands under the caret: on a reference, what it leads to; anywhere else the block, or the page where it has no bullet.
     * {@code offset} is in the page.
     */
    public static ImmutableList<CallHierarchyItem> prepare(
            Snapshot snapshot, Page page, int offset, Encoding encoding) {
        Optional<Target> referred = Mentions.at(page, offset)
                .filter(mention -> isReference(mention) || mention.form() == Mention.Form.DATE)
                .map(Mention::target);
        Optional<HierarchyNode> node = referred.isPresent()
                ? HierarchyNode.of(snapshot, referred.get())
                : blockAt(page, offset).map(HierarchyNode::of);
        return node.stream()
                .map(found -> found.embeddedItem(snapshot, encoding))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * The blocks and pages that refer to that of an item in {@code file}, with where they do, in load order. Where too many pages
     * do, the last one tells how many were not looked at.
     */
    public static ImmutableList<CallHierarchyIncomingCall> incoming(
            Snapshot snapshot, PagePath file, CallHierarchyItem item, Encoding encoding, CancelChecker cancel) {
        Optional<HierarchyNode> node = node(snapshot, file, item);
        if (node.isEmpty()) {
            return ImmutableList.of();
        }
        Meaning meaning = node.get().meaning(snapshot);
        // Most of those that refer to a block show it in their own name.
        FewBlocks blocks = new FewBlocks(snapshot, MOST_FILES);
        ImmutableSortedSet<PagePath> files = meaning.files(snapshot.graph());
        ImmutableList.Builder<CallHierarchyIncomingCall> calls = ImmutableList.builder();
        ReferringBlock.in(snapshot, files.asList().subList(0, Math.min(files.size(), MOST_FILES)), meaning, cancel)
                .peek(from -> cancel.checkCanceled())
                .map(from -> new CallHierarchyIncomingCall(
                        item(snapshot, HierarchyNode.of(from.block()), from.mentions(), blocks, encoding),
                        ranges(from.block().page(), from.mentions(), encoding)))
                .forEachOrdered(calls::add);
        int more = files.size() - MOST_FILES;
        if (more > 0) {
            calls.add(more(more, node.get().item(snapshot, blocks, encoding)));
        }
        return calls.build();
    }

    /** Stands for what is not told; it leads back to what is referred to, from where all places can be found. */
    private static CallHierarchyIncomingCall more(int pages, CallHierarchyItem referred) {
        CallHierarchyItem more = new CallHierarchyItem(
                "… and %d pages that were not looked at".formatted(pages),
                SymbolKind.Null,
                referred.getUri(),
                referred.getRange(),
                referred.getSelectionRange());
        more.setDetail("Find all references here to see them");
        return new CallHierarchyIncomingCall(more, ImmutableList.of(referred.getSelectionRange()));
    }

    /** The blocks and pages that the one of an item in {@code file} refers to in its own text, with where it does, in its order. */
    public static ImmutableList<CallHierarchyOutgoingCall> outgoing(
            Snapshot snapshot, PagePath file, CallHierarchyItem item, Encoding encoding, CancelChecker cancel) {
        Optional<BlockAt> block = node(snapshot, file, item).flatMap(HierarchyNode::ownBlock);
        if (block.isEmpty()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<CallHierarchyOutgoingCall> calls = ImmutableList.builder();
        FewBlocks blocks = new FewBlocks(snapshot, MOST_FILES);
        for (Callee callee : callees(snapshot, block.get(), cancel)) {
            cancel.checkCanceled();
            calls.add(new CallHierarchyOutgoingCall(
                    item(snapshot, callee.node(), callee.mentions(), blocks, encoding),
                    ranges(block.get().page(), callee.mentions(), encoding)));
        }
        return calls.build();
    }

    private record Callee(HierarchyNode node, List<Mention> mentions) {}

    private static Collection<Callee> callees(Snapshot snapshot, BlockAt block, CancelChecker cancel) {
        Map<Key, Callee> callees = new LinkedHashMap<>();
        for (Mention mention : references(block)) {
            cancel.checkCanceled();
            HierarchyNode.of(snapshot, mention.target())
                    .ifPresent(node -> callees.computeIfAbsent(
                                    new Key(node.page().path(), node.block()),
                                    key -> new Callee(node, new ArrayList<>()))
                            .mentions()
                            .add(mention));
        }
        return callees.values();
    }

    /** What tells one node from another. */
    private record Key(PagePath path, OptionalInt block) {}

    private static Optional<HierarchyNode> node(Snapshot snapshot, PagePath file, CallHierarchyItem item) {
        return snapshot.page(file).flatMap(page -> HierarchyNode.of(page, item));
    }

    private static Optional<BlockAt> blockAt(Page page, int offset) {
        OptionalInt block = page.outline().blockAt(offset);
        return block.isPresent() ? Optional.of(new BlockAt(page, block.getAsInt())) : Optional.empty();
    }

    private static List<Mention> references(BlockAt block) {
        return Mentions.of(block.page(), block.index()).stream()
                .filter(CallHierarchy::isReference)
                .sorted(Comparator.comparingInt(mention -> mention.span().start()))
                .toList();
    }

    private static boolean isReference(Mention mention) {
        return switch (mention.form()) {
            case BLOCK_REF, EMBED, PAGE_REF, TAG, FILE, VALUE -> true;
            case ID, TITLE, ALIAS, TEMPLATE, KEY, MARKER, DATE -> false;
        };
    }

    private static CallHierarchyItem item(
            Snapshot snapshot, HierarchyNode node, List<Mention> mentions, FewBlocks blocks, Encoding encoding) {
        return mentions.stream().anyMatch(mention -> mention.form() == Mention.Form.EMBED)
                ? node.embeddedItem(snapshot, encoding)
                : node.item(snapshot, blocks, encoding);
    }

    private static List<Range> ranges(Page page, List<Mention> mentions, Encoding encoding) {
        Outline outline = page.outline();
        return mentions.stream()
                .map(mention -> Ranges.of(outline.text(), mention.span(), encoding))
                .toList();
    }
}
