package io.github.logseqls.feature;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.BlockAt;
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
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * Which blocks refer to a block or a page, and to which ones a block refers itself, step by step. What stands before the first
 * bullet of a page speaks for the page.
 */
public final class CallHierarchy {

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

    /** The blocks and pages that refer to that of an item in {@code file}, with where they do, in load order. */
    public static ImmutableList<CallHierarchyIncomingCall> incoming(
            Snapshot snapshot, PagePath file, CallHierarchyItem item, Encoding encoding, CancelChecker cancel) {
        Optional<HierarchyNode> node = node(snapshot, file, item);
        if (node.isEmpty()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<CallHierarchyIncomingCall> calls = ImmutableList.builder();
        for (ReferringBlock from : ReferringBlock.all(snapshot, node.get().meaning(snapshot), cancel)) {
            cancel.checkCanceled();
            calls.add(new CallHierarchyIncomingCall(
                    item(snapshot, HierarchyNode.of(from.block()), from.mentions(), encoding),
                    ranges(from.block().page(), from.mentions(), encoding)));
        }
        return calls.build();
    }

    /** The blocks and pages that the one of an item in {@code file} refers to in its own text, with where it does, in its order. */
    public static ImmutableList<CallHierarchyOutgoingCall> outgoing(
            Snapshot snapshot, PagePath file, CallHierarchyItem item, Encoding encoding, CancelChecker cancel) {
        Optional<BlockAt> block = node(snapshot, file, item).flatMap(HierarchyNode::ownBlock);
        if (block.isEmpty()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<CallHierarchyOutgoingCall> calls = ImmutableList.builder();
        for (Callee callee : callees(snapshot, block.get(), cancel)) {
            cancel.checkCanceled();
            calls.add(new CallHierarchyOutgoingCall(
                    item(snapshot, callee.node(), callee.mentions(), encoding),
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
            Snapshot snapshot, HierarchyNode node, List<Mention> mentions, Encoding encoding) {
        return mentions.stream().anyMatch(mention -> mention.form() == Mention.Form.EMBED)
                ? node.embeddedItem(snapshot, encoding)
                : node.item(snapshot, encoding);
    }

    private static List<Range> ranges(Page page, List<Mention> mentions, Encoding encoding) {
        Outline outline = page.outline();
        return mentions.stream()
                .map(mention -> Ranges.of(outline.text(), mention.span(), encoding))
                .toList();
    }
}
