package io.github.logseqls.feature.diagnostics;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.check.Code;
import io.github.logseqls.check.Findings;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.ConflictCopy;
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
     * What was found in a file of a graph and is wanted; of a copy that is to go nothing is said but that.
     *
     * @param user what the user wants, which goes before what the graph says
     */
    public static ImmutableList<Diagnostic> of(
            Snapshot snapshot, PagePath path, CheckSettings user, Encoding encoding) {
        ImmutableList<FileFinding> findings = snapshot.graph().findings(path);
        if (findings.isEmpty() || snapshot.graph().isPage(path) && ConflictCopy.isOne(path)) {
            return ImmutableList.of();
        }
        // An open document may have other lines than the file by now: the nearest place will do.
        Text text = snapshot.pages().text(path).orElseGet(() -> Text.of(""));
        CheckSettings settings = snapshot.graph().config().checks().overriddenBy(user);
        return findings.stream()
                .flatMap(finding -> diagnostic(text, finding, settings, encoding).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<Diagnostic> diagnostic(
            Text text, FileFinding finding, CheckSettings settings, Encoding encoding) {
        Code code = code(finding.kind());
        Severity severity = code.severity(settings);
        if (severity == Severity.OFF) {
            return Optional.empty();
        }
        return Optional.of(new Diagnostic(
                Ranges.of(text, span(text, finding), encoding),
                message(finding),
                Diagnostics.severity(severity),
                Diagnostics.SOURCE,
                code.toString()));
    }

    /** What is wrong with the end of a line shows in all of it. */
    private static Span span(Text text, FileFinding finding) {
        int start = text.offset(finding.position(), Encoding.UTF16);
        return finding.kind() == FileFinding.Kind.LONE_CR
                ? text.line(text.lineOf(start))
                : new Span(start, Math.min(start + 1, text.length()));
    }

    private static Code code(FileFinding.Kind kind) {
        return switch (kind) {
            case TOO_LARGE -> Code.FILE_TOO_LARGE;
            case INVALID_UTF8 -> Code.INVALID_UTF8;
            case BROKEN_CONFIG -> Code.CONFIG_ERROR;
            case BOM -> Code.BOM;
            case LONE_CR -> Code.LONE_CR;
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
            case BOM ->
                "This file begins with a byte order mark, an invisible character that Logseq takes for text: it sees no bullet, heading or property in the first line. Save the file as UTF-8 without one.";
            case LONE_CR ->
                "This line ends with a carriage return alone. Logseq takes it for a line end and writes a line feed when it saves the page; other programs see one long line. Save the file with LF or CRLF.";
            case BROKEN_CHECKS ->
                "Of these settings not all is understood, and what is not does not hold: %s.".formatted(finding.what());
        };
    }
}
