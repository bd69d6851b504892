package io.github.logseqls.refactor;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multiset;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.change.FileStep;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.PageProperties;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.rename.Merging;
import io.github.logseqls.rename.Refusal;
import io.github.logseqls.text.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page that becomes one with another: its blocks come behind those of the other, what it says of itself as a whole is said there,
 * all that named it names the other, and its file goes.
 *
 * @param warnings what the user should know before that is made
 */
public record MergedPage(Refactored refactored, ImmutableList<String> warnings) {

    private static MergedPage refused(String why) {
        return new MergedPage(new Refactored.Refused(why), ImmutableList.of());
    }

    /**
     * The page at a place and the one of a name, by its title or an alias.
     *
     * @param whileWanted is run before each page is read, and may throw
     */
    public static MergedPage of(Spot spot, String name, Runnable whileWanted) {
        Snapshot snapshot = spot.snapshot();
        ImmutableList<PagePath> sources = snapshot.graph().pages().sources(PageName.of(name.strip()));
        Optional<Page> into = sources.stream().findFirst().flatMap(snapshot::page);
        Page from = spot.page();
        if (into.isEmpty()) {
            return refused("There is no page “" + name.strip() + "”: to give this one that name, rename it.");
        }
        Optional<String> reason = reason(snapshot, from, into.get(), sources);
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        try {
            return merged(spot, into.get(), Merging.of(snapshot, from, into.get(), whileWanted));
        } catch (Refusal refusal) {
            return refused(refusal.why());
        }
    }

    /** Why two pages cannot become one. */
    private static Optional<String> reason(Snapshot snapshot, Page from, Page into, List<PagePath> sources) {
        PageName name = PageName.of(from.title());
        if (sources.contains(from.path())) {
            return Optional.of("This is that page, by another of its names or in another file.");
        }
        if (snapshot.graph().pages().isBuiltIn(name)) {
            return Optional.of("“" + from.title() + "” is a page of Logseq's own, and stays one.");
        }
        if (sources.size() > 1 || snapshot.graph().pages().sources(name).size() > 1) {
            return Optional.of("One of the two pages has several files. Make one of those first.");
        }
        if (from.config().journals().parse(from.title()).isPresent()) {
            return Optional.of("A journal is the page of its day. Move its blocks instead.");
        }
        if (from.outline().syntax() != into.outline().syntax()) {
            return Optional.of("The two pages are written in different formats, Markdown and Org.");
        }
        return speaksFromBlocks(from.outline())
                ? Optional.of(
                        "Lines with “#+” in the blocks of this page say something of all of it, and would say that"
                                + " of the other page. Delete them first.")
                : Optional.empty();
    }

    private static boolean speaksFromBlocks(Outline outline) {
        for (int index = 0; index < outline.size(); index++) {
            boolean speaks = outline.block(index).kind() != Block.Kind.PREAMBLE
                    && outline.block(index).constructs().stream()
                            .anyMatch(construct -> construct.kind() == Construct.Kind.DIRECTIVE);
            if (speaks) {
                return true;
            }
        }
        return false;
    }

    private static MergedPage merged(Spot spot, Page into, Merging merging) {
        UnitedHead head = UnitedHead.of(merging.moved(), into);
        if (!head.conflicts().isEmpty()) {
            return refused("Both pages have a property “" + head.conflicts().get(0)
                    + "”, with different values. Make them the same, or delete one.");
        }
        Outline moved = merging.moved().outline();
        int first = hasPreamble(moved) ? 1 : 0;
        List<Draft> blocks = new ArrayList<>(head.text());
        blocks.addAll(Draft.of(moved, first, moved.size()));
        blocks.removeIf(draft -> draft.content().isEmpty() && blocks.size() == 1);
        List<Edit> edits = edits(into, head, blocks);
        Change change = merging.change()
                .and(edits.isEmpty() ? Change.NONE : Change.of(into, edits))
                // The file goes as it is known: an editor that has another version of it must not do that.
                .and(Change.of(spot.page()))
                .and(Change.of(new FileStep.Deleted(spot.page().path())));
        Refactored tried =
                Trial.of(spot, change, ImmutableMap.of(into.path(), wanted(merging.change(), change, into, blocks)));
        return tried instanceof Refactored.Made && !namesTheSame(spot, change, into, merging.moved())
                ? new MergedPage(Trial.harms(), ImmutableList.of())
                : new MergedPage(tried, merging.warnings());
    }

    private static List<Edit> edits(Page into, UnitedHead head, List<Draft> blocks) {
        List<Edit> edits = new ArrayList<>(head.edits());
        if (!blocks.isEmpty()) {
            edits.add(Writing.appended(into, blocks));
        }
        return edits;
    }

    /** What the other page is to hold: its own blocks with the new names in them, and those that came. */
    private static ImmutableList<Draft> wanted(Change names, Change all, Page into, List<Draft> blocks) {
        Outline own = after(names, into);
        Outline now = after(all, into);
        boolean givesWay = !blocks.isEmpty() && own.size() > 0 && Writing.isEmpty(own, own.size() - 1);
        ImmutableList.Builder<Draft> wanted = ImmutableList.builder();
        if (hasPreamble(now)) {
            wanted.add(Draft.of(now, 0));
        }
        return wanted.addAll(Draft.of(own, hasPreamble(own) ? 1 : 0, givesWay ? own.size() - 1 : own.size()))
                .addAll(blocks)
                .build();
    }

    private static boolean hasPreamble(Outline outline) {
        return outline.size() > 0 && outline.block(0).kind() == Block.Kind.PREAMBLE;
    }

    private static Outline after(Change change, Page page) {
        return change.pages().stream()
                .filter(changed -> changed.page().path().equals(page.path()))
                .map(Change.OfPage::after)
                .findFirst()
                .orElse(page.outline());
    }

    /** Whether the blocks that came name what they named, and all names of the page that went lead to the other. */
    private static boolean namesTheSame(Spot spot, Change change, Page into, Page moved) {
        Snapshot after = change.madeIn(spot.snapshot());
        Page now = after.page(into.path()).orElseThrow();
        int first = hasPreamble(moved.outline()) ? 1 : 0;
        int last = now.outline().size();
        int come = Math.min(last, moved.outline().size() - first);
        return PageProperties.aliases(moved).stream()
                        .allMatch(alias -> after.graph()
                                .pages()
                                .sources(PageName.of(alias))
                                .contains(into.path()))
                && named(now, last - come, last)
                        .equals(named(moved, first, moved.outline().size()));
    }

    private static Multiset<Target> named(Page page, int from, int to) {
        Multiset<Target> named = HashMultiset.create();
        for (int block = from; block < to; block++) {
            Mentions.of(page, block).forEach(mention -> named.add(comparable(mention.target())));
        }
        return named;
    }

    private static Target comparable(Target target) {
        return target instanceof Target.OfPage page ? Target.OfPage.of(page.name()) : target;
    }
}
