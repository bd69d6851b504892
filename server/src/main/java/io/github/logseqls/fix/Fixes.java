package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.check.Finding;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;

/** All ways to mend a finding, the best first. */
public final class Fixes {

    private Fixes() {}

    /** The ways to mend what was found in a page of this snapshot. */
    public static ImmutableList<Fix> of(Snapshot snapshot, Page page, Finding finding, FreshIds ids) {
        Faulty faulty = new Faulty(snapshot, page, finding, ids);
        return switch (finding.code()) {
            case BROKEN_BLOCK_REF -> BlockRefFixes.ofBroken(faulty);
            case MALFORMED_BLOCK_REF -> BlockRefFixes.ofMalformed(faulty);
            case DUPLICATE_ID -> DuplicateIdFixes.of(faulty);
            case MALFORMED_ID -> MalformedIdFixes.of(faulty);
            default -> ImmutableList.of();
        };
    }
}
