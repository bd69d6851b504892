package io.github.logseqls.refactor;

import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.WrittenDate;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Timestamp;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The lines at the start of a block that say something of it as a whole: the first one, its properties, dates and logbook. */
final class Head {

    private Head() {}

    /** The offset in the page at which the last of them ends. */
    static int end(BlockAt block) {
        List<Span> parts = parts(block, EnumSet.of(Construct.Kind.PROPERTIES, Construct.Kind.DRAWER));
        return end(block, parts);
    }

    /** Where those end that may stand before a date: all but the logbook. */
    static int endBeforeLogbook(BlockAt block) {
        return end(block, parts(block, EnumSet.of(Construct.Kind.PROPERTIES)));
    }

    private static int end(BlockAt block, List<Span> parts) {
        Outline outline = block.outline();
        Text text = outline.text();
        int line = text.lineOf(outline.title(block.index()).start());
        int last = text.lineOf(Math.max(0, outline.span(block.index()).end() - 1));
        boolean goesOn = true;
        while (goesOn && line < last) {
            Span next = text.trimmed(text.line(line + 1));
            int at = next.start();
            var found = parts.stream()
                    .filter(part -> part.touches(at) && part.end() > at)
                    .findFirst();
            goesOn = found.isPresent();
            line = goesOn ? text.lineOf(found.get().end() - 1) : line;
        }
        return Math.max(
                text.trimmed(text.line(line)).end(),
                outline.title(block.index()).end());
    }

    private static List<Span> parts(BlockAt block, Set<Construct.Kind> kinds) {
        Outline outline = block.outline();
        List<Span> parts = new ArrayList<>();
        for (Construct construct : block.block().constructs()) {
            if (kinds.contains(construct.kind())) {
                parts.add(outline.inPage(block.index(), construct.span()));
            }
        }
        outline.inlines(block.index()).stream()
                .filter(inline -> inline instanceof Timestamp date && WrittenDate.plans(date))
                .forEach(date -> parts.add(date.span()));
        return parts;
    }
}
