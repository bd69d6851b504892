package io.github.logseqls.rename;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import io.github.logseqls.change.Change;
import io.github.logseqls.graph.AskedName;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Changed;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A page as it is read after names in it changed: all that it names is to be what was named before. Blocks that both share name what
 * they named, so that only the others are read for it; unless the page has another title or place then, by which all are read.
 */
final class Reread {

    private final Graph graph;
    private final NewNames names;
    private final Change.OfPage change;
    private final Page before;
    private final Page after;
    private final Named namedBefore;
    private final String titleBefore;
    private final String titleAfter;
    private final Changed changed;

    private Reread(Graph graph, NewNames names, Named named, Change.OfPage change) {
        this.graph = graph;
        this.names = names;
        this.change = change;
        this.before = change.page();
        this.after = new Page(names.of(before.path()), change.after(), before.config());
        this.namedBefore = named;
        this.titleBefore = before.title();
        this.titleAfter = after.title();
        boolean isSamePage = after.path().equals(before.path()) && titleAfter.equals(titleBefore);
        this.changed = isSamePage
                ? after.outline().changedSince(before.outline())
                : new Changed(0, after.outline().size(), before.outline().size());
    }

    /**
     * Whether it says what it said.
     *
     * @param named what the page names before
     */
    static boolean isAsMeant(Graph graph, NewNames names, Named named, Change.OfPage change) {
        Reread reread = new Reread(graph, names, named, change);
        return reread.hasItsBlocks() && reread.hasItsTitle() && reread.namesTheSame();
    }

    private boolean hasItsBlocks() {
        return blocks(before.outline(), changed.endBefore()).equals(blocks(after.outline(), changed.end()));
    }

    private boolean hasItsTitle() {
        String title = names.titles().of(titleBefore).orElse(titleBefore);
        boolean isMerged = names.titles().merged().contains(PageName.of(title));
        return isMerged || PageName.of(titleAfter).equals(PageName.of(title));
    }

    /** What blocks there are among those that may have changed. A title may need lines before the first one. */
    private ImmutableList<List<Object>> blocks(Outline outline, int end) {
        ImmutableList.Builder<List<Object>> blocks = ImmutableList.builder();
        for (int index = changed.from(); index < end; index++) {
            Block block = outline.block(index);
            if (block.kind() != Block.Kind.PREAMBLE) {
                blocks.add(List.of(
                        block.kind(),
                        outline.level(index),
                        block.taskMarks(),
                        block.properties().size()));
            }
        }
        return blocks.build();
    }

    private boolean namesTheSame() {
        Named shared = namedBefore.outside(changed.from(), changed.endBefore());
        Named read = Named.in(after, changed.from(), changed.end());
        return mentionsTheSame(shared.mentions(), read.mentions()) && asksTheSame(shared.asked(), read.asked());
    }

    /**
     * Whether what is mentioned is what was.
     *
     * @param shared in blocks that are what they were
     * @param read in the others, as they are then
     */
    private boolean mentionsTheSame(List<Mention> shared, List<Mention> read) {
        Set<Integer> nested = new HashSet<>();
        Multiset<Target> wanted = HashMultiset.create();
        ImmutableList<Mention> mentions = namedBefore.mentions();
        List<Span> dropped = dropped(mentions);
        for (Mention mention : mentions) {
            if (isOfTitle(mention) || isDropped(mention.nameSpan(), dropped)) {
                continue;
            }
            if (isAroundChanged(mention)) {
                nested.add(change.moved(mention.nameSpan().start()));
            } else {
                boolean isDate = mention.form() == Mention.Form.DATE;
                wanted.add(isDate ? comparable(mention.target()) : renamed(mention.target()));
            }
        }
        Multiset<Target> found = HashMultiset.create();
        shared.stream()
                .filter(mention -> !isOfTitle(mention))
                .forEach(mention -> found.add(comparable(mention.target())));
        for (Mention mention : read) {
            if (!isOfTitle(mention) && !isNested(mention, nested)) {
                found.add(comparable(mention.target()));
            }
        }
        return found.equals(wanted);
    }

    /** The names that held others and do not any more. */
    private List<Span> dropped(List<Mention> mentions) {
        return mentions.stream()
                .filter(mention -> mention.target() instanceof Target.OfPage page
                        && names.titles().dropsNested(page.title()))
                .map(Mention::nameSpan)
                .toList();
    }

    private static boolean isDropped(Span name, List<Span> dropped) {
        return dropped.stream().anyMatch(span -> span.contains(name) && span.length() > name.length());
    }

    private static boolean isNested(Mention mention, Set<Integer> nested) {
        return mention.target() instanceof Target.OfPage
                && nested.contains(mention.nameSpan().start());
    }

    /** Whether it names what is no page, and something in that name changed. */
    private boolean isAroundChanged(Mention mention) {
        return mention.target() instanceof Target.OfPage page
                && change.edits().stream().anyMatch(edit -> isInside(edit, mention))
                && names.of(page, before.config()).isEmpty()
                && !graph.pages().exists(page.name());
    }

    private static boolean isInside(Edit edit, Mention mention) {
        return mention.nameSpan().contains(edit.span());
    }

    private boolean asksTheSame(List<AskedName> shared, List<AskedName> read) {
        Multiset<Target> wanted = HashMultiset.create();
        namedBefore.asked().forEach(name -> wanted.add(renamed(name.target())));
        Multiset<Target> found = HashMultiset.create();
        shared.forEach(name -> found.add(comparable(name.target())));
        read.forEach(name -> found.add(comparable(name.target())));
        return found.equals(wanted);
    }

    private Target renamed(Target target) {
        return comparable(names.of(target, before.config()).orElse(target));
    }

    private static Target comparable(Target target) {
        return target instanceof Target.OfPage page ? Target.OfPage.of(page.name()) : target;
    }

    private static boolean isOfTitle(Mention mention) {
        return mention.form() == Mention.Form.TITLE
                || mention.form() == Mention.Form.KEY && mention.target().equals(new Target.OfKey("title"));
    }
}
