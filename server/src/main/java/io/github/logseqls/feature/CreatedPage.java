package io.github.logseqls.feature;

import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.NewPage;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** A page that is referred to and has no file gets one. */
final class CreatedPage {

    private static final int LONGEST_TITLE = 60;

    private CreatedPage() {}

    /** The action for what stands at {@code offset}, which is in the page. */
    static Optional<CodeAction> at(Snapshot snapshot, Page page, int offset) {
        return Mentions.at(page, offset)
                .map(Mention::target)
                .filter(Target.OfPage.class::isInstance)
                .map(target -> ((Target.OfPage) target).title())
                .flatMap(title -> NewPage.of(snapshot.graph(), title)
                        .map(made -> create(title, snapshot.pages().uri(made.path()), made.content())));
    }

    private static CodeAction create(String title, String uri, String content) {
        CodeAction action = new CodeAction("Create page “" + Places.shorten(title, LONGEST_TITLE) + "”");
        action.setKind(CodeActionKind.QuickFix);
        // Without options an editor refuses to make a file that is there.
        action.setEdit(new WorkspaceEdit(List.of(
                Either.forRight(new CreateFile(uri)),
                Either.forLeft(new TextDocumentEdit(
                        new VersionedTextDocumentIdentifier(uri, null),
                        List.of(Either.forLeft(new TextEdit(Ranges.START, content))))))));
        return action;
    }
}
