package io.github.logseqls.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.BlockId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFilesTest {

    private static final BlockId ID =
            BlockId.parse("5f0e0001-1c2d-4e3f-8a4b-0123456789ab").orElseThrow();

    @TempDir
    Path graph;

    @Test
    void theNewestCopyIsFound() throws Exception {
        write("logseq/config.edn", "{}", 0);
        write("logseq/bak/pages/a/2026-11-20T10_00_00.000Z.Desktop.md", "- older\n  id:: " + ID, 1);
        write("logseq/bak/pages/a/2026-11-22T10_00_00.000Z.Desktop.md", "- in code `id:: " + ID + "`", 3);
        write("logseq/.recycle/pages_a.org", "* newest\n:PROPERTIES:\n:id: " + ID + "\n:END:", 2);
        write("logseq/version-files/local/a.md", "- none of these\n  id:: " + ID, 4);
        try (Workspace workspace = new Workspace(new RecordingListener())) {
            GraphRoot root = workspace.loadFolder(graph).get();
            assertThat(found(workspace, root)).contains("newest in logseq/.recycle/pages_a.org");
            assertThat(workspace.snapshot(root).graph().links().isDefined(ID)).isFalse();

            write("logseq/.recycle/pages_a.org", "* without id", 5);
            awaitFound(workspace, root, Optional.of("older in logseq/bak/pages/a/2026-11-20T10_00_00.000Z.Desktop.md"));

            Files.delete(graph.resolve("logseq/bak/pages/a/2026-11-20T10_00_00.000Z.Desktop.md"));
            awaitFound(workspace, root, Optional.empty());
        }
    }

    @Test
    void whatLiesBehindALinkIsNotRead(@TempDir Path elsewhere) throws Exception {
        write("logseq/config.edn", "{}", 0);
        Files.writeString(elsewhere.resolve("a.md"), "- outside\n  id:: " + ID);
        Files.createSymbolicLink(graph.resolve("logseq/bak"), elsewhere);
        Files.createDirectories(graph.resolve("logseq/.recycle"));
        Files.createSymbolicLink(graph.resolve("logseq/.recycle/a.md"), elsewhere.resolve("a.md"));
        try (Workspace workspace = new Workspace(new RecordingListener())) {
            assertThat(found(workspace, workspace.loadFolder(graph).get())).isEmpty();
        }
    }

    /** Which files there are is looked up again after a while only. */
    private static void awaitFound(Workspace workspace, GraphRoot root, Optional<String> want) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!found(workspace, root).equals(want) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(found(workspace, root)).isEqualTo(want);
    }

    private static Optional<String> found(Workspace workspace, GraphRoot root) {
        Optional<BlockAt> block = workspace.snapshot(root).backups().block(ID);
        return block.map(copy -> copy.title() + " in " + copy.page().path());
    }

    private void write(String path, String text, int minute) throws IOException {
        Path file = graph.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(minute * 60_000L));
    }
}
