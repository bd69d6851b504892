package io.github.logseqls.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logseqls.graph.PagePath;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileReplacementTest {

    private static final PagePath PATH = new PagePath("pages/a.md");

    @TempDir
    Path folder;

    @Test
    void aFileIsReplacedByteForByte() throws IOException {
        String before = "\ufeff- 日本 😀\r\n- b";
        Path file = write(before);
        replace(PATH, before, before + "\r\n- c");
        assertThat(Files.readString(file)).isEqualTo(before + "\r\n- c");
        assertThat(beside(file)).containsExactly(file);
    }

    @Test
    void aFileThatChangedSinceItWasReadStays() throws IOException {
        Path file = write("- somebody else's");
        assertThatThrownBy(() -> replace(PATH, "- read", "- fixed")).hasMessage("it changed on disk since it was read");
        assertThat(Files.readString(file)).isEqualTo("- somebody else's");
        assertThat(beside(file)).containsExactly(file);
    }

    @Test
    void nothingOutsideTheGraphIsWritten(@TempDir Path outside) throws IOException {
        Path other = Files.writeString(outside.resolve("b.md"), "- a");
        Files.createDirectories(folder.resolve("pages"));
        Files.createSymbolicLink(folder.resolve("pages/link.md"), other);
        Files.createSymbolicLink(folder.resolve("linked"), outside);
        for (String path : new String[] {
            "pages/link.md", "linked/b.md", folder.relativize(other).toString()
        }) {
            assertThatThrownBy(() -> replace(new PagePath(path), "- a", "- b")).isInstanceOf(IOException.class);
        }
        assertThat(Files.readString(other)).isEqualTo("- a");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aFileOfSeveralNamesStays() throws IOException {
        Path file = write("- a");
        Path other = Files.createLink(folder.resolve("other.md"), file);
        assertThatThrownBy(() -> replace(PATH, "- a", "- b")).hasMessageContaining("hard links");
        Files.delete(other);
        replace(PATH, "- a", "- b");
        assertThat(Files.readString(file)).isEqualTo("- b");
    }

    @Test
    void whatWasLeftLongAgoGoes() throws IOException {
        Path file = write("- a");
        Path old = Files.createFile(file.resolveSibling(".logseq-ls-123.tmp"));
        Path fresh = Files.createFile(file.resolveSibling(".logseq-ls-456.tmp"));
        Path another = Files.createFile(file.resolveSibling(".logseq-ls-123.md"));
        for (Path path : new Path[] {old, another, file}) {
            Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(2, ChronoUnit.DAYS)));
        }
        FileReplacement.removeLeftovers(GraphRoot.ofFolder(folder), List.of(PATH));
        assertThat(beside(file)).containsExactlyInAnyOrder(file, fresh, another);
    }

    private Path write(String content) throws IOException {
        Files.createDirectories(folder.resolve("pages"));
        return Files.writeString(folder.resolve(PATH.path()), content);
    }

    private void replace(PagePath path, String before, String after) throws IOException {
        FileReplacement.write(GraphRoot.ofFolder(folder), path, Text.of(before), Text.of(after));
    }

    private static List<Path> beside(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.resolveSibling(""))) {
            return files.toList();
        }
    }
}
