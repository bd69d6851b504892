package io.github.logseqls.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import io.github.logseqls.graph.PagePath;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphWatcherTest {

    @TempDir
    Path folder;

    private final RecordingListener listener = new RecordingListener();

    @Test
    void aBurstIsSeenWhole() throws Exception {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        try (Workspace workspace = Workspace.watching(listener)) {
            workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
            for (int i = 0; i < 3000; i++) {
                Files.writeString(pages.resolve("p" + i + ".md"), "- page");
            }
            Path last = Files.createDirectories(folder.resolve("more")).resolve("last.md");
            Files.writeString(last, "- last");
            GraphRoot root = GraphRoot.ofFolder(folder);
            listener.await(() -> Iterables.size(workspace.snapshot(root).graph().paths()) == 3001);
            assertThat(workspace.snapshot(root).graph().facts(new PagePath("more/last.md")))
                    .isPresent();
        }
        assertThat(listener.unwatched).isEmpty();
    }

    @Test
    void whereEventsAreLostTheWholeGraphIsLookedAt() {
        GraphRoot root = GraphRoot.ofFolder(folder);
        List<Path> changed = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        var changes = new GraphWatcher.Changes(root, changed::add, new WatchedFolders(root, failed::add));
        changes.onException(new NullPointerException());
        assertThat(changed).containsExactly(folder);
        assertThat(failed).isEmpty();
        changes.onException(new IOException("limit"));
        assertThat(changed).containsExactly(folder, folder);
        assertThat(failed).containsExactly("limit");
        changes.onException(new ClosedWatchServiceException());
        assertThat(changed).hasSize(2);
    }

    @Test
    void aGraphThatIsForgottenIsWatchedNoMore() throws Exception {
        Files.createDirectories(folder.resolve("pages"));
        try (Workspace workspace = Workspace.watching(listener)) {
            workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
            assertThat(watchers()).isEqualTo(1);
            workspace.removeFolder(folder);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (watchers() > 0 && System.nanoTime() < end) {
                Thread.sleep(2);
            }
            assertThat(watchers()).isZero();
        }
    }

    private static long watchers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("logseq-ls-watcher"))
                .count();
    }
}
