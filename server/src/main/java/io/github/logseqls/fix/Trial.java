package io.github.logseqls.fix;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Untouched;
import io.github.logseqls.check.Code;
import io.github.logseqls.check.Finding;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.MergeConflict;
import io.github.logseqls.graph.MergeConflicts;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Symbols;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A graph as it would be after a change. */
final class Trial {

    private final Given before;
    private final Given after;
    private final Change change;

    private Trial(Given before, Change change) {
        this.before = before;
        this.after = before.after(change);
        this.change = change;
    }

    /**
     * What comes of a change.
     *
     * @param mended the findings that it is to mend, in the pages that it changes
     */
    static Outcome of(Given given, Change change, Map<PagePath, ImmutableList<Finding>> mended) {
        if (!change.isOfKnownPages(given.snapshot().graph())) {
            return Outcome.CHANGED_ON_DISK;
        }
        Trial trial = new Trial(given, change);
        return Untouched.isNamedAsBefore(change, trial.after.snapshot())
                        && trial.findingsGo(mended)
                        && trial.asManyReferencesLeadSomewhere(mended)
                ? Outcome.MENDS
                : Outcome.HARMS;
    }

    /** Whether no finding is left of those that were to be mended, and none is there that was not before. */
    private boolean findingsGo(Map<PagePath, ImmutableList<Finding>> mended) {
        // What is wrong in a page may be mended in another one.
        Stream<Change.OfPage> others = mended.keySet().stream()
                .filter(path -> !change.changes(path))
                .map(path -> new Change.OfPage(before.snapshot().page(path).orElseThrow(), ImmutableList.of()));
        return Stream.concat(change.pages().stream(), others)
                .allMatch(
                        page -> findingsGo(page, mended.getOrDefault(page.page().path(), ImmutableList.of())));
    }

    private boolean findingsGo(Change.OfPage page, ImmutableList<Finding> mended) {
        Multiset<Place> allowed = HashMultiset.create();
        before.findings(page.page()).forEach(finding -> allowed.add(place(page, finding)));
        mended.forEach(finding -> allowed.remove(place(page, finding)));
        Page now = after(page.page());
        return after.findings(now).stream()
                .filter(finding -> !isOfNewId(finding, now) && !wasHidden(finding, page, mended))
                .allMatch(finding -> allowed.contains(
                        new Place(finding.code(), finding.span().start())));
    }

    /** A block that has its id now makes something of what looked like a reference to nothing. */
    private boolean isOfNewId(Finding finding, Page now) {
        if (finding.code() != Code.IGNORED_BLOCK_REF) {
            return false;
        }
        String ref = now.outline().text().slice(finding.span());
        return BlockId.parse(ref.substring(2, ref.length() - 2))
                .filter(before.snapshot().graph().links()::isDefined)
                .isEmpty();
    }

    /** Whether it was there before and not said, since it stands between the marks of a conflict that is resolved. */
    private static boolean wasHidden(Finding finding, Change.OfPage page, ImmutableList<Finding> mended) {
        return finding.code() != Code.DUPLICATE_ID
                && conflicts(page.page(), mended)
                        .anyMatch(conflict ->
                                page.moved(conflict.start()) <= finding.span().start()
                                        && finding.span().end() <= page.moved(conflict.end()));
    }

    /** The conflicts that are resolved, from the first mark to the last one. */
    private static Stream<Span> conflicts(Page page, ImmutableList<Finding> mended) {
        List<Finding> resolved = mended.stream()
                .filter(finding -> finding.code() == Code.MERGE_CONFLICT)
                .toList();
        if (resolved.isEmpty()) {
            return Stream.of();
        }
        MergeConflicts conflicts = MergeConflicts.in(page.outline());
        return resolved.stream()
                .flatMap(finding -> conflicts.at(finding.span().start()).stream())
                .map(MergeConflict::span);
    }

    private Page after(Page page) {
        return after.snapshot().page(page.path()).orElseThrow();
    }

    private static Place place(Change.OfPage page, Finding finding) {
        return new Place(finding.code(), page.moved(finding.span().start()));
    }

    /** A kind of finding at an offset in the page after the change. */
    private record Place(Code code, int offset) {}

    /**
     * Whether no id goes that something refers to, and no reference that leads to a block, unless it stands in a version that was
     * not wanted: it may lead to another one.
     */
    private boolean asManyReferencesLeadSomewhere(Map<PagePath, ImmutableList<Finding>> mended) {
        Set<BlockId> named = new HashSet<>();
        for (Change.OfPage page : change.pages()) {
            addNamed(before.snapshot(), page.page(), named);
            addNamed(after.snapshot(), page.page(), named);
        }
        long dropped = change.pages().stream()
                .mapToLong(page -> dropped(page, mended.getOrDefault(page.page().path(), ImmutableList.of())))
                .sum();
        // One that is mended may go itself; what closes over others that lead nowhere hides what was wrong with them.
        long mendedReferences = mended.values().stream().mapToLong(List::size).sum();
        return usesThatLead(after.snapshot(), named) >= usesThatLead(before.snapshot(), named) - dropped
                && uses(after.snapshot(), named.stream())
                        >= uses(before.snapshot(), named.stream()) - dropped - mendedReferences;
    }

    /** How many references to blocks go with versions of conflicts that are resolved. */
    private static long dropped(Change.OfPage page, ImmutableList<Finding> mended) {
        List<Span> conflicts = conflicts(page.page(), mended).toList();
        if (conflicts.isEmpty()) {
            return 0;
        }
        List<Mention> gone = new ArrayList<>();
        Mentions.of(page.page()).forEach(mention -> {
            boolean isInOne = conflicts.stream().anyMatch(conflict -> conflict.contains(mention.span()));
            if (isInOne && mention.target() instanceof Target.OfBlock && page.touches(mention.span())) {
                gone.add(mention);
            }
        });
        return gone.size();
    }

    /** Adds the ids that a page defines and uses. */
    private static void addNamed(Snapshot snapshot, Page page, Set<BlockId> to) {
        Symbols symbols = snapshot.graph().facts(page.path()).orElseThrow().symbols();
        to.addAll(symbols.names(Symbol.Definition.class, Symbol.Definition::block));
        to.addAll(symbols.names(Symbol.BlockUse.class, Symbol.BlockUse::block));
    }

    /** How many references lead to blocks that have one of these ids. */
    private static int usesThatLead(Snapshot snapshot, Set<BlockId> ids) {
        return uses(snapshot, ids.stream().filter(snapshot.graph().links()::isDefined));
    }

    private static int uses(Snapshot snapshot, Stream<BlockId> ids) {
        return ids.mapToInt(id -> snapshot.graph().count(new Symbol.BlockUse(id)))
                .sum();
    }
}
