package io.github.logseqls.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be changed in a graph, as a value: nobody has made it yet.
 *
 * @param pages the edits of one or several pages, each page once
 * @param files what happens to files as a whole: those that are created before the edits, all others behind them
 */
public record Change(ImmutableList<OfPage> pages, ImmutableList<FileStep> files) {

    /** Nothing at all. */
    public static final Change NONE = new Change(ImmutableList.of(), ImmutableList.of());

    /** Up to so many edits only the blocks around them are read again, else all. */
    private static final int FEW = 8;

    private static final Comparator<Edit> IN_TEXT =
            Comparator.comparingInt(edit -> edit.span().start());

    /**
     * The edits of one page.
     *
     * @param page as it was when they were made
     * @param edits in UTF-16 offsets in that page, in its order and without overlap
     */
    public record OfPage(Page page, ImmutableList<Edit> edits) {

        private OfPage and(OfPage other) {
            ImmutableList<Edit> all = Stream.concat(edits.stream(), other.edits.stream())
                    .sorted(IN_TEXT)
                    .collect(ImmutableList.toImmutableList());
            return new OfPage(page, all);
        }

        /** The page after the edits. */
        public Outline after() {
            if (edits.size() > FEW) {
                return Outline.parse(
                        page.outline().text().withAll(edits), page.outline().syntax());
            }
            Outline after = page.outline();
            for (Edit edit : edits.reverse()) {
                after = after.with(edit);
            }
            return after;
        }

        /** Whether an edit takes away some of a part of the page. */
        public boolean touches(Span part) {
            return edits.stream()
                    .anyMatch(edit -> edit.span().start() < part.end()
                            && part.start() < edit.span().end());
        }

        /** Where an offset in the page is after the edits; one inside an edit, where that begins. */
        public int moved(int offset) {
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

    public boolean changes(PagePath path) {
        return pages.stream().anyMatch(page -> page.page().path().equals(path));
    }

    /** Edits of one page, in any order. */
    public static Change of(Page page, Edit... edits) {
        return of(page, List.of(edits));
    }

    /** As {@link #of}. */
    public static Change of(Page page, List<Edit> edits) {
        return new Change(
                ImmutableList.of(new OfPage(page, ImmutableList.sortedCopyOf(IN_TEXT, edits))), ImmutableList.of());
    }

    /** Something happens to files alone. */
    public static Change of(FileStep... files) {
        return new Change(ImmutableList.of(), ImmutableList.copyOf(files));
    }

    /** This one and another one together, whose edits do not overlap. */
    public Change and(Change other) {
        Map<PagePath, OfPage> together = new LinkedHashMap<>();
        Stream.concat(pages.stream(), other.pages.stream())
                .forEach(page -> together.merge(page.page().path(), page, OfPage::and));
        return new Change(
                ImmutableList.copyOf(together.values()),
                Stream.concat(files.stream(), other.files.stream()).collect(ImmutableList.toImmutableList()));
    }

    /**
     * Whether a graph knows all its pages as they are: a closed one may have changed on disk since it was read, and nothing is to
     * be changed that was never looked at.
     */
    public boolean isOfKnownPages(Graph graph) {
        return pages.stream().allMatch(page -> isAsKnown(graph, page.page()));
    }

    private static boolean isAsKnown(Graph graph, Page page) {
        Facts now = Facts.of(page.path(), page.outline(), page.config());
        return graph.facts(page.path()).filter(known -> known.at(0).equals(now)).isPresent();
    }

    public boolean isEmpty() {
        return pages.isEmpty() && files.isEmpty();
    }

    /** A graph after it. */
    public Snapshot madeIn(Snapshot snapshot) {
        ChangedPages changed = ChangedPages.of(snapshot.pages());
        Map<PagePath, Optional<Facts>> facts = new HashMap<>();
        for (OfPage page : pages) {
            changed = changed.with(page.page().path(), page.after());
        }
        Graph graph = snapshot.graph();
        for (FileStep step : files) {
            changed = after(step, changed);
            if (step instanceof FileStep.Moved moved
                    && changed.outline(moved.to()).isEmpty()) {
                facts.put(moved.to(), graph.facts(moved.from()));
                facts.put(moved.from(), Optional.empty());
            }
        }
        ChangedPages made = changed;
        for (PagePath path : paths()) {
            // What is no page has the facts that it had.
            facts.computeIfAbsent(path, key -> made.outline(key).map(known -> Facts.of(key, known, graph.config())));
        }
        Graph after = graph.with(facts);
        for (OfPage page : pages) {
            PagePath path = page.page().path();
            after = after.with(path, fileFindings(after.findings(path), page));
        }
        return new Snapshot(after, made, snapshot.backups());
    }

    /** The files that it changes, makes, moves or takes away. */
    private Set<PagePath> paths() {
        Set<PagePath> paths = new LinkedHashSet<>();
        pages.forEach(page -> paths.add(page.page().path()));
        for (FileStep step : files) {
            if (step instanceof FileStep.Created created) {
                paths.add(created.path());
            } else if (step instanceof FileStep.Moved moved) {
                paths.addAll(List.of(moved.from(), moved.to()));
            } else {
                paths.add(((FileStep.Deleted) step).path());
            }
        }
        return paths;
    }

    private static ChangedPages after(FileStep step, ChangedPages pages) {
        if (step instanceof FileStep.Created created) {
            Syntax syntax = created.path().syntax().orElse(Syntax.MARKDOWN);
            return pages.with(created.path(), Outline.parse(Text.of(created.text()), syntax));
        }
        if (step instanceof FileStep.Moved moved) {
            return pages.outline(moved.from())
                    .map(outline -> pages.without(moved.from()).with(moved.to(), outline))
                    .orElse(pages);
        }
        return pages.without(((FileStep.Deleted) step).path());
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
}
