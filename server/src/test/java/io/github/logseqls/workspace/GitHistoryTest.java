package io.github.logseqls.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.History;
import io.github.logseqls.outline.BlockId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHistoryTest {

    private static final BlockId ID =
            BlockId.parse("5f0e0001-1c2d-4e3f-8a4b-0123456789ab").orElseThrow();
    private static final Instant FIRST = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    Path top;

    private Path graph;
    private Git git;
    private int commits;

    @BeforeEach
    void makeRepository() throws Exception {
        QuietGit.install();
        git = Git.init().setDirectory(top.toFile()).setInitialBranch("main").call();
        graph = top.resolve("my notes");
        write("pages/other.md", "- other");
        commit();
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Test
    void theLastTextIsFound() throws Exception {
        write("pages/a.md", "- older\n  id:: " + ID);
        commit();
        write("pages/a.md", "- TODO newest\n  id:: " + ID + "\n\t- child");
        commit();
        write("journals/2026_11_01.md", "- x");
        commit();
        assertThat(found()).as("not committed yet").contains("TODO newest in pages/a.md, day 3");

        write("pages/a.md", "- newest");
        commit();
        assertThat(found()).contains("TODO newest in pages/a.md, day 3");
    }

    @Test
    void aPageThatMovedOrWentIsFoundUnderItsLastName() throws Exception {
        write("pages/a.org", "* text\n:PROPERTIES:\n:ID: " + ID.toString().toUpperCase(Locale.ROOT) + "\n:END:");
        commit();
        Files.move(graph.resolve("pages/a.org"), graph.resolve("pages/b.org"));
        commit();
        Files.delete(graph.resolve("pages/b.org"));
        commit();
        assertThat(found()).contains("text in pages/b.org, day 2");
    }

    @Test
    void onlyPagesOfTheGraphAreRead() throws Exception {
        Files.createDirectories(top.resolve("elsewhere/pages"));
        Files.writeString(top.resolve("elsewhere/pages/a.md"), "- text\n  id:: " + ID);
        write("assets/a.txt", "- text\n  id:: " + ID);
        write("pages/code.md", "- text `id:: " + ID + "`");
        commit();
        assertThat(found()).isEmpty();
    }

    @Test
    void whatABranchTookAwayIsFound() throws Exception {
        write("pages/a.md", "- text\n  id:: " + ID);
        commit();
        git.checkout().setCreateBranch(true).setName("side").call();
        write("pages/a.md", "- text");
        commit();
        git.checkout().setName("main").call();
        write("pages/other.md", "- more");
        commit();
        git.merge()
                .include(git.getRepository().resolve("side"))
                .setFastForward(FastForwardMode.NO_FF)
                .setMessage("merged")
                .call();
        assertThat(found()).isPresent();
    }

    @Test
    void idsThatAreAlignedAreFound() throws Exception {
        write("pages/a.org", "* text\n:PROPERTIES:\n:id:       " + ID + "\n:END:");
        commit();
        write("pages/a.org", "* text");
        commit();
        assertThat(found()).contains("text in pages/a.org, day 1");
    }

    @Test
    void theFolderOfTheGraphMayHaveBeenAFile() throws Exception {
        Files.move(graph, top.resolve("elsewhere"));
        Files.writeString(graph, "no folder yet");
        commit();
        Files.delete(graph);
        write("pages/a.md", "- nothing of it");
        commit();
        assertThat(found()).isEmpty();
    }

    @Test
    void itEndsWhenNobodyWaits() throws Exception {
        write("pages/a.md", "- text\n  id:: " + ID);
        commit();
        History history = new GitHistory(GraphRoot.ofFolder(graph), GraphConfig.NEW_GRAPH, () -> {
            throw new CancellationException();
        });
        assertThatThrownBy(() -> history.last(ID)).isInstanceOf(CancellationException.class);
    }

    @Test
    void nothingIsRunOrLeftBehind() throws Exception {
        write("pages/a.md", "- text\n  id:: " + ID);
        commit();
        write("pages/a.md", "- text");
        commit();
        Path proof = top.resolve("proof");
        String command = "touch " + proof;
        var config = git.getRepository().getConfig();
        for (String key : List.of("fsmonitor", "hooksPath", "sshCommand", "pager", "editor")) {
            config.setString("core", null, key, command);
        }
        config.setString("filter", "x", "smudge", command);
        config.setString("filter", "x", "clean", command);
        config.setString("remote", "origin", "promisor", "true");
        config.save();
        write(".gitattributes", "*.md filter=x diff=x");
        List<String> before = files();
        assertThat(found()).isPresent();
        assertThat(proof).doesNotExist();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void withoutARepositoryNothingIsLookedFor(@TempDir Path alone) throws IOException {
        GraphRoot root = GraphRoot.ofFolder(alone);
        History history = new GitHistory(root, GraphConfig.NEW_GRAPH, () -> {});
        assertThat(history.isThere()).isFalse();
        assertThat(history.last(ID)).isEmpty();
        Files.writeString(alone.resolve(".git"), "gitdir: nowhere");
        assertThat(history.last(ID)).isEmpty();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private Optional<String> found() {
        History history = new GitHistory(GraphRoot.ofFolder(graph), GraphConfig.NEW_GRAPH, () -> {});
        assertThat(history.isThere()).isTrue();
        return history.last(ID)
                .map(seen -> "%s in %s, day %d"
                        .formatted(seen.block().title(), seen.block().page().path(), day(seen.day())));
    }

    /** The number of the commit, from 0. */
    private static long day(LocalDate day) {
        return day.toEpochDay()
                - FIRST.atZone(ZoneId.systemDefault()).toLocalDate().toEpochDay();
    }

    private void write(String path, String text) throws IOException {
        Path file = graph.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commit() throws Exception {
        git.add().addFilepattern(".").call();
        git.add().setUpdate(true).addFilepattern(".").call();
        PersonIdent who = new PersonIdent("a", "a@example.org", FIRST.plusSeconds(86_400L * commits++), ZoneOffset.UTC);
        git.commit()
                .setMessage("commit")
                .setAuthor(who)
                .setCommitter(who)
                .setSign(false)
                .call();
    }
}
