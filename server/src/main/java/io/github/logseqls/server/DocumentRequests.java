package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.github.logseqls.feature.CallHierarchy;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.CodeActions;
import io.github.logseqls.feature.CodeLenses;
import io.github.logseqls.feature.Declaration;
import io.github.logseqls.feature.Definition;
import io.github.logseqls.feature.DocumentColors;
import io.github.logseqls.feature.DocumentHighlights;
import io.github.logseqls.feature.DocumentLinks;
import io.github.logseqls.feature.DocumentSymbols;
import io.github.logseqls.feature.Folding;
import io.github.logseqls.feature.Formatting;
import io.github.logseqls.feature.Implementation;
import io.github.logseqls.feature.InlayHints;
import io.github.logseqls.feature.LinkedEditing;
import io.github.logseqls.feature.Preferences;
import io.github.logseqls.feature.References;
import io.github.logseqls.feature.SelectionRanges;
import io.github.logseqls.feature.TypeDefinition;
import io.github.logseqls.feature.TypeHierarchy;
import io.github.logseqls.text.Span;
import io.github.logseqls.workspace.View;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.ColorInformation;
import org.eclipse.lsp4j.ColorPresentation;
import org.eclipse.lsp4j.ColorPresentationParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DeclarationParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentColorParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.ImplementationParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.LinkedEditingRangeParams;
import org.eclipse.lsp4j.LinkedEditingRanges;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.TypeDefinitionParams;
import org.eclipse.lsp4j.TypeHierarchyItem;
import org.eclipse.lsp4j.TypeHierarchyPrepareParams;
import org.eclipse.lsp4j.TypeHierarchySubtypesParams;
import org.eclipse.lsp4j.TypeHierarchySupertypesParams;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** What editors tell and ask about a document. Edits are applied at once, on the thread that reads messages. */
final class DocumentRequests implements TextDocumentService {

    private final Supplier<Session> session;
    private final TokenHistory tokens = new TokenHistory();

