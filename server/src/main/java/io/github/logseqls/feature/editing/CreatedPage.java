package io.github.logseqls.feature.editing;

import io.github.logseqls.change.Change;
import io.github.logseqls.change.FileStep;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.NewPage;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;

/** A page that is referred to and has no file gets one. */
final class CreatedPage {

    private static final int LONGEST_TITLE = 60;

    private CreatedPage() {}

    /** The action for what stands at {@code offset}, which is in the page. */
    static Optional<CodeAction> at(Snapshot snapshot, Page page, int offset, ClientAbilities client) {
        return Mentions.at(page, offset)
                .filter(mention -> !isSlip(mention, page))
                .map(Mention::target)
                .filter(Target.OfPage.class::isInstance)
                .map(target -> ((Target.OfPage) target).title())
                .flatMap(title ->
                        NewPage.of(snapshot.graph(), title).map(made -> create(snapshot, page, title, made, client)));
    }

    /**
     * Whether it was hardly meant as a page: what is left of an opener, {@code #+BEGIN_SRC} say, which Logseq takes for a tag where
     * it opens nothing, or a reference to a block that a tag takes in.
     */
    private static boolean isSlip(Mention mention, Page page) {
        String written = page.outline().text().slice(mention.span());
        return written.startsWith("#+") || written.contains("((");
    }

    private static CodeAction create(Snapshot snapshot, Page page, String title, NewPage made, ClientAbilities client) {
        CodeAction action = new CodeAction("Create page “" + Places.shorten(title, LONGEST_TITLE) + "”");
        action.setKind(CodeActionKind.QuickFix);
        Change change = Change.of(new FileStep.Created(made.path(), made.content()));
        return ChangeEdits.of(snapshot, page, change, action.getTitle(), client).in(action);
    }
}
