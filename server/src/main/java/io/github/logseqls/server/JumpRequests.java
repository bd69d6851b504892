package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.navigation.Declaration;
import io.github.logseqls.feature.navigation.Definition;
import io.github.logseqls.feature.navigation.DocumentHighlights;
import io.github.logseqls.feature.navigation.DocumentLinks;
import io.github.logseqls.feature.navigation.Implementation;
import io.github.logseqls.feature.navigation.References;
import io.github.logseqls.feature.navigation.TypeDefinition;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.DeclarationParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.ImplementationParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TypeDefinitionParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Where one gets to from a place, and where else the same is named. */
interface JumpRequests extends DocumentService {

    @Override
    default CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return places("definition", params, at -> Definition.at(at.snapshot(), at.page(), at.offset(), client()));
    }

    @Override
    default CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> declaration(
            DeclarationParams params) {
        return places("declaration", params, at -> Declaration.at(at.snapshot(), at.page(), at.offset(), client()));
    }

    @Override
    default CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> typeDefinition(
            TypeDefinitionParams params) {
        return places(
                "typeDefinition", params, at -> TypeDefinition.at(at.snapshot(), at.page(), at.offset(), client()));
    }

    @Override
    default CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> implementation(
            ImplementationParams params) {
        return session()
                .walkAt(
                        "implementation",
                        params.getTextDocument(),
                        params.getPosition(),
                        Either.forLeft(ImmutableList.of()),
                        at -> Implementation.at(at.snapshot(), at.page(), at.offset(), client(), at.cancel()));
    }

    @Override
    default CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        boolean declarations = params.getContext().isIncludeDeclaration();
        return session()
                .walkAt(
                        "references",
                        params.getTextDocument(),
                        params.getPosition(),
                        ImmutableList.of(),
                        at -> References.at(
                                at.snapshot(), at.page(), at.offset(), declarations, encoding(), at.cancel()));
    }

    @Override
    default CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return atCaret(
                "documentHighlight",
                params,
                ImmutableList.of(),
                at -> DocumentHighlights.at(at.snapshot(), at.page(), at.offset(), encoding()));
    }

    @Override
    default CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
        return answer(
                "documentLink",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> DocumentLinks.of(view.snapshot(), view.page(), client()));
    }

    private CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> places(
            String method,
            TextDocumentPositionParams params,
            Function<CaretView, Either<List<? extends Location>, List<? extends LocationLink>>> feature) {
        return atCaret(method, params, Either.forLeft(ImmutableList.of()), feature);
    }
}
