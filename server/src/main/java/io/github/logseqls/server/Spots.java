package io.github.logseqls.server;

import io.github.logseqls.change.FreshIds;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.refactor.Spot;
import io.github.logseqls.search.SearchIndex;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import io.github.logseqls.workspace.Located;
import io.github.logseqls.workspace.View;
import java.util.UUID;
import java.util.function.Supplier;

/** The places that refactorings are asked for. */
record Spots(Session session) {

    /** A selection in a document. */
    Spot at(View view, Span selection) {
        return new Spot(view.snapshot(), view.page(), selection, ids(), session.now(), texts(view.snapshot()));
    }

    /** The start of a file, which need not be there. */
    Spot of(Located file) {
        Page page = file.snapshot()
                .page(file.path())
                .orElseGet(() -> new Page(
                        file.path(),
                        Outline.parse(Text.of(""), Syntax.MARKDOWN),
                        file.snapshot().graph().config()));
        return new Spot(file.snapshot(), page, new Span(0, 0), ids(), session.now(), texts(file.snapshot()));
    }

    private Supplier<SearchIndex> texts(Snapshot snapshot) {
        return () -> session.workspace().search().allTexts(snapshot);
    }

    private static FreshIds ids() {
        return new FreshIds(UUID.randomUUID());
    }
}
