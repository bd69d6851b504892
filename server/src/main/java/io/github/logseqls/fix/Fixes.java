package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.github.logseqls.check.Code;
import io.github.logseqls.check.Finding;
import io.github.logseqls.graph.Page;

/** All ways to mend a finding, the best first. */
public final class Fixes {

    private static final ImmutableSet<Code> MAY_BE_SAFE = Sets.immutableEnumSet(
            Code.MALFORMED_BLOCK_REF,
            Code.IGNORED_BLOCK_REF,
            Code.DUPLICATE_ID,
            Code.MALFORMED_ID,
            Code.IGNORED_ID,
            Code.IGNORED_PROPERTY,
            Code.PROPERTY_SYNTAX,
            Code.INVALID_TIMESTAMP,
            Code.UNKNOWN_REPEATER);

    private Fixes() {}

    /** Whether there are safe fixes for findings of a code: others need not be asked for them. */
    static boolean mayBeSafe(Code code) {
        return MAY_BE_SAFE.contains(code);
    }

    /** What may be found to mend it with, by a look that takes its time. */
    public static ImmutableList<Lookup> lookups(Given given, Page page, Finding finding) {
        return switch (finding.code()) {
            case BROKEN_BLOCK_REF, BROKEN_EMBED -> HistoryFixes.of(new Faulty(given, page, finding));
            default -> ImmutableList.of();
        };
    }

    /** The ways to mend what was found in a page. */
    public static ImmutableList<Fix> of(Given given, Page page, Finding finding) {
        Faulty faulty = new Faulty(given, page, finding);
        return switch (finding.code()) {
            case BROKEN_BLOCK_REF, BROKEN_EMBED -> BlockRefFixes.ofBroken(faulty);
            case MALFORMED_BLOCK_REF -> BlockRefFixes.ofMalformed(faulty);
            case REF_ONLY_IN_BACKUP -> BackupFixes.of(faulty);
            case IGNORED_BLOCK_REF -> IgnoredFixes.ofRef(faulty);
            case IGNORED_ID -> IgnoredFixes.ofId(faulty);
            case UNUSED_ID -> UnusedIdFixes.of(faulty);
            case ALIAS_COLLISION -> AliasFixes.of(faulty);
            case DUPLICATE_ID -> DuplicateIdFixes.of(faulty);
            case MALFORMED_ID -> MalformedIdFixes.of(faulty);
            case UNCLOSED_CONSTRUCT, UNCLOSED_LOGBOOK -> UnclosedFixes.of(faulty);
            case MIXED_INDENTATION, ORPHAN_OUTDENT -> IndentationFixes.ofTree(faulty);
            case SKIPPED_LEVEL -> IndentationFixes.ofStep(faulty);
            case PROPERTY_SYNTAX -> PropertyFixes.ofSyntax(faulty);
            case PROPERTY_TYPO -> PropertyFixes.ofTypo(faulty);
            case DUPLICATE_PROPERTY -> PropertyFixes.ofDuplicate(faulty);
            case IGNORED_PROPERTY -> IgnoredPropertyFixes.of(faulty);
            case HOISTED_DIRECTIVE -> DirectiveFixes.of(faulty);
            case MERGE_CONFLICT -> ConflictFixes.of(faulty);
            case INVALID_TIMESTAMP -> DateFixes.ofTimestamp(faulty);
            case UNKNOWN_REPEATER -> DateFixes.ofRepeater(faulty);
            default -> ImmutableList.of();
        };
    }
}
