package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
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
import java.util.stream.Stream;

/** Blocks that only a file has which Logseq does not read: they come back, or what they said takes the place of the reference. */
final class BackupFixes {

    /** The folder of a page's copies is called as the page, and has its own extension. */
    private static final Pattern IN_BAK = Pattern.compile("logseq/bak/(.+)/[^/]+(\\.[^./]+)");

    private static final Pattern HEADING = Pattern.compile("#+\\s+");
    private static final int LONGEST = 60;

    private final Faulty faulty;
    private final BlockRef ref;
    private final BlockId id;
    private final BlockAt copy;

    private BackupFixes(Faulty faulty, BlockRef ref, BlockId id, BlockAt copy) {
        this.faulty = faulty;
        this.ref = ref;
        this.id = id;
        this.copy = copy;
    }

    static ImmutableList<Fix> of(Faulty faulty) {
        return BlockRefFixes.ref(faulty)
                .flatMap(ref ->
                        ref.id().flatMap(id -> copy(faulty, id).map(copy -> new BackupFixes(faulty, ref, id, copy))))
                .map(BackupFixes::fixes)
                .orElseGet(ImmutableList::of);
    }

    /** The block in a copy that a sync made of a page, which is known as a page; else in a backup. */
    private static Optional<BlockAt> copy(Faulty faulty, BlockId id) {
        return faulty.snapshot().block(id).or(() -> faulty.snapshot().backups().block(id));
    }

    private ImmutableList<Fix> fixes() {
        Optional<Page> home = home().flatMap(faulty.snapshot()::page)
                .filter(page -> page.outline().syntax() == copy.outline().syntax());
        Optional<Fix> back =
                home.flatMap(page -> twin(page).map(this::identified).or(() -> restored(page)));
        if (ConflictCopy.isOne(copy.page().path())) {
            // The reference leads to the copy as long as that is there.
            return back.stream().collect(ImmutableList.toImmutableList());
        }
        return Streams.concat(
                        Stream.of(back, inPlace()).flatMap(Optional::stream), BlockRefFixes.ofBroken(faulty).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** The page that the copy is one of. */
    private Optional<PagePath> home() {
        PagePath path = copy.page().path();
        Matcher kept = IN_BAK.matcher(path.path());
        return kept.matches() ? Optional.of(new PagePath(kept.group(1) + kept.group(2))) : ConflictCopy.original(path);
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
                "Put %s back at the end of %s".formatted(shown(copy.title()), where),
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

    private Optional<Fix> inPlace() {
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
                "Put the text in place of the %s: %s".formatted(what, shown(text)),
                () -> Change.of(faulty.page(), new Edit(ref.span(), text))));
    }

    private static String shown(String text) {
        return "“" + Places.shorten(text, LONGEST) + "”";
    }
}
