package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.logseqls.change.Change;
import io.github.logseqls.check.Finding;
import io.github.logseqls.graph.Page;
import io.github.logseqls.text.Edit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All fixes of one page that may be made at once and without asking.
 *
 * @param change what they change, of that page alone
 * @param steps what is mended, in the order of the text
 */
public record Mending(Change change, ImmutableList<Step> steps) {

    /** After so many trials what is not mended yet stays as it is. */
    private static final int MOST_TRIALS = 50;

    /** A finding and the safe fix for it. */
    public record Step(Finding finding, Fix fix) {

        private ImmutableList<Edit> edits() {
            return fix.change().get().pages().get(0).edits();
        }
    }

    /** The safe fixes for those of a page's findings that are wanted; empty where there is nothing to mend. */
    public static Optional<Mending> of(Given given, Page page, Predicate<Finding> wanted) {
        Stream<Finding> found = given.findings(page).stream().filter(wanted);
        ImmutableList<Step> steps = made(given, page, apart(page, steps(given, page, found)));
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Mending(change(page, steps), steps));
    }

    /** Whether at least so many of some findings in a page have a safe fix, which is not tried yet. */
    public static boolean mayMend(Given given, Page page, Stream<Finding> findings, int least) {
        return steps(given, page, findings).limit(least).count() == least;
    }

    private static Stream<Step> steps(Given given, Page page, Stream<Finding> findings) {
        return findings.filter(finding -> Fixes.mayBeSafe(finding.code()))
                .flatMap(finding -> Fixes.of(given, page, finding).stream()
                        .filter(Fix::isSafe)
                        .limit(1)
                        .map(fix -> new Step(finding, fix)));
    }

    /** What is given after it. */
    public Given after(Given given) {
        return given.after(change);
    }

    /** The steps that change nothing that a step before them changes. */
    private static ImmutableList<Step> apart(Page page, Stream<Step> steps) {
        BitSet changed = new BitSet(page.outline().text().length() + 1);
        return steps.filter(step -> {
                    boolean isFree = step.edits().stream().allMatch(edit -> isFree(edit, changed));
                    if (isFree) {
                        step.edits()
                                .forEach(edit -> changed.set(
                                        edit.span().start(), edit.span().end() + 1));
                    }
                    return isFree;
                })
                .collect(ImmutableList.toImmutableList());
    }

    /** Whether an edit touches no place that was changed; two that meet count as touching. */
    private static boolean isFree(Edit edit, BitSet changed) {
        int next = changed.nextSetBit(edit.span().start());
        return next < 0 || next > edit.span().end();
    }

    /** The steps that can be made together; where some cannot, the halves of them are tried. */
    private static ImmutableList<Step> made(Given given, Page page, ImmutableList<Step> steps) {
        ImmutableList<Step> made = ImmutableList.of();
        Deque<ImmutableList<Step>> left = new ArrayDeque<>(List.of(steps));
        for (int trial = 0; trial < MOST_TRIALS && !left.isEmpty(); trial++) {
            ImmutableList<Step> group = left.pop();
            ImmutableList<Step> together =
                    ImmutableList.<Step>builder().addAll(made).addAll(group).build();
            if (mends(given, page, together)) {
                made = together;
            } else if (group.size() > 1) {
                left.push(group.subList(group.size() / 2, group.size()));
                left.push(group.subList(0, group.size() / 2));
            }
        }
        return made;
    }

    private static boolean mends(Given given, Page page, List<Step> steps) {
        ImmutableList<Finding> findings = steps.stream().map(Step::finding).collect(ImmutableList.toImmutableList());
        Outcome outcome = Trial.of(given, change(page, steps), ImmutableMap.of(page.path(), findings));
        return outcome == Outcome.MENDS;
    }

    static Change change(Page page, List<Step> steps) {
        List<Edit> edits = new ArrayList<>();
        steps.forEach(step -> edits.addAll(step.edits()));
        return Change.of(page, edits);
    }
}
