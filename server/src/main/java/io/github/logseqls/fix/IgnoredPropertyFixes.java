package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.PropertyKey;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Properties in a second group, which Logseq ignores: they are put where the first ones are. */
final class IgnoredPropertyFixes {

    private IgnoredPropertyFixes() {}

    static ImmutableList<Fix> of(Faulty faulty) {
        BlockAt block = faulty.block();
        ImmutableList<Property> counting = block.block().properties();
        Text text = faulty.outline().text();
        if (counting.isEmpty() || isThere(faulty, counting)) {
            return ImmutableList.of();
        }
        Property last = counting.get(counting.size() - 1);
        int above = text.lineOf(
                block.outline().inPage(block.index(), last.keySpan()).start());
        int first = text.lineOf(faulty.span().start());
        boolean isOne = text.lineOf(faulty.span().end()) == first;
        String what = isOne ? "this property" : "these properties";
        // Where nothing but empty lines parts them, nobody meant text.
        boolean isParted = IntStream.range(above + 1, first).allMatch(text::isBlankLine);
        return ImmutableList.of(
                isParted
                        ? Fix.safe(
                                "Join %s with those that count".formatted(what),
                                () -> Change.of(
                                        faulty.page(),
                                        new Edit(
                                                new Span(
                                                        text.line(above).end(),
                                                        text.line(first - 1).end()),
                                                "")))
                        : Fix.preferred(
                                "Move %s up to those that count".formatted(what), () -> moved(faulty, block, above)));
    }

    /** Whether one of the lines has a key that counts already: then one of the two has to go. */
    private static boolean isThere(Faulty faulty, ImmutableList<Property> counting) {
        Set<PropertyKey> keys = counting.stream().map(Property::key).collect(Collectors.toSet());
        return faulty.text()
                .lines()
                .map(String::strip)
                .map(line -> PropertyKey.of(
                        line.substring(line.startsWith(":") ? 1 : 0).split(":", 2)[0]))
                .anyMatch(keys::contains);
    }

    private static Change moved(Faulty faulty, BlockAt block, int above) {
        Text text = faulty.outline().text();
        Span lines = new Span(
                text.lineStart(text.lineOf(faulty.span().start())),
                text.line(text.lineOf(faulty.span().end())).end());
        int behind = text.line(above).end();
        return Change.of(
                faulty.page(),
                new Edit(new Span(behind, behind), LineEnds.of(text) + text.slice(lines)),
                PropertyLine.removed(block, faulty.span()));
    }
}
