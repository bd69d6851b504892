package io.github.logseqls.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Blocks without some of their properties. */
public final class DroppedProperties {

    private DroppedProperties() {}

    /** A block and all below it, without properties of some kinds. */
    public static ImmutableList<Draft> without(BlockAt block, Predicate<Property> dropped) {
        Outline outline = block.outline();
        int end = outline.subtreeEnd(block.index());
        List<Edit> edits = new ArrayList<>();
        for (int index = block.index(); index < end; index++) {
            addWithout(outline, index, dropped, edits);
        }
        Outline left = outline;
        for (Edit edit : Lists.reverse(edits)) {
            left = left.with(edit);
        }
        return left.size() == outline.size() ? Draft.of(left, block.index(), end) : ImmutableList.of();
    }

    /** The edits that take properties out of a block, in its order. */
    public static void addWithout(Outline outline, int index, Predicate<Property> dropped, List<Edit> to) {
        Block block = outline.block(index);
        List<Property> gone = block.properties().stream().filter(dropped).toList();
        if (gone.isEmpty()) {
            return;
        }
        Optional<Construct> drawer = block.constructs().stream()
                .filter(construct -> construct.kind() == Construct.Kind.PROPERTIES)
                .findFirst();
        if (outline.syntax() == Syntax.ORG && gone.size() == block.properties().size() && drawer.isPresent()) {
            Span span = outline.inPage(index, drawer.get().span());
            to.add(new Edit(lines(outline, index, span), ""));
            return;
        }
        Set<Integer> lines = new TreeSet<>();
        for (Property property : gone) {
            lines.add(outline.text()
                    .lineOf(outline.inPage(index, property.keySpan()).start()));
        }
        for (int line : lines) {
            to.add(new Edit(lines(outline, index, outline.text().line(line)), ""));
        }
    }

    /** Lines of a block with the line end before them; those that begin with the bullet leave it, and what is below follows it. */
    private static Span lines(Outline outline, int index, Span span) {
        Text text = outline.text();
        int content = outline.start(index) + outline.block(index).contentStart();
        int line = text.lineOf(span.start());
        int end = text.line(text.lineOf(Math.max(span.start(), span.end() - 1))).end();
        if (text.lineOf(content) < line) {
            return new Span(text.line(line - 1).end(), end);
        }
        int next = text.trimmed(new Span(end, outline.span(index).end())).start();
        return new Span(content, next < outline.span(index).end() ? next : end);
    }
}
