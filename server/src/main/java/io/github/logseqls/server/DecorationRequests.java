package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.github.logseqls.feature.Preferences;
import io.github.logseqls.feature.decoration.CodeLenses;
import io.github.logseqls.feature.decoration.DocumentColors;
import io.github.logseqls.feature.decoration.InlayHints;
import io.github.logseqls.workspace.View;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.ColorInformation;
import org.eclipse.lsp4j.ColorPresentation;
import org.eclipse.lsp4j.ColorPresentationParams;
import org.eclipse.lsp4j.DocumentColorParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What is shown in, beside and above the text. */
interface DecorationRequests extends DocumentService {

    @Override
    default CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        String uri = params.getTextDocument().getUri();
        return answer(
                "semanticTokens/full",
                params.getTextDocument(),
                new SemanticTokens(ImmutableList.of()),
                view -> session().tokens().whole(uri, tokens(view)));
    }

    @Override
    default CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(
            SemanticTokensDeltaParams params) {
        String uri = params.getTextDocument().getUri();
        return answer(
                "semanticTokens/full/delta",
                params.getTextDocument(),
                Either.forLeft(new SemanticTokens(ImmutableList.of())),
                view -> session().tokens().since(params.getPreviousResultId(), uri, tokens(view)));
    }

    @Override
    default CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
        return answer(
                "semanticTokens/range",
                params.getTextDocument(),
                new SemanticTokens(ImmutableList.of()),
                view -> new SemanticTokens(io.github.logseqls.feature.decoration.SemanticTokens.of(
                                view.snapshot(), view.page(), span(view, params.getRange()), client())
                        .asList()));
    }

    private ImmutableIntArray tokens(View view) {
        return io.github.logseqls.feature.decoration.SemanticTokens.of(view.snapshot(), view.page(), client());
    }

    @Override
    default CompletableFuture<List<ColorInformation>> documentColor(DocumentColorParams params) {
        return answer(
                "documentColor",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> DocumentColors.of(view.page().outline(), encoding()));
    }

    @Override
    default CompletableFuture<List<ColorPresentation>> colorPresentation(ColorPresentationParams params) {
        return CompletableFuture.completedFuture(DocumentColors.presentations(params.getColor()));
    }

    @Override
    default CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        Preferences.Hints wanted = session().preferences().hints();
        return session()
                .answer(
                        "inlayHint",
                        params.getTextDocument().getUri(),
                        ImmutableList.of(),
                        (view, cancel) -> InlayHints.in(
                                view.snapshot(),
                                view.page(),
                                span(view, params.getRange()),
                                view.uri(),
                                wanted,
                                client(),
                                cancel));
    }

    @Override
    default CompletableFuture<InlayHint> resolveInlayHint(InlayHint hint) {
        return InlayHints.unresolved(hint)
                .map(about -> session()
                        .answerOfFile(
                                "inlayHint/resolve",
                                about.uri(),
                                hint,
                                file -> InlayHints.withTooltip(hint, file.snapshot(), about, client())))
                .orElseGet(() -> CompletableFuture.completedFuture(hint));
    }

    @Override
    default CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        Preferences.Lenses wanted = session().preferences().lenses();
        return answer(
                "codeLens",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> CodeLenses.of(view.snapshot(), view.page(), view.uri(), wanted, client()));
    }

    @Override
    default CompletableFuture<CodeLens> resolveCodeLens(CodeLens lens) {
        return CodeLenses.unresolved(lens)
                .map(about -> session()
                        .walkOfFile(
                                "codeLens/resolve",
                                about.uri(),
                                lens,
                                (file, cancel) -> CodeLenses.resolved(
                                        lens, file.snapshot(), file.path(), about, client(), cancel)))
                .orElseGet(() -> CompletableFuture.completedFuture(lens));
    }
}
