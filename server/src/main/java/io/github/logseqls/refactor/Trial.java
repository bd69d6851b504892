package io.github.logseqls.refactor;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multiset;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.change.FileStep;
import io.github.logseqls.change.Untouched;
import io.github.logseqls.graph.FirstBlock;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A graph as it would be after a change: whether it reads as it is meant to. */
final class Trial {

    private static final Refactored CHANGED_ON_DISK = new Refactored.Refused(
            "A file that this changes was just changed on disk, and is being read. Try again then.");
    private static final Refactored HARMS =
            new Refactored.Refused("Logseq would then read the blocks here, or others around"
                    + " them, otherwise than they are meant: the indentation is uneven, or something is opened in one block and closed in"
                    + " another. Format the page, or do it by hand.");

    private final Snapshot before;
    private final Snapshot after;
    private final Change change;

    private Trial(Snapshot before, Change change) {
        this.before = before;
        this.after = change.madeIn(before);
        this.change = change;
    }

    /** A change of one page, which is to hold these blocks then. */
    static Refactored of(Spot spot, Change change, List<Draft> wanted) {
        return of(spot, change, ImmutableMap.of(spot.page().path(), ImmutableList.copyOf(wanted)));
    }

    /** A change after which pages are to hold just these blocks. */
    static Refactored of(Spot spot, Change change, Map<PagePath, ImmutableList<Draft>> wanted) {
        Snapshot snapshot = spot.snapshot();
        if (!change.isOfKnownPages(snapshot.graph())) {
            return CHANGED_ON_DISK;
        }
        Trial trial = new Trial(snapshot, change);
        boolean reads = wanted.entrySet().stream().allMatch(page -> trial.holds(page.getKey(), page.getValue()));
        return reads && Untouched.isNamedAsBefore(change, trial.after) && trial.idsStay()
                ? new Refactored.Made(change)
                : HARMS;
    }

    /** A change inside one block, which keeps its place; all others stay what they are. */
    static Refactored within(Spot spot, int block, Change change) {
        Outline now = change.pages().get(0).after();
        if (now.size() != spot.outline().size()) {
            return HARMS;
        }
        Draft changed =
                new Draft(spot.outline().level(block), Draft.of(now, block).content());
        return of(spot, change, Draft.with(spot.outline(), block, block + 1, ImmutableList.of(changed)));
    }

    static Refactored harms() {
        return HARMS;
    }

    private boolean holds(PagePath path, ImmutableList<Draft> wanted) {
        Outline now = after.page(path).orElseThrow().outline();
        boolean lostBullet = before.page(path)
                .filter(page -> FirstBlock.losesBullet(page.outline()))
                .isPresent();
        return Draft.of(now, 0, now.size()).equals(wanted) && (lostBullet || !FirstBlock.losesBullet(now));
    }

    /** Whether no id is there twice that was not before, and none goes that something refers to. */
    private boolean idsStay() {
        Multiset<BlockId> then = HashMultiset.create();
        Multiset<BlockId> now = HashMultiset.create();
        Set<PagePath> paths = new HashSet<>();
        change.pages().forEach(page -> paths.add(page.page().path()));
        paths.forEach(path -> before.page(path).ifPresent(page -> addIds(page.outline(), then)));
        change.files().forEach(step -> created(step).ifPresent(paths::add));
        paths.forEach(path -> after.page(path).ifPresent(page -> addIds(page.outline(), now)));
        boolean unique = now.elementSet().stream()
                .allMatch(id -> now.count(id) <= Math.max(1, then.count(id))
                        && (then.contains(id) || !before.graph().links().isDefined(id)));
        return unique
                && then.elementSet().stream()
                        .filter(id -> !now.contains(id))
                        .allMatch(id -> after.graph().links().isDefined(id)
                                || after.graph()
                                        .links()
                                        .files(new Symbol.BlockUse(id))
                                        .isEmpty());
    }

    private static Optional<PagePath> created(FileStep step) {
        return step instanceof FileStep.Created file ? Optional.of(file.path()) : Optional.empty();
    }

    private static void addIds(Outline outline, Multiset<BlockId> to) {
        for (int block = 0; block < outline.size(); block++) {
            outline.block(block).id().ifPresent(to::add);
        }
    }
}
