package io.github.logseqls.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.search.Hit;
import io.github.logseqls.search.Query;
import io.github.logseqls.search.Searchable;
import io.github.logseqls.search.Vocabulary;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is opened, edited, closed and changed on disk: a search finds what it would in a workspace that begins now. */
class SearchLawTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("disk.rounds", 5);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int ALL = 10_000;
    private static final List<String> QUERIES =
            List.of("", "a", "b", "milk", "drink tea", "日本", "5f0e", "other", "other a");
    private static final List<String> TYPED = List.of(
            "",
            "m",
            "milk",
            "\n- ",
            " tea",
            "title:: other\n",
            "日",
            "\n- [[b]] #[[new milk]]\n",
            "\n- x\n  template:: milk\n  kind:: a\n",
            "\n- {{renderer :milk, x}}\n",
            "alias:: milk\n");

    @TempDir
    Path folder;

    @TempDir
    Path outside;

    @Test
    void searchingFindsWhatAFreshWorkspaceFinds() throws Exception {
        for (int round = 0; round < 4 * ROUNDS; round++) {
            Random random = new Random(SEED + round);
            Path root = Files.createDirectories(folder.resolve("r" + round));
            RandomDisk disk = new RandomDisk(root, outside, random);
            try (Workspace workspace = new Workspace(new RecordingListener())) {
                workspace.addFolder(root).get(30, TimeUnit.SECONDS);
                Map<String, String> open = new HashMap<>();
                for (int step = 0; step < 4; step++) {
                    events(workspace, disk, random, open);
                    awaitEqual(workspace, root, open, round);
                }
            }
        }
    }

    /** Some events in a row, of which those on disk are told late and in any order, but all in the end. */
    private static void events(Workspace workspace, RandomDisk disk, Random random, Map<String, String> open)
            throws Exception {
        List<Path> untold = new ArrayList<>();
        for (int event = random.nextInt(12); event >= 0; event--) {
            switch (random.nextInt(5)) {
                case 0 -> openOrClose(workspace, disk, random, open);
                case 1, 2 -> edit(workspace, random, open);
                case 3 -> search(workspace, random);
                default -> {
                    untold.addAll(disk.change());
                    Collections.shuffle(untold, random);
                    List<Path> told = untold.subList(0, random.nextInt(untold.size() + 1));
                    workspace.filesChanged(List.copyOf(told));
                    told.clear();
                }
            }
        }
        workspace.filesChanged(untold);
    }

    private static void openOrClose(Workspace workspace, RandomDisk disk, Random random, Map<String, String> open) {
        String uri = FileUris.uri(disk.page());
        if (open.remove(uri) != null) {
            workspace.close(uri);
        } else if (random.nextBoolean() && (uri.endsWith(".md") || uri.endsWith(".org"))) {
            open.put(uri, disk.text());
            workspace.open(uri, 1, open.get(uri));
        }
    }

    private static void edit(Workspace workspace, Random random, Map<String, String> open) {
        for (Map.Entry<String, String> page : open.entrySet()) {
            String text = page.getValue();
            int start = random.nextInt(text.length() + 1);
            int end = start + random.nextInt(Math.min(8, text.length() - start) + 1);
            Edit edit = new Edit(new Span(start, end), TYPED.get(random.nextInt(TYPED.size())));
            page.setValue(text.substring(0, start) + edit.replacement() + text.substring(end));
            workspace.change(page.getKey(), 2, outline -> outline.with(edit));
        }
    }

    /** Sometimes the answer is waited for, and sometimes more happens meanwhile. */
    private static void search(Workspace workspace, Random random) throws Exception {
        CompletableFuture<ImmutableList<Searchable>> searched = random.nextBoolean()
                ? workspace.search().withTexts()
                : workspace.search().withNames();
        if (random.nextBoolean()) {
            searched.get(30, TimeUnit.SECONDS);
        }
    }

    private static void awaitEqual(Workspace workspace, Path root, Map<String, String> open, int round)
            throws Exception {
        Set<String> anew = foundAnew(root, open);
        long end = System.nanoTime() + PATIENCE_NANOS;
        Set<String> found = found(workspace);
        while (!found.equals(anew) && System.nanoTime() < end) {
            Thread.sleep(2);
            found = found(workspace);
        }
        assertThat(found).as("round %d of -Dseed=%d", round, SEED).isEqualTo(anew);
    }

    private static Set<String> foundAnew(Path root, Map<String, String> open) throws Exception {
        try (Workspace workspace = new Workspace(new RecordingListener())) {
            workspace.addFolder(root).get(30, TimeUnit.SECONDS);
            open.forEach((uri, text) -> workspace.open(uri, 1, text));
            while (workspace.snapshots().stream()
                    .anyMatch(graph -> graph.graph().extent() == Graph.Extent.LOADING)) {
                // Graphs inside are read after the one around them.
                Thread.sleep(2);
            }
            return found(workspace);
        }
    }

    /** All that each query finds in each graph; in which order depends on when a file changed, also while it was open. */
    private static Set<String> found(Workspace workspace) throws Exception {
        Set<String> found = new TreeSet<>();
        for (Searchable graph : workspace.search().withTexts().get(30, TimeUnit.SECONDS)) {
            addNames(graph, found);
            for (String query : QUERIES) {
                for (Hit hit : hits(graph, Query.of(query))) {
                    String what = hit instanceof Hit.OfBlock block
                            ? "block " + block.block()
                            : ((Hit.OfPage) hit).name().toString();
                    found.add(query + ": " + graph.snapshot().uri() + hit.path().path() + " " + what);
                }
            }
        }
        return found;
    }

    /** What is suggested besides pages and blocks. */
    private static void addNames(Searchable graph, Set<String> to) {
        String uri = graph.snapshot().uri();
        Vocabulary names = graph.index().vocabulary();
        graph.index().pagesWithoutFile(Query.of(""), ALL).forEach(name -> to.add(uri + " without file " + name));
        names.keys().forEach(key -> to.add(uri + " key " + key));
        names.templates().forEach(template -> to.add(uri + " template " + template));
        names.renderers().forEach(renderer -> to.add(uri + " renderer " + renderer));
        names.assets().forEach(asset -> to.add(uri + " asset " + asset));
    }

    private static List<Hit> hits(Searchable graph, Query query) {
        return ImmutableList.<Hit>builder()
                .addAll(graph.index().pages(query, ALL, page -> 1, () -> {}))
                .addAll(graph.index().blocks(query, ALL, () -> {}))
                .build();
    }
}
