package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The lines of a quote or of a code block as mere text again. */
final class BareLines {

    private static final Set<String> TEXTS = Set.of("quote", "src", "example");

    private BareLines() {}

    static Stream<Refactoring> at(Spot spot) {
        return spot.wholeBlock().stream()
                .flatMap(block -> block.block().constructs().stream()
                        .filter(construct -> isAt(spot, block, construct))
                        .limit(1)
                        .map(construct -> new Refactoring(
                                "unwrapLines",
                                Refactoring.Kind.REWRITE,
                                isQuote(construct) ? "Make the quote mere text" : "Make the code block mere text",
                                () -> bare(spot, block, construct))));
    }

    private static boolean isAt(Spot spot, BlockAt block, Construct construct) {
        boolean isOne = construct.kind() == Construct.Kind.QUOTE
                || construct.kind() == Construct.Kind.FENCE
                || construct.kind() == Construct.Kind.BEGIN && TEXTS.contains(construct.name());
        return isOne
                && spot.outline()
                        .inPage(block.index(), construct.span())
                        .touches(spot.selection().start());
    }

    private static boolean isQuote(Construct construct) {
        return construct.kind() == Construct.Kind.QUOTE || construct.name().equals("quote");
    }

    private static Refactored bare(Spot spot, BlockAt block, Construct construct) {
        Span span = spot.outline().inPage(block.index(), construct.span());
        List<Edit> edits =
                construct.kind() == Construct.Kind.QUOTE ? unquoted(spot, span) : unfenced(spot, block, span);
        return Trial.within(spot, block.index(), Change.of(spot.page(), edits));
    }

    private static List<Edit> unquoted(Spot spot, Span span) {
        Text text = spot.outline().text();
        int last = text.lineOf(text.trimmed(span).end());
        return IntStream.rangeClosed(text.lineOf(span.start()), last)
                .mapToObj(line -> line == text.lineOf(span.start())
                        ? new Span(span.start(), text.line(line).end())
                        : text.trimmed(text.line(line)))
                .flatMap(line -> sign(text, line).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<Edit> sign(Text text, Span line) {
        if (line.isEmpty() || text.charAt(line.start()) != '>') {
            return Optional.empty();
        }
        boolean isSpaced = line.length() > 1 && text.charAt(line.start() + 1) == ' ';
        return Optional.of(new Edit(new Span(line.start(), line.start() + (isSpaced ? 2 : 1)), ""));
    }

    /** The first and the last line go; what begins with the bullet stays behind it. */
    private static List<Edit> unfenced(Spot spot, BlockAt block, Span span) {
        Outline outline = spot.outline();
        Text text = outline.text();
        int first = text.lineOf(span.start());
        int last = text.lineOf(text.trimmed(span).end());
        if (last <= first + 1) {
            return List.of(new Edit(span, ""));
        }
        boolean isTitle = first == text.lineOf(outline.title(block.index()).start());
        int inside = text.trimmed(text.line(first + 1)).start();
        Edit opener = isTitle
                ? new Edit(new Span(span.start(), inside), "")
                : new Edit(new Span(text.line(first - 1).end(), text.line(first).end()), "");
        return List.of(
                opener,
                new Edit(new Span(text.line(last - 1).end(), text.line(last).end()), ""));
    }
}
