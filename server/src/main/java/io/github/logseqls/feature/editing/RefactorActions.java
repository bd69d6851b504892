package io.github.logseqls.feature.editing;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.refactor.Refactoring;
import io.github.logseqls.refactor.Refactorings;
import io.github.logseqls.refactor.Spot;
import io.github.logseqls.refactor.TextAsReference;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionTriggerKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The refactorings that are offered as code actions. */
public final class RefactorActions {

    /** The kinds of all there are. */
    public static final ImmutableList<String> KINDS = ImmutableList.of(
            CodeActionKind.RefactorExtract,
            CodeActionKind.RefactorInline,
            CodeActionKind.RefactorMove,
            CodeActionKind.RefactorRewrite);

    private RefactorActions() {}

    /**
     * Those for a place. Whoever only moves the caret has not asked for them: a lamp at each line would say nothing.
     *
     * @param uri the address of the page as the editor spells it
     */
    public static List<Either<Command, CodeAction>> at(
            Spot spot, String uri, CodeActionContext context, ClientAbilities client) {
        boolean isAsked = context.getTriggerKind() != CodeActionTriggerKind.Automatic;
        if (!client.actions().edits() || !isAsked) {
            return List.of();
        }
        List<String> kinds = Optional.ofNullable(context.getOnly()).orElseGet(ImmutableList::of);
        int version = spot.snapshot().pages().version(spot.page().path()).orElse(0);
        return Refactorings.at(spot).stream()
                .filter(refactoring -> CodeActions.isAskedFor(kind(refactoring), kinds) && isMeant(refactoring, spot))
                .flatMap(refactoring -> action(
                        refactoring,
                        new RefactoringToMake(uri, version, refactoring.name(), spot.selection()),
                        spot,
                        client)
                        .stream())
                .map(Either::<Command, CodeAction>forRight)
                .toList();
    }

    /** Whether another block says the same is not known until all are searched: whoever wants that replaced selects it. */
    private static boolean isMeant(Refactoring refactoring, Spot spot) {
        return !refactoring.name().equals(TextAsReference.NAME)
                || !spot.selection().isEmpty();
    }

    private static String kind(Refactoring refactoring) {
        return switch (refactoring.kind()) {
            case EXTRACT -> CodeActionKind.RefactorExtract;
            case INLINE -> CodeActionKind.RefactorInline;
            case REWRITE -> CodeActionKind.RefactorRewrite;
            case MOVE -> CodeActionKind.RefactorMove;
        };
    }

    /** The action, with its edits where the editor does not ask for them later; then only one that has some. */
    private static Optional<CodeAction> action(
            Refactoring refactoring, RefactoringToMake later, Spot spot, ClientAbilities client) {
        CodeAction action = new CodeAction(refactoring.title());
        action.setKind(kind(refactoring));
        if (client.actions().editsLater()) {
            action.setData(later.json());
            return Optional.of(action);
        }
        ChangeEdits made = RefactoringToMake.made(refactoring, spot, client);
        return made.edit().map(edit -> made.in(action));
    }
}
