package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Places;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.search.PlainMentions;
import io.github.logseqls.search.WordEdges;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words at the caret that name a page and do not link to it: they are linked, or all such in the page. */
final class LinkedMention {

    /** How many words on each side of the caret may belong to a name. */
    private static final int MOST_WORDS = 6;

    private static final int LONGEST = 100;
    private static final int SHORT = 40;

    private LinkedMention() {}

    static Stream<Refactoring> at(Spot spot) {
        Optional<BlockAt> block = spot.wholeBlock();
        Optional<Span> found = block.flatMap(there -> longest(spot, there));
        if (found.isEmpty()) {
            return Stream.of();
        }
        String name = spot.outline().text().slice(found.get());
        String shown = "“" + Places.shorten(name, SHORT) + "”";
        return Stream.of(
                new Refactoring(
                        "linkMention",
                        Refactoring.Kind.REWRITE,
                        "Link to page " + shown,
                        () -> Trial.within(
                                spot, block.orElseThrow().index(), Change.of(spot.page(), linked(spot, found.get())))),
                new Refactoring(
                        "linkMentions",
                        Refactoring.Kind.REWRITE,
                        "Link all mentions of " + shown + " in this page",
                        () -> all(spot, name)));
    }

    private static Edit linked(Spot spot, Span span) {
        return new Edit(span, "[[" + spot.outline().text().slice(span) + "]]");
    }

    private static Refactored all(Spot spot, String name) {
        Outline outline = spot.outline();
        Pattern pattern = pattern(name);
        List<Edit> edits = new ArrayList<>();
        for (int block = 0; block < outline.size(); block++) {
            PlainMentions.in(outline, block, pattern).forEach(span -> edits.add(linked(spot, span)));
        }
        Change change = Change.of(spot.page(), edits);
        Outline now = change.pages().get(0).after();
        List<Draft> wanted = new ArrayList<>(Draft.of(now, 0, now.size()));
        boolean isSame = now.size() == outline.size();
        for (int block = 0; isSame && block < outline.size(); block++) {
            isSame = now.level(block) == outline.level(block)
                    && now.block(block).kind() == outline.block(block).kind();
        }
        return isSame ? Trial.of(spot, change, wanted) : Trial.harms();
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The longest words around the selection that name another page. */
    private static Optional<Span> longest(Spot spot, BlockAt block) {
        Outline outline = spot.outline();
        Span selection = spot.selection();
        Span line = outline.text().line(outline.text().lineOf(selection.start()));
        if (selection.end() > line.end()
                || selection.start() < outline.title(block.index()).start()) {
            return Optional.empty();
        }
        int from = Math.max(line.start(), selection.start() - LONGEST);
        String text = outline.text().slice(new Span(from, Math.min(line.end(), selection.end() + LONGEST)));
        List<Integer> starts = edges(text, selection.start() - from, -1);
        List<Integer> ends = edges(text, selection.end() - from, 1);
        return starts.stream()
                .flatMap(start -> ends.stream().filter(end -> end > start).map(end -> new Span(start, end)))
                .sorted(Comparator.comparingInt(Span::length).reversed())
                .filter(span -> isPage(spot, text.substring(span.start(), span.end())))
                .map(span -> span.shift(from))
                .filter(span -> isPlain(spot, block, span))
                .findFirst();
    }

    /** The places before or behind one at which words may begin or end, nearest first. */
    private static ImmutableList<Integer> edges(String text, int at, int step) {
        ImmutableList.Builder<Integer> edges = ImmutableList.builder();
        int count = 0;
        for (int edge = at; edge >= 0 && edge <= text.length() && count < 2 * MOST_WORDS; edge += step) {
            boolean isEdge = edge == 0
                    || edge == text.length()
                    || WordEdges.isBetween(text.codePointBefore(edge), text.codePointAt(edge));
            if (isEdge) {
                edges.add(edge);
                count++;
            }
        }
        return edges.build();
    }

    private static boolean isPage(Spot spot, String words) {
        boolean isTrimmed = !words.isEmpty() && words.equals(words.strip());
        PageName name = PageName.of(words);
        ImmutableList<PagePath> sources =
                isTrimmed ? spot.snapshot().graph().pages().sources(name) : ImmutableList.of();
        return !sources.isEmpty() && !sources.contains(spot.page().path());
    }

    private static boolean isPlain(Spot spot, BlockAt block, Span span) {
        return PlainMentions.in(
                        spot.outline(),
                        block.index(),
                        pattern(spot.outline().text().slice(span)))
                .contains(span);
    }
}
