package io.github.logseqls.feature;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.check.Code;
import io.github.logseqls.check.Findings;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Severity;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;

/** What is wrong with a file as it lies on disk: its size, its bytes, and whether settings can be read at all. */
public final class FileDiagnostics {

    private FileDiagnostics() {}

    /** All that is wrong in a file and is wanted: with its bytes, and with what stands in it. A page is read only where need be. */
    public static ImmutableList<Diagnostic> ofFile(
            Snapshot snapshot, PagePath path, CheckSettings user, Encoding encoding) {
        ImmutableList<Diagnostic> ofBytes = of(snapshot, path, user, encoding);
        Graph graph = snapshot.graph();
        CheckSettings settings = graph.config().checks().overriddenBy(user);
        boolean mayBe = graph.isPage(path)
                && graph.facts(path)
                        .filter(facts -> Findings.mayBeIn(graph, facts, settings))
                        .isPresent();
        return mayBe
                ? ImmutableList.<Diagnostic>builder()
                        .addAll(ofBytes)
                        .addAll(snapshot.page(path)
                                .map(page -> Diagnostics.of(snapshot, page, user, encoding))
                                .orElseGet(ImmutableList::of))
                        .build()
                : ofBytes;
    }

    /**
     * What was found in a file of a graph and is wanted; nothing where nothing was.
     *
     * @param user what the user wants, which goes before what the graph says
     */
    public static ImmutableList<Diagnostic> of(
            Snapshot snapshot, PagePath path, CheckSettings user, Encoding encoding) {
        CheckSettings settings = snapshot.graph().config().checks().overriddenBy(user);
        return snapshot.graph().finding(path).stream()
                .flatMap(finding -> diagnostic(snapshot, path, finding, settings, encoding).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<Diagnostic> diagnostic(
            Snapshot snapshot, PagePath path, FileFinding finding, CheckSettings settings, Encoding encoding) {
        Code code = code(finding.kind());
        Severity severity = settings.severity(code.toString(), code.severity());
        if (severity == Severity.OFF) {
            return Optional.empty();
        }
        // An open document may have other lines than the file by now: the nearest place will do.
        Text text = snapshot.pages().text(path).orElseGet(() -> Text.of(""));
        int start = text.offset(finding.position(), Encoding.UTF16);
        Span span = new Span(start, Math.min(start + 1, text.length()));
        return Optional.of(new Diagnostic(
                Ranges.of(text, span, encoding),
                message(finding),
                Diagnostics.severity(severity),
                Diagnostics.SOURCE,
                code.toString()));
    }

    private static Code code(FileFinding.Kind kind) {
        return switch (kind) {
            case TOO_LARGE -> Code.FILE_TOO_LARGE;
            case INVALID_UTF8 -> Code.INVALID_UTF8;
            case BROKEN_CONFIG -> Code.CONFIG_ERROR;
            case BROKEN_CHECKS -> Code.SETTINGS_ERROR;
        };
    }

    private static String message(FileFinding finding) {
        return switch (finding.kind()) {
            case TOO_LARGE ->
                "This file is passed over while it is not open: %s. No block of it can be found from other pages. Divide it into several pages."
                        .formatted(finding.what());
            case INVALID_UTF8 ->
                "From here on the file has bytes that are no UTF-8. Logseq shows � instead of them and loses them when it saves the page. Save the file as UTF-8.";
            case BROKEN_CONFIG ->
                "Logseq cannot read the settings of this graph: %s. It shows an error and goes without them, and until this is mended pages and dates are named here by the app's defaults. All settings stand in one { }, each ( [ { and \" is closed, and no key stands twice."
                        .formatted(finding.what());
            case BROKEN_CHECKS ->
                "Of these settings not all is understood, and what is not does not hold: %s.".formatted(finding.what());
        };
    }
}
