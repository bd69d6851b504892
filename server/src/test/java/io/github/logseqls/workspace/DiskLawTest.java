package io.github.logseqls.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.LinkIndex;
import io.github.logseqls.graph.PagePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens on disk, the graphs of a workspace end up as if they were loaded anew. */
class DiskLawTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("disk.rounds", 5);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final RecordingListener listener = new RecordingListener();

    @TempDir
    Path folder;

    @TempDir
    Path outside;

    /** All that is known of one graph. */
    private record Known(
            GraphConfig config,
            Graph.Extent extent,
            Map<String, Facts> facts,
            LinkIndex links,
            Map<PagePath, ImmutableList<FileFinding>> findings) {

        static Known of(Graph graph) {
            Map<String, Facts> facts = new TreeMap<>();
            graph.paths()
                    .forEach(path -> facts.put(path.path(), graph.facts(path).orElseThrow()));
            return new Known(graph.config(), graph.extent(), facts, graph.links(), Map.copyOf(graph.findings()));
        }
    }

    @Test
    void whatAnEditorTellsLeadsToTheGraphOnDisk() throws Exception {
        Files.writeString(outside.resolve("s.md"), "- secret");
        for (int round = 0; round < 4 * ROUNDS; round++) {
            Random random = new Random(SEED + round);
            Path root = Files.createDirectories(folder.resolve("r" + round));
            RandomDisk disk = new RandomDisk(root, outside, random);
            changes(disk, random, 10);
            try (Workspace workspace = new Workspace(listener)) {
                workspace.addFolder(root).get(30, TimeUnit.SECONDS);
                Map<String, String> open = new HashMap<>();
                for (int step = 0; step < 4; step++) {
                    List<Path> late = new ArrayList<>();
                    for (int batch = 0; batch < 3; batch++) {
                        late.addAll(changes(disk, random, 4));
                        Collections.shuffle(late, random);
                        List<Path> told = late.subList(0, random.nextInt(late.size() + 1));
                        workspace.filesChanged(List.copyOf(told));
                        told.clear();
                        openOrClose(workspace, disk, random, open);
                    }
                    workspace.filesChanged(late);
                    awaitEqual(workspace, root, open, round);
                }
            }
        }
    }

    @Test
    void whatAWatcherSeesLeadsToTheGraphOnDisk() throws Exception {
        Files.writeString(outside.resolve("s.md"), "- secret");
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            Path root = Files.createDirectories(folder.resolve("w" + round));
            RandomDisk disk = new RandomDisk(root, outside, random);
            changes(disk, random, 10);
            try (Workspace workspace = Workspace.watching(listener)) {
                workspace.addFolder(root).get(30, TimeUnit.SECONDS);
                for (int step = 0; step < 5; step++) {
                    changes(disk, random, 15);
                    awaitEqual(workspace, root, Map.of(), round);
                }
            }
        }
        assertThat(listener.unwatched).isEmpty();
    }

    private static List<Path> changes(RandomDisk disk, Random random, int most) throws Exception {
        List<Path> told = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i >= 0; i--) {
            told.addAll(disk.change());
        }
        return told;
    }

    private static void openOrClose(Workspace workspace, RandomDisk disk, Random random, Map<String, String> open) {
        String uri = FileUris.uri(disk.page());
        if (open.remove(uri) != null) {
            workspace.close(uri);
        } else if (random.nextInt(3) == 0 && uri.endsWith(".md")) {
            open.put(uri, disk.text());
            workspace.open(uri, 1, open.get(uri));
        }
    }

    private void awaitEqual(Workspace workspace, Path root, Map<String, String> open, int round) throws Exception {
        Map<String, Known> anew = loadedAnew(root, open);
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!known(workspace).equals(anew) && System.nanoTime() < end) {
            Thread.sleep(2);
        }
        assertThat(known(workspace))
                .as("round %d of -Dseed=%d, unwatched %s", round, SEED, listener.unwatched)
                .isEqualTo(anew);
    }

    private static Map<String, Known> loadedAnew(Path root, Map<String, String> open) throws Exception {
        try (Workspace workspace = new Workspace(new RecordingListener())) {
            workspace.addFolder(root).get(30, TimeUnit.SECONDS);
            open.forEach((uri, text) -> workspace.open(uri, 1, text));
            Map<String, Known> known = known(workspace);
            // Graphs inside are read after the one around them.
            while (known.values().stream().anyMatch(graph -> graph.extent() == Graph.Extent.LOADING)) {
                Thread.sleep(2);
                known = known(workspace);
            }
            return known;
        }
    }

    private static Map<String, Known> known(Workspace workspace) {
        return workspace.roots().stream()
                .collect(Collectors.toMap(
                        root -> root.folder().toString(),
                        root -> Known.of(workspace.snapshot(root).graph()),
                        (a, b) -> a,
                        TreeMap::new));
    }
}
