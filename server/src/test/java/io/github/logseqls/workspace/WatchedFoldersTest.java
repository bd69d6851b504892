package io.github.logseqls.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFoldersTest {

    @TempDir
    Path folder;

    private final List<String> failures = new ArrayList<>();
    private final List<Path> watched = new ArrayList<>();

    @BeforeEach
    void makeFolders() throws IOException {
        for (String name : List.of(
                "pages/deep",
                "logseq/bak",
                "logseq/.recycle",
                ".git/objects",
                "site/node_modules/m",
                "nested/logseq")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(folder.resolve("nested/logseq/config.edn"), "{}");
        Files.createSymbolicLink(folder.resolve("pages/link"), folder.resolve(".git"));
    }

    @Test
    void onlyFoldersThatLogseqReadsAreWatched() throws IOException {
        watch(folder, watched::add);
        assertThat(watched.stream().map(path -> folder.relativize(path).toString()))
                .containsExactlyInAnyOrder("", "pages", "pages/deep", "logseq", "site", "nested", "nested/logseq");
        assertThat(failures).isEmpty();
    }

    @Test
    void aLimitOfTheSystemIsToldOnce() throws IOException {
        watch(folder, path -> {
            throw new IOException("User limit of inotify watches reached");
        });
        assertThat(failures)
                .containsExactly(
                        "User limit of inotify watches reached; raise fs.inotify.max_user_watches and max_user_instances");
    }

    @Test
    void whatIsGoneAlreadyIsNoFailure() throws IOException {
        watch(folder, path -> {
            throw new NoSuchFileException(path.resolve("none").toString());
        });
        Path file = folder.resolve("nested/logseq/config.edn");
        watch(folder, path -> {
            throw new FileSystemException(file.toString(), null, "Not a directory");
        });
        watch(folder.resolve("none"), watched::add);
        assertThat(failures).isEmpty();
    }

    private interface Watch {
        void of(Path folder) throws IOException;
    }

    private void watch(Path start, Watch watch) throws IOException {
        new WatchedFolders(GraphRoot.ofFolder(folder), failures::add).recursiveVisitFiles(start, watch::of, file -> {});
    }
}
