package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.change.IdLine;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.search.Hit;
import io.github.logseqls.search.Query;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A text that another block has word for word as a reference to that block, which gets an id where it has none. */
public final class TextAsReference {

    /** What commands call it. */
    public static final String NAME = "replaceTextByReference";

    /** Of more blocks that hold the words nobody looks for the one that says no more. */
    private static final int MOST_READ = 60;

    private TextAsReference() {}

    static Stream<Refactoring> at(Spot spot) {
        return spot.wholeBlock().stream()
                .flatMap(block -> text(spot, block).stream()
                        .map(text -> new Refactoring(
                                NAME,
                                Refactoring.Kind.REWRITE,
                                "Replace the text by a reference to the block that has the same",
                                () -> replaced(spot, block, text))));
    }

    /** What is selected in a line, or all that the block says. */
    private static Optional<Span> text(Spot spot, BlockAt block) {
        Outline outline = spot.outline();
        Text text = outline.text();
        Span all = own(block);
        Span selected = text.trimmed(spot.selection());
        boolean isOneLine = text.lineOf(selected.start()) == text.lineOf(selected.end());
        if (!selected.isEmpty()) {
            boolean isText = selected.start() >= outline.titleStart(block.index()) && isOneLine;
            return isText ? Optional.of(selected) : Optional.empty();
        }
        boolean isReference = outline.blockRefs(block.index()).stream()
                .anyMatch(ref -> ref.span().equals(all));
        return all.isEmpty() || isReference || !saysOnly(block) ? Optional.empty() : Optional.of(all);
    }

    /** The first line behind task marker and priority. */
    private static Span own(BlockAt block) {
        Outline outline = block.outline();
        Span title = outline.title(block.index());
        return outline.text().trimmed(new Span(Math.min(title.end(), outline.titleStart(block.index())), title.end()));
    }

    /** Whether a block has no text below its first line. */
    private static boolean saysOnly(BlockAt block) {
        return block.block().kind() == Block.Kind.BULLET
                && Writing.lines(block.outline(), block.index(), block.index() + 1)
                                .end()
                        <= Head.end(block);
    }

    private static Refactored replaced(Spot spot, BlockAt block, Span text) {
        String said = spot.outline().text().slice(text);
        ImmutableList<BlockAt> found = saying(spot, block, said);
        if (found.isEmpty()) {
            return new Refactored.Refused("No other block has just this text.");
        }
        List<BlockAt> known =
                found.stream().filter(one -> one.block().id().isPresent()).toList();
        List<BlockAt> meant = known.isEmpty() ? found : known;
        return meant.size() == 1
                ? replaced(spot, block, text, meant.get(0))
                : new Refactored.Refused(meant.size()
                        + " other blocks have this text. Type “((” and choose one of them to say which is meant.");
    }

    private static ImmutableList<BlockAt> saying(Spot spot, BlockAt block, String text) {
        return spot.texts().get().blocks(Query.of(text), MOST_READ, () -> {}).stream()
                .map(Hit.OfBlock.class::cast)
                .flatMap(hit -> page(spot, hit.path())
                        .filter(page -> hit.block() < page.outline().size())
                        .map(page -> new BlockAt(page, hit.block()))
                        .stream())
                .filter(other -> !other.equals(block)
                        && other.outline().text().slice(own(other)).equals(text)
                        && saysOnly(other))
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<Page> page(Spot spot, PagePath path) {
        return path.equals(spot.page().path())
                ? Optional.of(spot.page())
                : spot.snapshot().page(path);
    }

    private static Refactored replaced(Spot spot, BlockAt here, Span text, BlockAt there) {
        Optional<BlockId> own = there.block().id();
        BlockId id = own.orElseGet(() -> spot.ids().of(there));
        Optional<Edit> line = own.isPresent() ? Optional.empty() : IdLine.read(there, id);
        if (own.isEmpty() && line.isEmpty()) {
            return Trial.harms();
        }
        Change reference = Change.of(spot.page(), new Edit(text, "((" + id + "))"));
        Change change =
                line.map(edit -> reference.and(Change.of(there.page(), edit))).orElse(reference);
        Outline now = change.pages().get(0).after();
        boolean isRead = now.size() == spot.outline().size()
                && now.blockRefs(here.index()).stream()
                        .anyMatch(ref -> ref.form() == BlockRef.Form.PLAIN
                                && ref.id().filter(id::equals).isPresent());
        if (!isRead) {
            return new Refactored.Refused(
                    "Logseq would read no reference there: it takes a blank before and behind it.");
        }
        ImmutableMap.Builder<PagePath, ImmutableList<Draft>> wanted = ImmutableMap.builder();
        for (Change.OfPage page : change.pages()) {
            wanted.put(page.page().path(), wanted(page, here, there));
        }
        return Trial.of(spot, change, wanted.buildOrThrow());
    }

    /** The blocks of a page as they were, but for the two. */
    private static ImmutableList<Draft> wanted(Change.OfPage page, BlockAt... changed) {
        Outline before = page.page().outline();
        Outline now = page.after();
        ImmutableList<Draft> wanted = Draft.of(before, 0, before.size());
        for (BlockAt block : changed) {
            if (block.page().path().equals(page.page().path()) && now.size() == before.size()) {
                Draft draft = new Draft(
                        before.level(block.index()),
                        Draft.of(now, block.index()).content());
                wanted = ImmutableList.<Draft>builder()
                        .addAll(wanted.subList(0, block.index()))
                        .add(draft)
                        .addAll(wanted.subList(block.index() + 1, wanted.size()))
                        .build();
            }
        }
        return wanted;
    }
}
