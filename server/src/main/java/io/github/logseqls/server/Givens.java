package io.github.logseqls.server;

import io.github.logseqls.change.FreshIds;
import io.github.logseqls.feature.Preferences;
import io.github.logseqls.fix.Given;
import io.github.logseqls.fix.Sources;
import io.github.logseqls.graph.History;
import io.github.logseqls.search.SearchIndex;
import io.github.logseqls.workspace.View;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/** What findings are mended by. */
record Givens(Session session) {

    /** In the graph of a document. */
    Given of(View view, CancelChecker cancel) {
        return of(view, cancel, () -> session.workspace().search().texts(view.snapshot()));
    }

    /** The same for who waits until all texts are known. */
    Given inFull(View view, CancelChecker cancel) {
        return of(view, cancel, () -> session.workspace().search().allTexts(view.snapshot()));
    }

    private Given of(View view, CancelChecker cancel, Supplier<SearchIndex> texts) {
        Preferences wanted = session.preferences();
        return new Given(
                view.snapshot(),
                view.snapshot().graph().config().checks().overriddenBy(wanted.checks()),
                new FreshIds(UUID.randomUUID()),
                new Sources(
                        texts,
                        wanted.isTrusting()
                                ? session.workspace().history(view.uri(), cancel::checkCanceled)
                                : History.NONE,
                        cancel::checkCanceled));
    }
}
