package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.check.Finding;
import io.github.logseqls.check.Findings;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;

/**
 * What fixes are made from.
 *
 * @param checks what is to be mended at all: no other findings count
 * @param ids the ids that blocks get which need one
 * @param sources where blocks that are lost may be found again
 */
public record Given(Snapshot snapshot, CheckSettings checks, FreshIds ids, Sources sources) {

    /** What lies in the graph alone. */
    public Given(Snapshot snapshot, CheckSettings checks, FreshIds ids) {
        this(snapshot, checks, ids, Sources.NONE);
    }

    /** What is wrong in a page. */
    public ImmutableList<Finding> findings(Page page) {
        return Findings.of(snapshot, page, checks);
    }

    /** The same where a page has another text. */
    public Given with(Page page, Text text) {
        Span all = new Span(0, page.outline().text().length());
        return after(Change.of(page, new Edit(all, text.string())));
    }

    /** The same after a change of the graph. */
    Given after(Change change) {
        return new Given(change.madeIn(snapshot), checks, ids, sources);
    }
}
