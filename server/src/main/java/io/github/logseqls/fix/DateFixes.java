package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Indent;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.check.MeantDate;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.MissedLine;
import io.github.logseqls.graph.WrittenDate;
import io.github.logseqls.outline.Timestamp;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Dates of tasks that are not written as Logseq wants them, or not where. */
final class DateFixes {

    /** In a longer block each date would be compared with too many others. */
    private static final int LONGEST_BLOCK = 50_000;

    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d\\d");
    private static final Pattern UNSIGNED = Pattern.compile("\\.?(\\d+[hdwmy])");

    private final Faulty faulty;
    private final BlockAt block;
    private final Text text;
    private final Span found;

    private DateFixes(Faulty faulty) {
        this.faulty = faulty;
        this.block = faulty.block();
        this.text = faulty.outline().text();
        this.found = faulty.span();
    }

    static ImmutableList<Fix> ofTimestamp(Faulty faulty) {
        if (faulty.block().block().length() > LONGEST_BLOCK) {
            return ImmutableList.of();
        }
        DateFixes fixes = new DateFixes(faulty);
        return fixes.date().map(fixes::ofDate).or(() -> fixes.missed().map(fixes::written)).stream()
                .flatMap(List::stream)
                .collect(ImmutableList.toImmutableList());
    }

    static ImmutableList<Fix> ofRepeater(Faulty faulty) {
        DateFixes fixes = new DateFixes(faulty);
        return fixes.date().map(fixes::ofRepeater).orElseGet(ImmutableList::of);
    }

    private Optional<MissedLine> missed() {
        return MissedLine.of(block.outline(), found).filter(line -> line.kind() == MissedLine.Kind.DATE);
    }

    private Optional<Timestamp> date() {
        return dates().filter(date -> text.trimmed(date.span()).equals(found)).findFirst();
    }

    private Stream<Timestamp> dates() {
        return block.outline().inlines(block.index()).stream()
                .filter(Timestamp.class::isInstance)
                .map(Timestamp.class::cast);
    }

    private ImmutableList<Fix> written(MissedLine line) {
        String behindKey = text.slice(found).substring(line.key().length() + 1);
        return MeantDate.of(behindKey)
                .filter(date -> isAmongDates())
                .map(date -> line.key().toUpperCase(Locale.ROOT) + ": " + date)
                .map(meant -> ImmutableList.of(Fix.safe("Write it as " + meant, () -> change(new Edit(found, meant)))))
                .orElseGet(ImmutableList::of);
    }

    /** Whether nothing but dates stands in the paragraph, and none before it: only then it counts, and nothing else stops counting. */
    private boolean isAmongDates() {
        ImmutableSet<Integer> starts = Stream.concat(
                        dates().filter(WrittenDate::plans).map(date -> text.trimmed(date.span())),
                        MissedLine.in(block.outline(), block.index()).stream()
                                .filter(line -> line.kind() == MissedLine.Kind.DATE)
                                .map(MissedLine::span))
                .map(Span::start)
                .collect(ImmutableSet.toImmutableSet());
        Span paragraph = block.outline().paragraphs(block.index()).stream()
                .map(span -> block.outline().inPage(block.index(), span))
                .filter(span -> span.contains(found))
                .findFirst()
                .orElse(found);
        int end = text.lineOf(text.trimmed(paragraph).end());
        return starts.stream().noneMatch(start -> start < paragraph.start())
                && IntStream.rangeClosed(text.lineOf(text.trimmed(paragraph).start()), end)
                        .mapToObj(text::line)
                        .allMatch(line -> starts.contains(text.trimmed(line).start()));
    }

    private ImmutableList<Fix> ofDate(Timestamp date) {
        WrittenDate written = WrittenDate.of(date);
        if (written.breaksPage()) {
            int end = lastWordEnd();
            String word = written.further().get(written.further().size() - 1);
            return ImmutableList.of(Fix.preferred(
                    "Remove “%s” from this date".formatted(word),
                    () -> change(new Edit(new Span(end - word.length() - 1, end), ""))));
        }
        boolean isAlone =
                dates().filter(other -> other.keyword().equals(date.keyword())).count() == 1;
        boolean isFine = written.day().isPresent() && !written.hasImpossibleTime();
        Span title = block.outline().title(block.index());
        boolean isAllOfTitle = text.trimmed(new Span(Math.min(titleStart(), title.end()), title.end()))
                .equals(found);
        // Several dates of a kind contradict each other; without any other text there is no first line to stand below.
        return isAlone && isFine && !isAllOfTitle && !isTextBelow(title) && WrittenDate.plans(date)
                ? ImmutableList.of(Fix.safe(
                        "Put it on a line of its own below the first one", () -> change(moved(title), removed())))
                : ImmutableList.of();
    }

    /** Whether text stands right below the first line, in which references do not count any more behind a date (format.md 5). */
    private boolean isTextBelow(Span title) {
        int below = text.lineOf(title.start()) + 1;
        int own = text.lineOf(found.start());
        if (below >= text.lineCount() || below == own) {
            return below == own && !text.trimmed(text.line(own)).equals(found);
        }
        int first = text.trimmed(text.line(below)).start();
        return block.outline().paragraphs(block.index()).stream()
                        .map(paragraph -> block.outline().inPage(block.index(), paragraph))
                        .anyMatch(paragraph -> paragraph.contains(first))
                && dates().noneMatch(date -> text.trimmed(date.span()).start() == first);
    }

    private int titleStart() {
        return block.outline().titleStart(block.index());
    }

    private int lastWordEnd() {
        return found.end() - 1;
    }

    private Edit moved(Span title) {
        Span behind = new Span(title.end(), title.end());
        return new Edit(behind, LineEnds.of(text) + Indent.of(block) + text.slice(found));
    }

    /** The date with the blanks before it, or those behind it where it begins a line; then with the line where that is all of it. */
    private Edit removed() {
        Span line = text.line(text.lineOf(found.start()));
        if (text.trimmed(line).equals(found)) {
            return PropertyLine.removed(block, found);
        }
        int start = found.start();
        while (start > line.start() && text.charAt(start - 1) == ' ') {
            start--;
        }
        boolean isFirst = start == line.start() || start < titleStart();
        int end = found.end();
        while (isFirst && end < line.end() && text.charAt(end) == ' ') {
            end++;
        }
        return new Edit(new Span(isFirst ? found.start() : start, end), "");
    }

    private ImmutableList<Fix> ofRepeater(Timestamp date) {
        List<String> words = WrittenDate.of(date).further();
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        if (words.size() == 2
                && WrittenDate.isRepeater(words.get(0))
                && TIME.matcher(last).matches()) {
            String right = last + " " + words.get(0);
            return ImmutableList.of(
                    Fix.safe("Put the time first: " + right, () -> change(lastWords(right.length(), right))));
        }
        return Optional.of(UNSIGNED.matcher(last)).filter(word -> word.matches()).stream()
                .flatMap(word -> ImmutableSet.of(".+" + word.group(1), "+" + word.group(1)).stream())
                .map(right -> Fix.possible(title(right), () -> change(lastWords(last.length(), right))))
                .collect(ImmutableList.toImmutableList());
    }

    private static String title(String repeater) {
        String from = repeater.startsWith(".") ? "the day that it is done" : "its date";
        return "Repeat it from %s on: %s".formatted(from, repeater);
    }

    private Edit lastWords(int length, String right) {
        return new Edit(new Span(lastWordEnd() - length, lastWordEnd()), right);
    }

    private Change change(Edit... edits) {
        return Change.of(faulty.page(), edits);
    }
}
