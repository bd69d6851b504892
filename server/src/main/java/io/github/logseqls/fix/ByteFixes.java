package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.check.Code;
import io.github.logseqls.check.Finding;
import io.github.logseqls.graph.ConflictCopy;
import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Severity;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is wrong with a file's bytes and can be right in one way only. Editors hide such bytes, or write them by their own
 * settings: so this is for files alone.
 */
public final class ByteFixes {

    private ByteFixes() {}

    /** The fixes for those of a file's faults that are wanted; empty where there is nothing to mend. */
    public static Optional<Mending> of(Given given, Page page, Predicate<Finding> wanted) {
        if (ConflictCopy.isOne(page.path())) {
            return Optional.empty();
        }
        ImmutableList<Mending.Step> steps = given.snapshot().graph().findings(page.path()).stream()
                .flatMap(found -> step(given, page, found).stream())
                .filter(step -> wanted.test(step.finding()))
                .collect(ImmutableList.toImmutableList());
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Mending(Mending.change(page, steps), steps));
    }

    private static Optional<Mending.Step> step(Given given, Page page, FileFinding found) {
        Text text = page.outline().text();
        return switch (found.kind()) {
            case BOM ->
                step(given, page, Code.BOM, "Remove the byte order mark", List.of(new Edit(new Span(0, 1), "")));
            case LONE_CR ->
                step(given, page, Code.LONE_CR, "Write a line feed for each carriage return alone", lineFeeds(text));
            default -> Optional.empty();
        };
    }

    private static Optional<Mending.Step> step(Given given, Page page, Code code, String title, List<Edit> edits) {
        Severity severity = given.checks().severity(code.toString(), code.severity());
        if (severity == Severity.OFF || edits.isEmpty()) {
            return Optional.empty();
        }
        Finding finding = new Finding(code, severity, edits.get(0).span(), title, ImmutableList.of());
        return Optional.of(new Mending.Step(finding, Fix.safe(title, () -> Change.of(page, edits))));
    }

    private static List<Edit> lineFeeds(Text text) {
        String all = text.string();
        List<Edit> edits = new ArrayList<>();
        for (int at = all.indexOf('\r'); at >= 0; at = all.indexOf('\r', at + 1)) {
            if (at + 1 == all.length() || all.charAt(at + 1) != '\n') {
                edits.add(new Edit(new Span(at, at + 1), "\n"));
            }
        }
        return edits;
    }
}
