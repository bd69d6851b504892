package io.github.logseqls.feature.editing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.check.Code;
import io.github.logseqls.check.Finding;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.diagnostics.Diagnostics;
import io.github.logseqls.fix.Fix;
import io.github.logseqls.fix.Fixes;
import io.github.logseqls.fix.Given;
import io.github.logseqls.fix.Lookup;
import io.github.logseqls.fix.Mending;
import io.github.logseqls.graph.Page;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What can be done in a part of a page: its findings are mended, and a page that is referred to and has no file gets one. */
public final class CodeActions {

    /** Of more findings that a selection touches nobody looks through the fixes. */
    private static final int MOST_FINDINGS = 20;

    private static final String FIX_ALL = CodeActionKind.SourceFixAll + ".logseq";

    /** The kinds of all actions that mend something. */
    public static final ImmutableList<String> KINDS = ImmutableList.of(CodeActionKind.QuickFix, FIX_ALL);

    private final Given given;
    private final Page page;
    private final String uri;
    private final ClientAbilities client;

    /**
     * The actions for a page.
     *
     * @param uri its address as the editor spells it
     */
    public CodeActions(Given given, Page page, String uri, ClientAbilities client) {
        this.given = given;
        this.page = page;
        this.uri = uri;
        this.client = client;
    }

    /** The actions for what a part of the page touches; {@code context} says of which kinds, and what the editor shows there. */
    public List<Either<Command, CodeAction>> in(Span part, CodeActionContext context) {
        if (!client.actions().edits()) {
            return List.of();
        }
        List<String> kinds = Optional.ofNullable(context.getOnly()).orElseGet(ImmutableList::of);
        List<CodeAction> actions = new ArrayList<>();
        ImmutableList<Finding> all = given.findings(page);
        if (isAskedFor(CodeActionKind.QuickFix, kinds)) {
            ImmutableList<Finding> findings = touched(part, all);
            findings.forEach(finding -> addFixes(finding, context.getDiagnostics(), actions));
            codes(findings).forEach(code -> addFixesOf(code, all, actions));
            if (client.edits().creates()) {
                CreatedPage.at(given.snapshot(), page, part.start(), client)
                        .map(action -> mending(action, Code.MISSING_PAGE, findings, context.getDiagnostics()))
                        .ifPresent(actions::add);
            }
        }
        // That is for the page: nobody who asks what can be done at the caret means it.
        if (!kinds.isEmpty() && isAskedFor(FIX_ALL, kinds) && Mending.mayMend(given, page, all.stream(), 1)) {
            add(FIX_ALL, FixToMake.safe(uri, version()), actions);
        }
        // Nor does anybody who is not looking for them want these at each block.
        if (!kinds.isEmpty() && isAskedFor(MoveActions.KIND, kinds)) {
            actions.addAll(MoveActions.in(given.snapshot(), page, uri, part, client));
        }
        return actions.stream().map(Either::<Command, CodeAction>forRight).toList();
    }

    static boolean isAskedFor(String kind, List<String> kinds) {
        return kinds.isEmpty()
                || kinds.stream().anyMatch(asked -> asked.isEmpty() || (kind + ".").startsWith(asked + "."));
    }

    private static ImmutableList<Finding> touched(Span part, List<Finding> all) {
        return all.stream()
                .filter(finding -> finding.span().start() <= part.end()
                        && part.start() <= finding.span().end())
                .limit(MOST_FINDINGS)
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableSet<Code> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).collect(ImmutableSet.toImmutableSet());
    }

    private void addFixes(Finding finding, List<Diagnostic> shown, List<CodeAction> to) {
        ImmutableList<Fix> fixes = Fixes.of(given, page, finding);
        ImmutableList<Lookup> lookups =
                client.actions().editsLater() ? Fixes.lookups(given, page, finding) : ImmutableList.of();
        if (fixes.isEmpty() && lookups.isEmpty()) {
            return;
        }
        Diagnostic theirs = diagnostic(finding, shown);
        lookups.forEach(lookup -> add(CodeActionKind.QuickFix, FixToMake.of(uri, version(), finding, lookup), to)
                .ifPresent(action -> action.setDiagnostics(List.of(theirs))));
        for (Fix fix : fixes) {
            add(CodeActionKind.QuickFix, FixToMake.of(uri, version(), finding, fix), to)
                    .ifPresent(action -> {
                        action.setDiagnostics(List.of(theirs));
                        if (fix.isPreferred() && client.actions().preferred()) {
                            action.setIsPreferred(true);
                        }
                    });
        }
    }

    /** An action as the fix of the finding of a code, where there is one. */
    private CodeAction mending(CodeAction action, Code code, List<Finding> findings, List<Diagnostic> shown) {
        findings.stream().filter(finding -> finding.code() == code).findFirst().ifPresent(finding -> {
            action.setDiagnostics(List.of(diagnostic(finding, shown)));
            if (client.actions().preferred()) {
                action.setIsPreferred(true);
            }
        });
        return action;
    }

    /** A finding as the editor shows it. */
    private Diagnostic diagnostic(Finding finding, List<Diagnostic> shown) {
        Diagnostic ours = Diagnostics.diagnostic(given.snapshot(), page, finding, client.encoding());
        return shown.stream().filter(isSame(ours)).findFirst().orElse(ours);
    }

    private static Predicate<Diagnostic> isSame(Diagnostic ours) {
        return shown ->
                ours.getRange().equals(shown.getRange()) && ours.getCode().equals(shown.getCode());
    }

    private void addFixesOf(Code code, List<Finding> all, List<CodeAction> to) {
        if (Mending.mayMend(given, page, all.stream().filter(finding -> finding.code() == code), 2)) {
            add(CodeActionKind.QuickFix, FixToMake.safe(uri, version(), code), to);
        }
    }

    /** Adds the action that makes a fix, with its edits where the editor does not ask for them later; then only one that has some. */
    private Optional<CodeAction> add(String kind, FixToMake fix, List<CodeAction> to) {
        CodeAction action = new CodeAction(fix.title());
        action.setKind(kind);
        if (client.actions().editsLater()) {
            action.setData(fix.json());
        } else {
            fix.made(given, page, client).edit().ifPresent(action::setEdit);
        }
        if (action.getData() == null && action.getEdit() == null) {
            return Optional.empty();
        }
        to.add(action);
        return Optional.of(action);
    }

    private int version() {
        return given.snapshot().pages().version(page.path()).orElse(0);
    }
}
