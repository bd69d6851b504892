package io.github.logseqls.check;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.check.Finding.Related;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.MergeConflicts;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Severity;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A page that is being examined, and what was found in it so far. */
final class Examined {

    private static final Comparator<Finding> IN_TEXT =
            Comparator.<Finding>comparingInt(finding -> finding.span().start()).thenComparing(Finding::code);

    private final Snapshot snapshot;
    private final Page page;
    private final CheckSettings settings;
    private final SameTitle sameTitle;
    private final Claims claims;
    private final MergeConflicts conflicts;
    private final List<Finding> found = new ArrayList<>();

    Examined(Snapshot snapshot, Page page, CheckSettings settings) {
        this.snapshot = snapshot;
        this.page = page;
        this.settings = settings;
        this.sameTitle = new SameTitle(snapshot);
        this.claims = new Claims(snapshot, sameTitle);
        this.conflicts = MergeConflicts.in(page.outline());
    }

    Snapshot snapshot() {
        return snapshot;
    }

    Graph graph() {
        return snapshot.graph();
    }

    Page page() {
        return page;
    }

    Outline outline() {
        return page.outline();
    }

    SameTitle sameTitle() {
        return sameTitle;
    }

    Claims claims() {
        return claims;
    }

    MergeConflicts conflicts() {
        return conflicts;
    }

    /** The first line of a page that is not blank, in UTF-16 offsets there. */
    static Span firstLine(Page page) {
        Text text = page.outline().text();
        int start = text.trimmed(new Span(0, text.length())).start();
        return text.trimmed(text.line(text.lineOf(start)));
    }

    /** Whether such findings are wanted: what is not need not be looked for. */
    boolean wants(Code code) {
        return code.isWanted(settings);
    }

    /** Reports what was found at {@code span}, in UTF-16 offsets in the page. */
    void report(Code code, Span span, String message) {
        report(code, span, message, ImmutableList.of());
    }

    /** Between the marks of a conflict nothing else is worth saying until it is resolved. */
    void report(Code code, Span span, String message, ImmutableList<Related> related) {
        Severity severity = code.severity(settings);
        boolean isHidden =
                code != Code.MERGE_CONFLICT && conflicts.at(span.start()).isPresent();
        if (severity != Severity.OFF && !isHidden) {
            found.add(new Finding(code, severity, span, message, related));
        }
    }

    /** What was reported, in the order of the text. */
    ImmutableList<Finding> found() {
        return ImmutableList.sortedCopyOf(IN_TEXT, found);
    }
}
