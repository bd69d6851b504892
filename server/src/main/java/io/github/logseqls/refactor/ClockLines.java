package io.github.logseqls.refactor;

import io.github.logseqls.change.Indent;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the {@code :LOGBOOK:} of a task says of the work on it (format.md 5). */
final class ClockLines {

    private static final Pattern OPEN = Pattern.compile(
            "(?m)^[ \\t]*CLOCK: \\[(\\d{4}-\\d{2}-\\d{2}) \\p{L}+\\.? (\\d{2}:\\d{2}(?::\\d{2})?)\\](?=[ \\t]*\\r?$)");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]", Locale.ENGLISH);

    private ClockLines() {}

    /** Work begins. */
    static List<Edit> begun(BlockAt block, LocalDateTime now) {
        return List.of(added(block, "CLOCK: [" + written(block, now) + "]"));
    }

    /** Work ends that was begun last; nothing where none is going on. */
    static List<Edit> ended(BlockAt block, LocalDateTime now) {
        return last(block).flatMap(open -> end(block, open, now)).stream().toList();
    }

    /** A task that comes again was done; with it the work that was begun last. */
    static List<Edit> done(BlockAt block, String marker, LocalDateTime now) {
        String sign = isOrg(block) ? "-" : "*";
        String line = "%s State \"DONE\" from \"%s\" [%s]".formatted(sign, marker, written(block, now));
        List<Edit> ended = block.page().config().isTimeTracked() ? ended(block, now) : List.of();
        return Stream.concat(ended.stream(), Stream.of(added(block, line))).toList();
    }

    private record Open(int at, LocalDateTime since) {}

    private static Optional<Open> last(BlockAt block) {
        Optional<Span> logbook = logbook(block);
        if (logbook.isEmpty()) {
            return Optional.empty();
        }
        Matcher line = OPEN.matcher(block.outline().text().slice(logbook.get()));
        Optional<Open> last = Optional.empty();
        while (line.find()) {
            int at = logbook.get().start() + line.end();
            last = since(line.group(1) + " " + line.group(2)).map(since -> new Open(at, since));
        }
        return last;
    }

    private static Optional<LocalDateTime> since(String written) {
        try {
            return Optional.of(LocalDateTime.parse(written, WRITTEN));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Optional<Edit> end(BlockAt block, Open open, LocalDateTime now) {
        Duration time = Duration.between(open.since(), now);
        if (time.isNegative()) {
            return Optional.empty();
        }
        String took = block.page().config().isTimeTrackedInSeconds()
                ? String.format(
                        Locale.ROOT, "%02d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%02d:%02d", time.toHours(), time.toMinutesPart());
        return Optional.of(new Edit(new Span(open.at(), open.at()), "--[" + written(block, now) + "] =>  " + took));
    }

    private static String written(BlockAt block, LocalDateTime now) {
        return block.page().config().isTimeTrackedInSeconds() ? WrittenDay.seconds(now) : WrittenDay.minutes(now);
    }

    /** A line at the end of the logbook, which is made behind the properties and dates where there is none. */
    private static Edit added(BlockAt block, String line) {
        Outline outline = block.outline();
        Text text = outline.text();
        String lineEnd = LineEnds.of(text) + Indent.of(block);
        Optional<Span> logbook = logbook(block);
        if (logbook.isPresent()) {
            int last = text.lineOf(logbook.get().end() - 1);
            int behind = text.line(last - 1).end();
            return new Edit(new Span(behind, behind), lineEnd + line);
        }
        int behind = Head.end(block);
        return new Edit(new Span(behind, behind), lineEnd + ":LOGBOOK:" + lineEnd + line + lineEnd + ":END:");
    }

    private static Optional<Span> logbook(BlockAt block) {
        return block.block().constructs().stream()
                .filter(construct -> construct.kind() == Construct.Kind.DRAWER
                        && construct.name().equalsIgnoreCase("logbook"))
                .findFirst()
                .map(construct -> block.outline().inPage(block.index(), construct.span()));
    }

    private static boolean isOrg(BlockAt block) {
        return block.outline().syntax() == Syntax.ORG;
    }
}
