package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.check.Finding;
import io.github.logseqls.graph.Page;

/** All ways to mend a finding, the best first. */
public final class Fixes {

    private Fixes() {}

    /** The ways to mend what was found in a page. */
    public static ImmutableList<Fix> of(Given given, Page page, Finding finding) {
        Faulty faulty = new Faulty(given, page, finding);
        return switch (finding.code()) {
            case BROKEN_BLOCK_REF, BROKEN_EMBED -> BlockRefFixes.ofBroken(faulty);
            case MALFORMED_BLOCK_REF -> BlockRefFixes.ofMalformed(faulty);
            case IGNORED_BLOCK_REF -> IgnoredFixes.ofRef(faulty);
            case IGNORED_ID -> IgnoredFixes.ofId(faulty);
            case DUPLICATE_ID -> DuplicateIdFixes.of(faulty);
            case MALFORMED_ID -> MalformedIdFixes.of(faulty);
            default -> ImmutableList.of();
        };
    }
}
