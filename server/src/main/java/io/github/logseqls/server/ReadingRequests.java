package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.structure.DocumentSymbols;
import io.github.logseqls.feature.structure.Folding;
import io.github.logseqls.feature.structure.SelectionRanges;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** What a page and the places in it are, for those who read it. */
interface ReadingRequests extends DocumentService {

    @Override
    @SuppressWarnings("NullAway") // The protocol's word for no hover is null.
    default CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        return atCaret(
                "hover",
                params,
                null,
                at -> io.github.logseqls.feature.reading.Hover.at(
                                at.snapshot(), at.page(), at.offset(), session().today(), client())
                        .orElse(null));
    }

    @Override
    default CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return answer(
                "documentSymbol",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> DocumentSymbols.of(view.snapshot(), view.page(), client()));
    }

    @Override
    default CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
        return session()
                .answerOfFile(
                        "diagnostic",
                        params.getTextDocument().getUri(),
                        PulledReports.none(),
                        file -> session().pulled().of(file, params.getPreviousResultId()));
    }

    @Override
    default CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return answer(
                "foldingRange",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> Folding.ranges(view.page().outline(), client()));
    }

    @Override
    default CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
        return answer(
                "selectionRange",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> params.getPositions().stream()
                        .map(position -> SelectionRanges.at(
                                view.page().outline(), Edits.offset(view, position, encoding()), encoding()))
                        .toList());
    }
}
