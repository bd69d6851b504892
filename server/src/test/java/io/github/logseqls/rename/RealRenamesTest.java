package io.github.logseqls.rename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Maps;
import com.google.common.collect.Multiset;
import com.google.common.collect.Streams;
import io.github.logseqls.change.Change;
import io.github.logseqls.check.Code;
import io.github.logseqls.check.Findings;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.JournalFormats;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.PagesInMemory;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import io.github.logseqls.workspace.GraphRoot;
import io.github.logseqls.workspace.RecordingListener;
import io.github.logseqls.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Renames pages of a real public graph and renames them back: all files are as they were, and nothing broke in between. */
class RealRenamesTest {

    private static final Path GRAPH = Path.of("../../shared/graphs/logseq-docs");
    private static final int PAGES = 200;

    @Test
    void thereAndBackNothingChanges() throws Exception {
        assumeTrue(Files.exists(GRAPH), "skipped: the real graph is not beside the project");
        long seed = Long.getLong("seed", System.nanoTime());
        try (Workspace workspace = new Workspace(new RecordingListener())) {
            GraphRoot root =
                    workspace.loadFolder(GRAPH.toAbsolutePath().normalize()).get();
            Snapshot before = read(workspace.snapshot(root));
            Multiset<Code> codes = codes(before);
            int made = 0;
            for (PagePath path : pages(before, new Random(seed))) {
                String title = before.graph().facts(path).orElseThrow().title();
                made += thereAndBack(before, title, other(before, title), codes, "-Dseed=%d %s".formatted(seed, path))
                        ? 1
                        : 0;
            }
            assertThat(made).as("-Dseed=%d", seed).isGreaterThan(PAGES * 9 / 10);
        }
    }

    /** The same graph with all its pages in memory: each is read hundreds of times. */
    private static Snapshot read(Snapshot snapshot) {
        Map<PagePath, Outline> outlines = new HashMap<>();
        snapshot.graph()
                .paths()
                .forEach(path -> snapshot.page(path).ifPresent(page -> outlines.put(path, page.outline())));
        return new Snapshot(snapshot.graph(), new PagesInMemory(outlines), snapshot.backups());
    }

    private static List<PagePath> pages(Snapshot snapshot, Random random) {
        List<PagePath> pages = new ArrayList<>(Streams.stream(snapshot.graph().paths())
                .filter(snapshot.graph()::isPage)
                .sorted()
                .toList());
        Collections.shuffle(pages, random);
        return pages.subList(0, Math.min(PAGES, pages.size()));
    }

    /** A name that needs no brackets where the old one needs none; that of a journal, which is another day. */
    private static String other(Snapshot snapshot, String title) {
        JournalFormats journals = snapshot.graph().config().journals();
        return journals.parse(title)
                .map(day -> journals.day(day.date().plusYears(20)).title())
                .orElse(title + "2");
    }

    /** Whether neither way was refused. */
    private static boolean thereAndBack(Snapshot before, String title, String other, Multiset<Code> codes, String as) {
        Optional<Change> there = rename(before, title, other);
        if (there.isEmpty()) {
            return false;
        }
        Snapshot after = there.get().madeIn(before);
        assertThat(codes(after)).as(as).isEqualTo(codes);
        Optional<Change> back = rename(after, other, title);
        if (back.isEmpty()) {
            return false;
        }
        Snapshot again = back.get().madeIn(after);
        Map<String, String> wanted = texts(before);
        Map<String, String> found = texts(again);
        if (!found.equals(wanted)) {
            // A name that was spelt in several ways is spelt in one then.
            assertSame(spelledAlike(found), spelledAlike(wanted), as);
            Snapshot twice = rename(again, title, other).orElseThrow().madeIn(again);
            Snapshot end = rename(twice, other, title).orElseThrow().madeIn(twice);
            assertSame(texts(end), found, as);
        }
        return true;
    }

    private static Optional<Change> rename(Snapshot snapshot, String title, String wanted) {
        Target page = new Target.OfPage(PageName.of(title), title);
        try {
            return Optional.of(Rename.of(
                            snapshot,
                            new Nameable(new Span(0, 0), title, new Nameable.OfTarget(page)),
                            wanted,
                            () -> {})
                    .change());
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /** How many findings there are of each kind in all pages. */
    private static Multiset<Code> codes(Snapshot snapshot) {
        return Streams.stream(snapshot.graph().paths()).filter(snapshot.graph()::isPage).toList().parallelStream()
                .flatMap(path -> Findings.of(snapshot, snapshot.page(path).orElseThrow(), CheckSettings.NONE).stream())
                .map(finding -> finding.code())
                .collect(ImmutableMultiset.toImmutableMultiset());
    }

    private static void assertSame(Map<String, String> found, Map<String, String> wanted, String as) {
        assertThat(Maps.difference(found, wanted).entriesDiffering()).as(as).isEmpty();
        assertThat(found.keySet()).as(as).isEqualTo(wanted.keySet());
    }

    private static Map<String, String> spelledAlike(Map<String, String> texts) {
        Map<String, String> alike = new HashMap<>();
        texts.forEach((path, text) -> alike.put(
                path.toLowerCase(Locale.ROOT),
                text.toLowerCase(Locale.ROOT).replaceAll("#\\[\\[([^\\[\\]\\s]+)]]", "#$1")));
        return alike;
    }

    private static Map<String, String> texts(Snapshot snapshot) {
        Map<String, String> texts = new HashMap<>();
        snapshot.graph()
                .paths()
                .forEach(path -> texts.put(
                        path.path(),
                        snapshot.page(path)
                                .map(page -> page.outline().text().string())
                                .orElse("")));
        return texts;
    }
}
