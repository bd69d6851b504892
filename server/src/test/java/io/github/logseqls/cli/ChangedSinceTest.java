package io.github.logseqls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedSinceTest {

    private static final String BROKEN = "- see ((5f0e0002-1c2d-4e3f-8a4b-0123456789ab))\n";

    @TempDir
    private Path folder;

    private Path graph;

    @BeforeEach
    void commitGraph() throws Exception {
        graph = folder.resolve("notes");
        Files.createDirectories(graph.resolve("pages"));
        write("old", BROKEN);
        write("windows", BROKEN);
        write("other", "- fine\n");
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("first")
                    .setAuthor("a", "a@example.org")
                    .setCommitter("a", "a@example.org")
                    .setSign(false)
                    .call();
            git.tag().setName("v1").setAnnotated(false).call();
        }
        write("windows", BROKEN.replace("\n", "\r\n"));
        write("other", BROKEN);
        write("new", BROKEN);
    }

    private void write(String page, String text) throws IOException {
        Files.writeString(graph.resolve("pages/" + page + ".md"), text);
    }

    private CommandRun check(String revision) {
        return CommandRun.of("check", "--format", "json", "--changed-since", revision, graph.toString());
    }

    @Test
    void onlyFilesThatChangedAreToldOf() {
        CommandRun run = check("v1");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out()).contains("pages/new.md", "pages/other.md");
    }

    @Test
    void nothingThatARepositoryConfiguresIsRun() throws IOException {
        Path ran = folder.resolve("ran");
        Files.writeString(folder.resolve(".gitattributes"), "*.md filter=own diff=own\n");
        Files.writeString(
                folder.resolve(".git/config"),
                "[core]\n\tfsmonitor = touch %1$s\n[filter \"own\"]\n\tclean = touch %1$s\n\tsmudge = touch %1$s\n[diff \"own\"]\n\ttextconv = touch %1$s\n"
                        .formatted(ran));
        assertThat(check("v1").out().lines()).hasSize(2);
        assertThat(ran).doesNotExist();
    }

    @Test
    void aRevisionThatIsNoneIsSaid() {
        for (String revision : new String[] {"v2", "v1^^", "@{bad", "v1:notes"}) {
            CommandRun run = check(revision);
            assertThat(run.exitCode()).as(revision).isEqualTo(2);
            assertThat(run.err()).as(revision).contains("has no revision " + revision);
        }
    }

    @Test
    void aGraphWithoutARepositoryIsSaid(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("a.md"), BROKEN);
        CommandRun run = CommandRun.of("check", "--changed-since", "HEAD", elsewhere.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no git repository is around");
    }

    @Test
    void aRepositoryThatCannotBeReadIsSaid() throws IOException {
        Path objects = folder.resolve(".git/objects");
        try (Stream<Path> files = Files.walk(objects)) {
            files.filter(Files::isRegularFile)
                    .toList()
                    .forEach(file -> file.toFile().delete());
        }
        CommandRun run = check("v1");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("the git repository around").doesNotContain("baseline");
    }

    @Test
    void aRepositoryWithoutFilesIsSaid() throws IOException {
        Files.writeString(folder.resolve(".git/config"), "[core]\n\tbare = true\n");
        CommandRun run = check("v1");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("the git repository around").doesNotContain("Exception");
    }

    @Test
    void aFurtherWorkTreeHasARepositoryToo(@TempDir Path other) throws IOException {
        Path main = folder.resolve(".git/worktrees/other");
        Files.createDirectories(main);
        Files.writeString(main.resolve("HEAD"), Files.readString(folder.resolve(".git/refs/tags/v1")));
        Files.writeString(main.resolve("commondir"), "../..\n");
        Files.writeString(main.resolve("gitdir"), other.resolve(".git") + "\n");
        Files.writeString(other.resolve(".git"), "gitdir: " + main + "\n");
        Files.createDirectories(other.resolve("notes/pages"));
        Files.writeString(other.resolve("notes/pages/old.md"), BROKEN);
        Files.writeString(other.resolve("notes/pages/new.md"), BROKEN);
        CommandRun run = CommandRun.of(
                "check",
                "--format",
                "json",
                "--changed-since",
                "HEAD",
                other.resolve("notes").toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.out()).contains("pages/new.md");
    }
}
