package io.github.logseqls.feature.diagnostics;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.check.Finding;
import io.github.logseqls.check.Findings;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Severity;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Encoding;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;

/** What is wrong in a page, as an editor shows it. */
public final class Diagnostics {

    /** Says who found it. */
    public static final String SOURCE = "logseq";

    private Diagnostics() {}

    /**
     * All findings in a page that are wanted, in the order of the text.
     *
     * @param user what the user wants, which goes before what the graph says
     */
    public static ImmutableList<Diagnostic> of(Snapshot snapshot, Page page, CheckSettings user, Encoding encoding) {
        CheckSettings settings = snapshot.graph().config().checks().overriddenBy(user);
        return Findings.of(snapshot, page, settings).stream()
                .map(finding -> diagnostic(snapshot, page, finding, encoding))
                .collect(ImmutableList.toImmutableList());
    }

    public static Diagnostic diagnostic(Snapshot snapshot, Page page, Finding finding, Encoding encoding) {
        Diagnostic diagnostic = new Diagnostic(
                Ranges.of(page.outline().text(), finding.span(), encoding),
                finding.message(),
                severity(finding.severity()),
                SOURCE,
                finding.code().toString());
        if (finding.code().isUnnecessary()) {
            // An editor that does not know the tag passes over it.
            diagnostic.setTags(List.of(DiagnosticTag.Unnecessary));
        }
        if (!finding.related().isEmpty()) {
            diagnostic.setRelatedInformation(finding.related().stream()
                    .map(related -> related(snapshot, related, encoding))
                    .toList());
        }
        return diagnostic;
    }

    private static DiagnosticRelatedInformation related(Snapshot snapshot, Finding.Related related, Encoding encoding) {
        Location location = new Location(
                snapshot.pages().uri(related.page().path()),
                Ranges.of(related.page().outline().text(), related.span(), encoding));
        return new DiagnosticRelatedInformation(location, related.message());
    }

    static DiagnosticSeverity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case INFO -> DiagnosticSeverity.Information;
            case HINT, OFF -> DiagnosticSeverity.Hint;
        };
    }
}
