package io.github.logseqls.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.graph.PagePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the time of a file tells of it. */
class UnchangedFilesTest {

    private static final PagePath PATH = new PagePath("pages/a.md");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve(PATH.path());
        Files.createDirectories(file.getParent());
        Files.writeString(file, "- [[x]]\n");
    }

    @Test
    void aFileOfTheKnownTimeIsAsKnownUntilItIsWritten() throws Exception {
        setSecondsAgo(60);
        try (Workspace workspace = new Workspace(new RecordingListener())) {
            GraphRoot root = workspace.loadFolder(folder).join();
            assertThat(workspace.snapshot(root).isUnchanged(PATH)).isTrue();
            setSecondsAgo(30);
            assertThat(workspace.snapshot(root).isUnchanged(PATH)).isFalse();
            Files.delete(file);
            assertThat(workspace.snapshot(root).isUnchanged(PATH)).isFalse();
        }
    }

    @Test
    void ofOneThatWasJustWrittenAndOfOneThatIsOpenTheTimeTellsNothing() throws Exception {
        // However slow the machine is that runs this.
        setSecondsAgo(-60);
        try (Workspace workspace = new Workspace(new RecordingListener())) {
            GraphRoot root = workspace.loadFolder(folder).join();
            assertThat(workspace.snapshot(root).isUnchanged(PATH)).isFalse();
        }
        setSecondsAgo(60);
        try (Workspace workspace = new Workspace(new RecordingListener())) {
            workspace.addFolder(folder).join();
            workspace.open(FileUris.uri(file), 1, "- [[y]]\n");
            GraphRoot root = GraphRoot.ofFolder(folder);
            assertThat(workspace.snapshot(root).isUnchanged(PATH)).isFalse();
        }
    }

    private void setSecondsAgo(int seconds) throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
    }
}
