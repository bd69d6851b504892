package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.change.FileStep;
import io.github.logseqls.change.IdLine;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.NewPage;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.PlainTitle;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A block with all below it that goes to a page of its own, or to the journal of today, and leaves a reference or an embed. To a
 * page that is named by its first line it takes that line along only where there is more in it than the name.
 */
public final class Extraction {

    private static final int LONGEST_TITLE = 120;
    private static final int SHORT = 40;

    private Extraction() {}

    static Stream<Refactoring> at(Spot spot) {
        return spot.wholeBlock().filter(block -> !isReference(block)).stream()
                .flatMap(block -> Stream.concat(toPage(spot, block), toJournal(spot, block)));
    }

    /** Whether a block stands for another one, and there is nothing that could be extracted. */
    private static boolean isReference(BlockAt block) {
        return block.outline().blockRefs(block.index()).stream().anyMatch(ref -> RefAt.isAll(block, ref));
    }

    private static Stream<Refactoring> toPage(Spot spot, BlockAt block) {
        String title = title(spot, block);
        if (title.isEmpty() || NewPage.of(spot.snapshot().graph(), title).isEmpty()) {
            return Stream.of();
        }
        String shown = "“" + Places.shorten(title, SHORT) + "”";
        return Stream.of(
                new Refactoring(
                        "extractToPage",
                        Refactoring.Kind.EXTRACT,
                        "Extract to page " + shown + ", leaving a link",
                        () -> toPage(spot, block, title, "[[" + title + "]]")),
                new Refactoring(
                        "extractToPageAsEmbed",
                        Refactoring.Kind.EXTRACT,
                        "Extract to page " + shown + ", leaving an embed",
                        () -> toPage(spot, block, title, "{{embed [[" + title + "]]}}")));
    }

    private static Stream<Refactoring> toJournal(Spot spot, BlockAt block) {
        boolean isThere = spot.snapshot()
                .graph()
                .pages()
                .sources(today(spot))
                .contains(spot.page().path());
        boolean isEmpty = Draft.of(spot.outline(), block.index()).content().isEmpty();
        if (isThere || isEmpty || !spot.page().config().areJournalsEnabled()) {
            return Stream.of();
        }
        return Stream.of(
                new Refactoring(
                        "extractToJournal",
                        Refactoring.Kind.EXTRACT,
                        "Move to the journal of today, leaving a reference",
                        () -> toJournal(spot, block, "((%s))")),
                new Refactoring(
                        "extractToJournalAsEmbed",
                        Refactoring.Kind.EXTRACT,
                        "Move to the journal of today, leaving an embed",
                        () -> toJournal(spot, block, "{{embed ((%s))}}")));
    }

    private static String title(Spot spot, BlockAt block) {
        String title = PlainTitle.of(block, spot.snapshot()::block)
                .replace("[[", "")
                .replace("]]", "")
                .strip();
        return title.length() > LONGEST_TITLE ? "" : title;
    }

    /** To a page of a name that somebody gave. */
    public static Refactored toPage(Spot spot, String name) {
        String title = name.strip();
        Optional<BlockAt> block = spot.wholeBlock();
        if (block.isEmpty()) {
            return new Refactored.Refused("There is no block that could be extracted.");
        }
        return toPage(spot, block.get(), title, "[[" + title + "]]");
    }

    private static Refactored toPage(Spot spot, BlockAt block, String title, String left) {
        Optional<NewPage> made = NewPage.of(spot.snapshot().graph(), title);
        if (made.isEmpty()) {
            return new Refactored.Refused("There is a page “" + Places.shorten(title, SHORT)
                    + "” already, or no file can have that name. Give the page another name.");
        }
        if (!names(spot, left, title)) {
            return new Refactored.Refused(
                    "A link cannot name a page “" + Places.shorten(title, SHORT) + "”. Give the page another name.");
        }
        Outline outline = spot.outline();
        int level = outline.level(block.index());
        List<Draft> drafts = Draft.subtree(outline, block.index());
        boolean goesOn = saysOnly(block, title) && outline.hasChildren(block.index());
        List<Draft> moved =
                goesOn ? Draft.deeper(drafts.subList(1, drafts.size()), -level) : Draft.deeper(drafts, 1 - level);
        NewPage page = made.get();
        Syntax syntax = page.syntax();
        if (syntax != outline.syntax()) {
            return new Refactored.Refused(
                    "New pages of this graph have the other format, Markdown or Org, and the block cannot be moved as it is.");
        }
        String text = Writing.page(page.content(), syntax, Writing.step(spot.page(), block.index()), moved);
        Outline head = Outline.parse(Text.of(page.content()), syntax);
        ImmutableList<Draft> wanted = ImmutableList.<Draft>builder()
                .addAll(Draft.of(head, 0, head.size() - 1))
                .addAll(moved)
                .build();
        return replaced(spot, block, left, Change.of(new FileStep.Created(page.path(), text)), page.path(), wanted);
    }

    /** Whether what is left is read as a reference to the page. */
    private static boolean names(Spot spot, String left, String title) {
        String bullet = spot.isOrg() ? "* " : "- ";
        Outline read = Outline.parse(Text.of(bullet + left), spot.outline().syntax());
        return Mentions.of(new Page(spot.page().path(), read, spot.page().config())).stream()
                .map(Mention::target)
                .anyMatch(target -> target instanceof Target.OfPage page
                        && (page.name().equals(PageName.of(title))
                                || page.title().equals(title)));
    }

    /** Whether a block holds nothing but the name of the page, so that the page says as much. */
    private static boolean saysOnly(BlockAt block, String title) {
        return block.block().kind() != Block.Kind.PREAMBLE
                && Draft.of(block.outline(), block.index())
                        .content()
                        .replaceFirst("^#+\\s+", "")
                        .equals(title);
    }

    private static Refactored toJournal(Spot spot, BlockAt block, String form) {
        // The block has to have an id before it can be referred to.
        Optional<BlockId> own = block.block().id();
        BlockId id = own.orElseGet(() -> spot.ids().of(block));
        Optional<Edit> line = own.isPresent() ? Optional.empty() : IdLine.read(block, id);
        if (own.isEmpty() && line.isEmpty()) {
            return Trial.harms();
        }
        Outline named = line.map(spot.outline()::with).orElse(spot.outline());
        List<Draft> moved = Draft.deeper(
                Draft.subtree(named, block.index()), 1 - spot.outline().level(block.index()));
        return JournalEnd.with(spot, moved)
                .map(end -> replaced(spot, block, form.formatted(id), end.change(), end.path(), end.wanted()))
                .orElseGet(() -> new Refactored.Refused("The journal of today has the other format, Markdown or Org,"
                        + " or cannot be made while the graph is being read."));
    }

    private static PageName today(Spot spot) {
        return PageName.of(spot.page().config().journals().day(spot.today()).title());
    }

    private static Refactored replaced(
            Spot spot, BlockAt block, String left, Change there, PagePath path, ImmutableList<Draft> wanted) {
        Page page = spot.page();
        int end = spot.outline().subtreeEnd(block.index());
        ImmutableList<Draft> reference =
                ImmutableList.of(new Draft(spot.outline().level(block.index()), left));
        Change change = Change.of(page, Writing.replaced(page, block.index(), end, reference))
                .and(there);
        return Trial.of(
                spot,
                change,
                ImmutableMap.of(page.path(), Draft.with(spot.outline(), block.index(), end, reference), path, wanted));
    }
}
