package io.github.logseqls.fix;

import io.github.logseqls.change.Change;
import io.github.logseqls.change.IdLine;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.change.Reindented;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.ConflictCopy;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Places;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A block that the graph has no more, as an older state of a page had it.
 *
 * @param copy the block there
 * @param when what is said of that state behind the block's text; empty where nothing is
 */
record LostBlock(Faulty faulty, BlockRef ref, BlockId id, BlockAt copy, String when) {

    /** The folder of a page's copies is called as the page, and has its own extension. */
    private static final Pattern IN_BAK = Pattern.compile("logseq/bak/(.+)/[^/]+(\\.[^./]+)");

    private static final Pattern HEADING = Pattern.compile("#+\\s+");
    private static final int LONGEST = 60;

    /** The block comes back to its page; where that is gone, to this one. */
    Optional<Fix> back() {
        return backHome().or(() -> restored(faulty.page()));
    }

    /** The block, or its id where it has only lost that, comes back to its page, if that is there and can have it. */
    Optional<Fix> backHome() {
        return home().flatMap(page -> twin(page).map(this::identified).or(() -> restored(page)));
    }

    /** The page that it was in, as that is now. */
    private Optional<Page> home() {
        PagePath path = copy.page().path();
        Matcher kept = IN_BAK.matcher(path.path());
        PagePath now = kept.matches()
                ? new PagePath(kept.group(1) + kept.group(2))
                : ConflictCopy.original(path).orElse(path);
        return faulty.snapshot()
                .page(now)
                .filter(page -> page.outline().syntax() == copy.outline().syntax());
    }

    /** The block itself, which has only lost its id: the one in its page with the same text. */
    private Optional<BlockAt> twin(Page page) {
        List<BlockAt> twins = IntStream.range(0, page.outline().size())
                .mapToObj(index -> new BlockAt(page, index))
                .filter(block -> block.block().id().isEmpty()
                        && block.block().kind() != Block.Kind.PREAMBLE
                        && !copy.title().isEmpty()
                        && block.title().equals(copy.title()))
                .limit(2)
                .toList();
        return twins.size() == 1 ? Optional.of(twins.get(0)) : Optional.empty();
    }

    private Fix identified(BlockAt twin) {
        return Fix.preferred(
                "Give %s its id back".formatted(faulty.name(twin)),
                () -> Change.of(twin.page(), IdLine.added(twin, id)));
    }

    private Optional<Fix> restored(Page page) {
        if (copy.block().kind() == Block.Kind.PREAMBLE) {
            return Optional.empty();
        }
        String where = page.path().equals(faulty.page().path())
                ? "this page"
                : page.path().path();
        return Optional.of(Fix.preferred(
                "Put %s%s back at the end of %s".formatted(shown(copy.title()), when, where),
                () -> Change.of(page, atEnd(page.outline().text()))));
    }

    private Edit atEnd(Text page) {
        Span content = page.trimmed(new Span(0, page.length()));
        int end = content.isEmpty() ? page.length() : content.end();
        String lineEnd = LineEnds.of(page);
        String block = text().replaceAll("\r\n?|\n", lineEnd);
        return new Edit(new Span(end, end), (content.isEmpty() ? "" : lineEnd) + block);
    }

    /** The block as it was, on the first level, and all below it unless some of that is elsewhere now. */
    private String text() {
        int first = copy.index();
        int last = copy.outline().subtreeEnd(first);
        boolean isGone = IntStream.range(first + 1, last)
                .mapToObj(index -> copy.outline().block(index).id())
                .flatMap(Optional::stream)
                .noneMatch(faulty.graph().links()::isDefined);
        int end = isGone ? last : first + 1;
        int above = copy.outline().level(first) - 1;
        int[] levels = IntStream.range(0, copy.outline().size())
                .map(index -> Math.max(1, copy.outline().level(index) - above))
                .toArray();
        Change.OfPage moved = Change.of(copy.page(), Reindented.edits(copy.page(), levels, first, end))
                .pages()
                .get(0);
        Text text = moved.after().text();
        return text.slice(text.trimmed(new Span(
                copy.outline().start(first),
                moved.moved(copy.outline().span(end - 1).end()))));
    }

    /** What it said takes the place of the reference. */
    Optional<Fix> inPlace() {
        int end = copy.outline().title(copy.index()).end();
        Span title = new Span(Math.min(copy.outline().titleStart(copy.index()), end), end);
        String text = title.isEmpty()
                ? ""
                : HEADING.matcher(copy.outline().text().slice(title)).replaceFirst("");
        if (text.isBlank()) {
            return Optional.empty();
        }
        String what = ref.form() == BlockRef.Form.EMBED ? "embed" : "reference";
        return Optional.of(Fix.possible(
                "Put the text%s in place of the %s: %s".formatted(when, what, shown(text)),
                () -> Change.of(faulty.page(), new Edit(ref.span(), text))));
    }

    /** The reference leads to what says much the same now; what only lost its id needs but that. */
    Optional<Fix> likest() {
        return home().flatMap(this::twin).isPresent()
                ? Optional.empty()
                : LikestBlock.of(faulty, ref, id, copy.title());
    }

    private static String shown(String text) {
        return "“" + Places.shorten(text, LONGEST) + "”";
    }
}