    DocumentRequests(Supplier<Session> session) {
        this.session = session;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        TextDocumentItem document = params.getTextDocument();
        session.get().workspace().open(document.getUri(), document.getVersion(), document.getText());
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        VersionedTextDocumentIdentifier document = params.getTextDocument();
        session.get()
                .workspace()
                .change(
                        document.getUri(),
                        document.getVersion(),
                        outline -> Edits.applied(params.getContentChanges(), outline, client().encoding()));
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        session.get().workspace().close(params.getTextDocument().getUri());
        tokens.forget(params.getTextDocument().getUri());
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        // What is open counts as the editor has it, saved or not.
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return answer(
                "foldingRange",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> Folding.ranges(view.page().outline(), client()));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return atCaret(
                "definition",
                params,
                Either.forLeft(ImmutableList.of()),
                (view, offset) -> Definition.at(view.snapshot(), view.page(), offset, client()));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> declaration(
            DeclarationParams params) {
        return atCaret(
                "declaration",
                params,
                Either.forLeft(ImmutableList.of()),
                (view, offset) -> Declaration.at(view.snapshot(), view.page(), offset, client()));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> typeDefinition(
            TypeDefinitionParams params) {
        return atCaret(
                "typeDefinition",
                params,
                Either.forLeft(ImmutableList.of()),
                (view, offset) -> TypeDefinition.at(view.snapshot(), view.page(), offset, client()));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> implementation(
            ImplementationParams params) {
        return session.get()
                .answer(
                        "implementation",
                        params.getTextDocument().getUri(),
                        Either.forLeft(ImmutableList.of()),
                        (view, cancel) -> Implementation.at(
                                view.snapshot(), view.page(), offset(view, params.getPosition()), client(), cancel));
    }

    @Override
    @SuppressWarnings("NullAway") // The protocol's word for no hover is null.
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        return atCaret(
                "hover",
                params,
                null,
                (view, offset) -> io.github.logseqls.feature.Hover.at(
                                view.snapshot(),
                                view.page(),
                                offset,
                                session.get().today(),
                                client())
                        .orElse(null));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        return atCaret(
                "references",
                params,
                ImmutableList.of(),
                (view, offset) -> References.at(
                        view.snapshot(),
                        view.page(),
                        offset,
                        params.getContext().isIncludeDeclaration(),
                        client().encoding()));
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return atCaret(
                "documentHighlight",
                params,
                ImmutableList.of(),
                (view, offset) -> DocumentHighlights.at(view.snapshot(), view.page(), offset, client().encoding()));
    }

    @Override
    public CompletableFuture<List<CallHierarchyItem>> prepareCallHierarchy(CallHierarchyPrepareParams params) {
        return atCaret(
                "prepareCallHierarchy",
                params,
                ImmutableList.of(),
                (view, offset) -> CallHierarchy.prepare(view.snapshot(), view.page(), offset, client().encoding()));
    }

    @Override
    public CompletableFuture<List<CallHierarchyIncomingCall>> callHierarchyIncomingCalls(
            CallHierarchyIncomingCallsParams params) {
        CallHierarchyItem item = params.getItem();
        return session.get()
                .answerOfFile(
                        "incomingCalls",
                        item.getUri(),
                        ImmutableList.of(),
                        (file, cancel) -> CallHierarchy.incoming(
                                file.snapshot(), file.path(), item, client().encoding(), cancel));
    }

    @Override
    public CompletableFuture<List<CallHierarchyOutgoingCall>> callHierarchyOutgoingCalls(
            CallHierarchyOutgoingCallsParams params) {
        CallHierarchyItem item = params.getItem();
        return session.get()
                .answerOfFile(
                        "outgoingCalls",
                        item.getUri(),
                        ImmutableList.of(),
                        (file, cancel) -> CallHierarchy.outgoing(
                                file.snapshot(), file.path(), item, client().encoding(), cancel));
    }

    @Override
    public CompletableFuture<List<TypeHierarchyItem>> prepareTypeHierarchy(TypeHierarchyPrepareParams params) {
        return atCaret(
                "prepareTypeHierarchy",
                params,
                ImmutableList.of(),
                (view, offset) -> TypeHierarchy.prepare(view.snapshot(), view.page(), offset, client().encoding()));
    }

    @Override
    public CompletableFuture<List<TypeHierarchyItem>> typeHierarchySupertypes(TypeHierarchySupertypesParams params) {
        TypeHierarchyItem item = params.getItem();
        return session.get()
                .answerOfFile(
                        "supertypes",
                        item.getUri(),
                        ImmutableList.of(),
                        (file, cancel) -> TypeHierarchy.supertypes(file.snapshot(), item, client().encoding()));
    }

    @Override
    public CompletableFuture<List<TypeHierarchyItem>> typeHierarchySubtypes(TypeHierarchySubtypesParams params) {
        TypeHierarchyItem item = params.getItem();
        return session.get()
                .answerOfFile(
                        "subtypes",
                        item.getUri(),
                        ImmutableList.of(),
                        (file, cancel) -> TypeHierarchy.subtypes(file.snapshot(), item, client().encoding(), cancel));
    }

    @Override
    @SuppressWarnings("NullAway") // The protocol's word for nothing to edit is null.
    public CompletableFuture<@Nullable LinkedEditingRanges> linkedEditingRange(LinkedEditingRangeParams params) {
        return atCaret(
                "linkedEditingRange",
                params,
                null,
                (view, offset) -> LinkedEditing.at(view.page(), offset, client().encoding())
                        .orElse(null));
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        List<String> kinds = params.getContext().getOnly();
        return answer(
                "codeAction",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> CodeActions.at(
                        view.snapshot(),
                        view.page(),
                        offset(view, params.getRange().getStart()),
                        kinds == null ? ImmutableList.of() : kinds,
                        client()));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return answer(
                "documentSymbol",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> DocumentSymbols.of(view.snapshot(), view.page(), client()));
    }

    @Override
    public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
        return answer(
                "selectionRange",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> params.getPositions().stream()
                        .map(position ->
                                SelectionRanges.at(view.page().outline(), offset(view, position), client().encoding()))
                        .toList());
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        String uri = params.getTextDocument().getUri();
        return answer(
                "semanticTokens/full",
                params.getTextDocument(),
                new SemanticTokens(ImmutableList.of()),
                view -> tokens.whole(uri, tokens(view)));
    }

    @Override
    public CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(
            SemanticTokensDeltaParams params) {
        String uri = params.getTextDocument().getUri();
        return answer(
                "semanticTokens/full/delta",
                params.getTextDocument(),
                Either.forLeft(new SemanticTokens(ImmutableList.of())),
                view -> tokens.since(params.getPreviousResultId(), uri, tokens(view)));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
        return answer(
                "semanticTokens/range",
                params.getTextDocument(),
                new SemanticTokens(ImmutableList.of()),
                view -> new SemanticTokens(io.github.logseqls.feature.SemanticTokens.of(
                                view.snapshot(), view.page(), span(view, params.getRange()), client())
                        .asList()));
    }

    private ImmutableIntArray tokens(View view) {
        return io.github.logseqls.feature.SemanticTokens.of(view.snapshot(), view.page(), client());
    }

    @Override
    public CompletableFuture<List<ColorInformation>> documentColor(DocumentColorParams params) {
        return answer(
                "documentColor",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> DocumentColors.of(view.page().outline(), client().encoding()));
    }

    @Override
    public CompletableFuture<List<ColorPresentation>> colorPresentation(ColorPresentationParams params) {
        return CompletableFuture.completedFuture(DocumentColors.presentations(params.getColor()));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return answer(
                "formatting",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> Formatting.edits(view.page(), params.getOptions().isInsertFinalNewline(), client().encoding()));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> rangeFormatting(DocumentRangeFormattingParams params) {
        return answer(
                "rangeFormatting",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> Formatting.edits(
                        view.page(),
                        span(view, params.getRange()),
                        params.getOptions().isInsertFinalNewline(),
                        client().encoding()));
    }

    @Override
    public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
        return answer(
                "documentLink",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> DocumentLinks.of(view.snapshot(), view.page(), client()));
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        Preferences.Hints wanted = session.get().preferences().hints();
        return session.get()
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
    public CompletableFuture<InlayHint> resolveInlayHint(InlayHint hint) {
        return InlayHints.hinted(hint)
                .map(block -> session.get()
                        .answerOfFile(
                                "inlayHint/resolve",
                                block.uri(),
                                hint,
                                file -> InlayHints.withTooltip(hint, file.snapshot(), block.id(), client())))
                .orElseGet(() -> CompletableFuture.completedFuture(hint));
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        Preferences.Lenses wanted = session.get().preferences().lenses();
        return answer(
                "codeLens",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> CodeLenses.of(view.snapshot(), view.page(), view.uri(), wanted, client()));
    }

    @Override
    public CompletableFuture<CodeLens> resolveCodeLens(CodeLens lens) {
        return CodeLenses.lensed(lens)
                .map(lensed -> session.get()
                        .answerOfFile(
                                "codeLens/resolve",
                                lensed.uri(),
                                lens,
                                (file, cancel) -> CodeLenses.resolved(
                                        lens, file.snapshot(), file.path(), lensed, client(), cancel)))
                .orElseGet(() -> CompletableFuture.completedFuture(lens));
    }

    private <T extends @Nullable Object> CompletableFuture<T> answer(
            String method, TextDocumentIdentifier document, T nothing, Function<View, T> feature) {
        return session.get().answer(method, document.getUri(), nothing, feature);
    }

    /** What is asked about a place in an open document. */
    private interface AtCaret<T extends @Nullable Object> {

        /** The answer; {@code offset} is in the page of the view. */
        T of(View view, int offset);
    }

    private <T extends @Nullable Object> CompletableFuture<T> atCaret(
            String method, TextDocumentPositionParams params, T nothing, AtCaret<T> feature) {
        return answer(
                method,
                params.getTextDocument(),
                nothing,
                view -> feature.of(view, offset(view, params.getPosition())));
    }

    private ClientAbilities client() {
        return session.get().client().abilities();
    }

    private Span span(View view, Range range) {
        return Edits.span(view.page().outline().text(), range, client().encoding());
    }

    private int offset(View view, Position position) {
        return view.page().outline().text().offset(Edits.position(position), client().encoding());
    }
}
