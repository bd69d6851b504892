package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Pages;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import io.vavr.collection.HashMap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a fix changes: the edits of one or several pages, each page once. */
public record Change(ImmutableList<OfPage> pages) {

    /** Nothing at all. */
    static final Change NONE = new Change(ImmutableList.of());

    private static final Comparator<Edit> IN_TEXT =
            Comparator.comparingInt(edit -> edit.span().start());

    /**
     * The edits of one page.
     *
     * @param page as it was when they were made
     * @param edits in UTF-16 offsets in that page, in its order and without overlap
     */
    public record OfPage(Page page, ImmutableList<Edit> edits) {

        /** The page after the edits. */
        Outline after() {
            return Outline.parse(
                    page.outline().text().withAll(edits), page.outline().syntax());
        }

        /** Whether an edit takes away some of a part of the page. */
        boolean touches(Span part) {
            return edits.stream()
                    .anyMatch(edit -> edit.span().start() < part.end()
                            && part.start() < edit.span().end());
        }

        /** Where an offset in the page is after the edits; one inside an edit, where that begins. */
        int moved(int offset) {
            int moved = offset;
            for (Edit edit : edits) {
                if (edit.span().end() <= offset) {
                    moved += edit.growth();
                } else if (edit.span().start() < offset) {
                    moved -= offset - edit.span().start();
                }
            }
            return moved;
        }
    }

    boolean changes(PagePath path) {
        return pages.stream().anyMatch(page -> page.page().path().equals(path));
    }

    /** Edits of one page, in any order. */
    static Change of(Page page, Edit... edits) {
        return of(page, List.of(edits));
    }

    /** As {@link #of}. */
    static Change of(Page page, List<Edit> edits) {
        return new Change(ImmutableList.of(new OfPage(page, ImmutableList.sortedCopyOf(IN_TEXT, edits))));
    }

    /** A graph after it. */
    Snapshot madeIn(Snapshot snapshot) {
        ChangedPages changed = snapshot.pages() instanceof ChangedPages known
                ? known
                : new ChangedPages(snapshot.pages(), HashMap.empty());
        ImmutableMap.Builder<PagePath, Optional<Facts>> facts = ImmutableMap.builder();
        for (OfPage page : pages) {
            PagePath path = page.page().path();
            Outline outline = page.after();
            changed = changed.with(path, outline);
            facts.put(path, Optional.of(Facts.of(path, outline, page.page().config())));
        }
        Graph graph = snapshot.graph().with(facts.buildOrThrow());
        for (OfPage page : pages) {
            PagePath path = page.page().path();
            graph = graph.with(path, fileFindings(graph.findings(path), page));
        }
        return new Snapshot(graph, changed, snapshot.backups());
    }

    /** What is wrong with the file of a page: what its text does not show stays as it is. */
    private static ImmutableList<FileFinding> fileFindings(ImmutableList<FileFinding> before, OfPage page) {
        if (before.isEmpty()) {
            return before;
        }
        return Streams.concat(
                        before.stream().filter(finding -> finding.kind().isLoss()),
                        FileFinding.inText(page.after().text()).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** The pages of a graph, some of them changed. */
    private record ChangedPages(Pages others, HashMap<PagePath, Outline> changed) implements Pages {

        ChangedPages with(PagePath path, Outline outline) {
            return new ChangedPages(others, changed.put(path, outline));
        }

        @Override
        public Optional<Outline> outline(PagePath path) {
            return changed.get(path).toJavaOptional().or(() -> others.outline(path));
        }

        @Override
        public Optional<Text> text(PagePath path) {
            return changed.get(path).map(Outline::text).toJavaOptional().or(() -> others.text(path));
        }

        @Override
        public boolean isThere(PagePath path) {
            return others.isThere(path);
        }

        @Override
        public String uri(PagePath path) {
            return others.uri(path);
        }
    }
}
