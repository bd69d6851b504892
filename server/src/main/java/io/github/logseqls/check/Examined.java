package io.github.logseqls.check;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.check.Finding.Related;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Severity;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
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
    private final List<Finding> found = new ArrayList<>();

    Examined(Snapshot snapshot, Page page, CheckSettings settings) {
        this.snapshot = snapshot;
        this.page = page;
        this.settings = settings;
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

    /** Whether such findings are wanted: what is not need not be looked for. */
    boolean wants(Code code) {
        return code.isWanted(settings);
    }

    /** Reports what was found at {@code span}, in UTF-16 offsets in the page. */
    void report(Code code, Span span, String message) {
        report(code, span, message, ImmutableList.of());
    }

    void report(Code code, Span span, String message, ImmutableList<Related> related) {
        Severity severity = code.severity(settings);
        if (severity != Severity.OFF) {
            found.add(new Finding(code, severity, span, message, related));
        }
    }

    /** What was reported, in the order of the text. */
    ImmutableList<Finding> found() {
        return ImmutableList.sortedCopyOf(IN_TEXT, found);
    }
}
