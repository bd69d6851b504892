package io.github.logseqls.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.collect.Iterables;
import com.google.common.collect.Streams;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    private static final BlockId ID =
            BlockId.parse("5f0e0001-1c2d-4e3f-8a4b-0123456789ab").orElseThrow();

    private static final BlockId LATER =
            BlockId.parse("5f0e0002-1c2d-4e3f-8a4b-0123456789ab").orElseThrow();

    @TempDir
    Path folder;

    private final RecordingListener listener = new RecordingListener();
    private final Workspace workspace = new Workspace(listener);

    @BeforeEach
    void writeGraph() throws IOException {
        write("logseq/config.edn", "{}");
        write("pages/a.md", "- a\n");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void readsPagesByTheSettingsOfTheirGraph() throws Exception {
        write("logseq/config.edn", "{:journal/page-title-format \"yyyy-MM-dd\" :hidden [\"/old\"]}");
        write("journals/2024_01_05.md", "- x");
        write("pages/n.s.md", "- x");
        write("old/h.md", "- hidden");
        GraphRoot root = GraphRoot.ofFolder(folder);
        load(folder);
        assertThat(titles(root)).containsExactlyInAnyOrder("a", "2024-01-05", "n/s");

        write("logseq/config.edn", "{:file/name-format :triple-lowbar}");
        workspace.filesChanged(List.of(folder.resolve("logseq/config.edn")));
        listener.await(() -> titles(root).equals(Set.of("a", "Jan 5th, 2024", "n.s", "h"))
                && workspace.snapshot(root).graph().isComplete());

        write("logseq/config.edn", "{:file/name-format ");
        workspace.filesChanged(List.of(folder.resolve("logseq/config.edn")));
        listener.await(() -> titles(root).contains("n/s"));
        assertThat(listener.found).containsExactly("config.edn: line 1, column 1: nothing closes what opens here");
    }

    private Set<String> titles(GraphRoot root) {
        Graph graph = workspace.snapshot(root).graph();
        return Streams.stream(graph.paths())
                .flatMap(path -> graph.facts(path).stream())
                .map(Facts::title)
                .collect(Collectors.toSet());
    }

    @Test
    void readsWhatLogseqReads() throws Exception {
        write("pages/b.MD", "");
        write("deep/er/c.markdown", "- c");
        write("o.org", "* o");
        write("whiteboards/w.edn", "{}");
        write("assets/p.edn", "{}");
        write("pages/x.sync-conflict-20261101-101010-ABCDEFG.md", "- copy");
        write("logseq/bak/pages/a.md", "- old");
        write("logseq/.recycle/a.md", "- gone");
        write("logseq/version-files/a.md", "- old");
        write(".git/a.md", "- no");
        write("site/node_modules/m/README.md", "- no");
        write("pages/.hidden.md", "- no");
        write("pages/data.edn", "{}");
        write("pages/a.txt", "- no");
        write("logseq/custom.css", "");
        write("assets/image.png", "");
        Files.createSymbolicLink(folder.resolve("pages/link.md"), folder.resolve("pages/a.md"));
        Snapshot snapshot = load(folder);
        assertThat(snapshot.graph().paths())
                .filteredOn(path -> isAsset(snapshot, path))
                .extracting(PagePath::path)
                .containsExactlyInAnyOrder("pages/data.edn", "pages/a.txt", "assets/image.png");
        assertThat(paths(snapshot))
                .containsExactlyInAnyOrder(
                        "pages/a.md",
                        "pages/b.MD",
                        "deep/er/c.markdown",
                        "o.org",
                        "whiteboards/w.edn",
                        "assets/p.edn",
                        "pages/x.sync-conflict-20261101-101010-ABCDEFG.md");
        assertThat(snapshot.graph().isComplete()).isTrue();
    }

    @Test
    void aFolderInsideAGraphBelongsToIt() throws Exception {
        assertThat(paths(load(folder.resolve("pages")))).contains("pages/a.md");
    }

    @Test
    void aGraphInsideAFolderIsOneOfItsOwn() throws Exception {
        write("nested/logseq/config.edn", "{}");
        write("nested/pages/n.md", "- n");
        workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
        assertThat(paths(snapshot())).containsExactly("pages/a.md");
        onDisk(folder.resolve("pages/none.md"));
        assertThat(workspace.roots())
                .containsExactlyInAnyOrder(GraphRoot.ofFolder(folder), GraphRoot.ofFolder(folder.resolve("nested")));
        assertThat(paths(workspace.snapshot(GraphRoot.ofFolder(folder.resolve("nested")))))
                .containsExactly("pages/n.md");
    }

    @Test
    void aFolderWithoutConfigIsAGraphWhenItIsOpen() throws Exception {
        Files.delete(folder.resolve("logseq/config.edn"));
        workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
        assertThat(paths(workspace.snapshot(GraphRoot.ofFolder(folder)))).containsExactly("pages/a.md");
    }

    @Test
    void openDocumentsOverlayTheDisk() throws Exception {
        workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
        Path file = folder.resolve("pages/a.md");
        String uri = FileUris.uri(file);
        workspace.open(uri, 1, "- open\n  id:: " + ID + "\n");
        assertThat(isDefined()).isTrue();

        write("pages/a.md", "- changed on disk\n");
        onDisk(file);
        assertThat(isDefined()).isTrue();

        workspace.change(
                uri,
                2,
                outline -> outline.with(new Edit(new Span(0, outline.text().length()), "- edited\n")));
        assertThat(isDefined()).isFalse();
        assertThat(workspace.view(uri).orElseThrow().page().outline().text()).isEqualTo(Text.of("- edited\n"));

        write("pages/a.md", "- on disk\n  id:: " + ID + "\n");
        workspace.close(uri);
        onDisk(folder.resolve("pages/none.md"));
        assertThat(isDefined()).isTrue();
        assertThat(workspace.view(uri)).isEmpty();
    }

    @Test
    void followsFilesAndFoldersOnDisk() throws Exception {
        load(folder);
        write("sub/b.md", "- b\n  id:: " + ID + "\n");
        onDisk(folder.resolve("sub/b.md"));
        assertThat(isDefined()).isTrue();
        Files.delete(folder.resolve("sub/b.md"));
        Files.delete(folder.resolve("sub"));
        onDisk(folder.resolve("sub"));
        assertThat(isDefined()).isFalse();
        onDisk(folder.resolve("logseq/bak/x.md"));
        assertThat(paths(snapshot())).containsExactly("pages/a.md");
    }

    @Test
    void aFileOutsideAnyGraphIsOneOfItsOwn(@TempDir Path elsewhere) {
        Path file = elsewhere.resolve("note.md");
        workspace.open(FileUris.uri(file), 1, "- a");
        View view = workspace.view(FileUris.uri(file)).orElseThrow();
        assertThat(view.snapshot().graph().extent()).isEqualTo(Graph.Extent.SINGLE_FILE);
        assertThat(paths(view.snapshot())).containsExactly("note.md");
        workspace.close(FileUris.uri(file));
        assertThat(workspace.views()).isEmpty();
    }

    @Test
    void openingAFileOfAGraphReadsTheGraph() throws Exception {
        workspace.open(FileUris.uri(folder.resolve("pages/new.md")), 1, "- new");
        onDisk(folder.resolve("pages/none.md"));
        assertThat(paths(snapshot())).containsExactlyInAnyOrder("pages/a.md", "pages/new.md");
        assertThat(snapshot().graph().isComplete()).isTrue();
    }

    @Test
    void aBackupIsNoPageOfTheGraph() throws Exception {
        load(folder);
        Path backup = folder.resolve("logseq/bak/pages/a.md");
        workspace.open(FileUris.uri(backup), 1, "- old\n  id:: " + ID + "\n");
        assertThat(isDefined()).isFalse();
    }

    @Test
    void whatIsWrongWithAFileIsKeptAndToldOnce() throws Exception {
        Path bytes = write("pages/bytes.md", "");
        Files.write(
                bytes,
                new byte[] {'-', ' ', (byte) 0xf0, (byte) 0x9f, (byte) 0x98, (byte) 0x80, '\n', (byte) 0xff, 'x'});
        Path huge = write("pages/huge.md", "");
        Files.write(huge, new byte[(16 << 20) + 1]);
        write("pages/replaced.md", "- \uFFFD\n");
        Snapshot snapshot = load(folder);
        assertThat(paths(snapshot))
                .containsExactlyInAnyOrder("pages/a.md", "pages/bytes.md", "pages/huge.md", "pages/replaced.md");
        assertThat(findings())
                .containsExactlyInAnyOrder(
                        "INVALID_UTF8 pages/bytes.md line 2, column 1: bytes that are no UTF-8",
                        "TOO_LARGE pages/huge.md it has 16 MB; files over 16 MB are not read");
        onDisk(huge);
        onDisk(bytes);
        assertThat(listener.unreadable).isEmpty();
        assertThat(listener.found).hasSize(2);

        Files.writeString(huge, "- small");
        onDisk(huge);
        Files.delete(bytes);
        onDisk(bytes);
        assertThat(findings()).isEmpty();
        Files.write(huge, new byte[(16 << 20) + 1]);
        onDisk(huge);
        assertThat(listener.found).hasSize(3);
    }

    @Test
    void whatIsWrongWithAFileIsToldAgainAfterItWasGone() throws Exception {
        byte[] invalid = {'-', ' ', (byte) 0xff};
        Path file = folder.resolve("pages/a.md");
        Files.write(file, invalid);
        workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
        assertThat(listener.found).hasSize(1);
        Files.delete(file);
        onDisk(file);
        Files.write(file, invalid);
        onDisk(file);
        assertThat(listener.found).hasSize(2);
        workspace.removeFolder(folder);
        workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
        assertThat(listener.found).hasSize(3);
    }

    @Test
    void anOpenDocumentHasWhatIsWrongWithItsFile() throws Exception {
        Path file = folder.resolve("pages/a.md");
        Files.write(file, new byte[] {'-', ' ', (byte) 0xff});
        load(folder);
        workspace.open(FileUris.uri(file), 1, "- \uFFFD");
        assertThat(findings()).hasSize(1);
        write("pages/a.md", "- \u00ff\n  id:: " + ID);
        onDisk(file);
        assertThat(findings()).isEmpty();
        assertThat(isDefined()).isFalse();
    }

    @Test
    void aFileMayHaveSeveralFindingsOfWhichOnlyLossesAreTold() throws Exception {
        byte[] invalid = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, '-', ' ', 'a', '\r', '-', ' ', (byte) 0xff};
        Path file = folder.resolve("pages/a.md");
        Files.write(file, invalid);
        load(folder);
        assertThat(findings())
                .containsExactlyInAnyOrder(
                        "BOM pages/a.md line 1, column 1: a byte order mark",
                        "LONE_CR pages/a.md line 1, column 4: a carriage return without a line feed",
                        "INVALID_UTF8 pages/a.md line 2, column 3: bytes that are no UTF-8");
        assertThat(listener.found).hasSize(1);

        workspace.open(FileUris.uri(file), 1, "- a\n- b");
        workspace.change(FileUris.uri(file), 2, outline -> Outline.parse(Text.of("- c"), Syntax.MARKDOWN));
        assertThat(findings()).hasSize(3);
        write("pages/a.md", "\uFEFF- c");
        onDisk(file);
        assertThat(findings()).containsExactly("BOM pages/a.md line 1, column 1: a byte order mark");
        write("pages/a.md", "- c\r\n");
        onDisk(file);
        assertThat(findings()).isEmpty();
        assertThat(listener.found).hasSize(1);
    }

    private Set<String> findings() {
        return snapshot().graph().findings().entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(finding -> finding.kind() + " " + entry.getKey() + " " + finding))
                .collect(Collectors.toSet());
    }

    @Test
    void aBrokenConfigIsAFindingUntilItIsMended() throws Exception {
        write("logseq/config.edn", "{:favorites [}");
        load(folder);
        assertThat(findings())
                .containsExactly("BROKEN_CONFIG logseq/config.edn line 1, column 14: nothing opens what closes here");
        write("logseq/config.edn", "{:favorites []}");
        onDisk(folder.resolve("logseq/config.edn"));
        assertThat(findings()).isEmpty();
    }

    @Test
    void settingsThatReadFilesAlikeTakeNoReload() throws Exception {
        load(folder);
        Facts before = snapshot().graph().facts(new PagePath("pages/a.md")).orElseThrow();
        write("logseq/config.edn", "{:preferred-workflow :todo}");
        onDisk(folder.resolve("logseq/config.edn"));
        assertThat(snapshot().graph().config().preferredWorkflow()).isEqualTo(GraphConfig.Workflow.TODO_DOING);
        assertThat(snapshot().graph().facts(new PagePath("pages/a.md")).orElseThrow())
                .isSameAs(before);
        assertThat(listener.scans).hasValue(1);
        write("logseq/config.edn", "{:preferred-workflow :todo :hidden [\"pages/a\"]}");
        onDisk(folder.resolve("logseq/config.edn"));
        assertThat(paths(snapshot())).isEmpty();
        assertThat(listener.scans).hasValue(2);
    }

    @Test
    void settingsThatCannotBeReadForAMomentStay() throws Exception {
        Path config = write("logseq/config.edn", "{:preferred-workflow :todo :hidden [\"pages/b\"]}");
        write("pages/b.md", "- hidden");
        load(folder);
        // Root may read what permissions forbid, but not this one.
        Path locked = Path.of("/sys/bus/cpu/drivers_probe");
        assumeThat(Files.isRegularFile(locked) && Files.isWritable(locked)).isTrue();
        Files.delete(config);
        Files.createSymbolicLink(config, locked);
        onDisk(config);
        assertThat(listener.unreadable).hasSize(1);
        assertThat(listener.scans).hasValue(1);
        assertThat(snapshot().graph().config().preferredWorkflow()).isEqualTo(GraphConfig.Workflow.TODO_DOING);
        assertThat(paths(snapshot())).containsExactly("pages/a.md");
    }

    @Test
    void aGraphIsReadThroughALinkToItsFolder(@TempDir Path elsewhere) throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("notes"), folder);
        workspace.addFolder(link).get(30, TimeUnit.SECONDS);
        assertThat(paths(workspace.snapshot(GraphRoot.ofFolder(link)))).containsExactly("pages/a.md");
    }

    @Test
    void whatAFolderHeldBeforeItWasReplacedIsForgotten() throws Exception {
        Path old = write("sub/old.md", "- old\n  id:: " + ID);
        load(folder);
        Files.delete(old);
        write("sub/new.md", "- new");
        onDisk(folder.resolve("sub"));
        assertThat(paths(snapshot())).containsExactlyInAnyOrder("pages/a.md", "sub/new.md");
        assertThat(isDefined()).isFalse();
    }

    @Test
    void whatAFolderHeldBeforeAFileReplacedItIsForgotten() throws Exception {
        Path old = write("sub/old.md", "- old\n  id:: " + ID);
        write("notes.md/old.md", "- old");
        load(folder);
        Files.delete(old);
        Files.delete(folder.resolve("sub"));
        onDisk(write("sub", "no page"));
        assertThat(isDefined()).isFalse();
        Files.delete(folder.resolve("notes.md/old.md"));
        Files.delete(folder.resolve("notes.md"));
        onDisk(write("notes.md", "- a page"));
        assertThat(paths(snapshot())).containsExactlyInAnyOrder("pages/a.md", "notes.md");
        assertThat(snapshot().graph().facts(new PagePath("sub"))).contains(Facts.ASSET);
    }

    @Test
    void aFileThatCannotBeOpenedByItsNameIsUnreadable() throws Exception {
        load(folder);
        // No UTF-8, which leads nowhere as a string; on other systems there is no such name.
        Path file = Path.of(URI.create(FileUris.uri(folder.resolve("pages")) + "/%FF.md"));
        Path inFolder = Path.of(URI.create(FileUris.uri(folder) + "/%FE/b.md"));
        assumeThat(folder.resolve("pages").resolve(file.getFileName().toString()))
                .isNotEqualTo(file);
        Files.writeString(file, "- a");
        Files.createDirectories(inFolder.resolveSibling(""));
        Files.writeString(inFolder, "- b");
        onDisk(file);
        onDisk(inFolder.resolveSibling(""));
        assertThat(paths(snapshot())).containsExactlyInAnyOrder("pages/a.md", "pages/\uFFFD.md", "\uFFFD/b.md");
        assertThat(listener.unreadable)
                .containsExactly(
                        "\uFFFD.md: this system cannot open a file of that name",
                        "b.md: this system cannot open a file of that name");
        Files.delete(file);
        onDisk(file);
        assertThat(paths(snapshot())).containsExactlyInAnyOrder("pages/a.md", "\uFFFD/b.md");
    }

    @Test
    void aFolderThatReplacedAFileIsSeenByWhatIsInIt() throws Exception {
        Path file = write("sub", "no page");
        load(folder);
        Files.delete(file);
        write("sub/other.md", "- other");
        onDisk(write("sub/new.md", "- new"));
        assertThat(snapshot().graph().paths())
                .extracting(PagePath::path)
                .containsExactlyInAnyOrder("pages/a.md", "sub/new.md", "sub/other.md");
    }

    @Test
    void aGraphInsideThatGoesAsAFolderIsForgotten() throws Exception {
        Path config = write("nested/logseq/config.edn", "{}");
        Path page = write("nested/pages/n.md", "- n");
        workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
        onDisk(folder.resolve("pages/none.md"));
        assertThat(workspace.roots()).hasSize(2);
        Files.delete(config);
        Files.delete(config.resolveSibling(""));
        onDisk(config.resolveSibling(""));
        assertThat(workspace.roots()).containsExactly(GraphRoot.ofFolder(folder));
        assertThat(paths(snapshot())).contains("nested/pages/n.md");
        Files.delete(page);
    }

    @Test
    void theNamesOfAssetsAndTheTimesOfPagesFollowTheDisk() throws Exception {
        write("assets/a.png", "");
        load(folder);
        Path page = write("pages/p.md", "- [a](../assets/a.png)");
        Files.setLastModifiedTime(page, FileTime.fromMillis(1_700_000_000_000L));
        onDisk(page);
        assertThat(snapshot()
                        .graph()
                        .facts(new PagePath("pages/p.md"))
                        .orElseThrow()
                        .changed())
                .isEqualTo(1_700_000_000_000L);
        Files.delete(folder.resolve("assets/a.png"));
        onDisk(folder.resolve("assets/a.png"));
        assertThat(snapshot().graph().facts(new PagePath("assets/a.png"))).isEmpty();
        onDisk(write("assets/b.png", ""));
        assertThat(snapshot().graph().facts(new PagePath("assets/b.png"))).contains(Facts.ASSET);
    }

    @Test
    void thousandsOfChangesComeInAtOnce() throws Exception {
        load(folder);
        List<Path> changed = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            changed.add(write("pages/p%d.md".formatted(i), "- page\n".repeat(20)));
        }
        workspace.filesChanged(changed);
        // Each change once more, as editors do; they come while the first are being read.
        changed.forEach(file -> workspace.filesChanged(List.of(file)));
        listener.await(() -> Iterables.size(snapshot().graph().paths()) == 5001);
    }

    @Test
    void aFileThatCannotBeReadLeavesOpenWhatItDefines() throws Exception {
        Files.write(folder.resolve("pages/huge.md"), new byte[(16 << 20) + 1]);
        assertThat(load(folder).graph().isComplete()).isFalse();
        write("pages/huge.md", "- small again");
        onDisk(folder.resolve("pages/huge.md"));
        assertThat(snapshot().graph().isComplete()).isTrue();
    }

    @Test
    void openDocumentsMoveToTheGraphThatIsOpenedAroundThem(@TempDir Path plain) throws Exception {
        Path file = plain.resolve("pages/a.md");
        workspace.open(FileUris.uri(file), 1, "- a\n  id:: " + ID + "\n");
        workspace.addFolder(plain).get(30, TimeUnit.SECONDS);
        View view = workspace.view(FileUris.uri(file)).orElseThrow();
        assertThat(view.snapshot().graph().extent()).isEqualTo(Graph.Extent.COMPLETE);
        assertThat(paths(view.snapshot())).containsExactly("pages/a.md");
        assertThat(view.snapshot().graph().links().isDefined(ID)).isTrue();
        workspace.removeFolder(plain);
        assertThat(workspace
                        .view(FileUris.uri(file))
                        .orElseThrow()
                        .snapshot()
                        .graph()
                        .extent())
                .isEqualTo(Graph.Extent.SINGLE_FILE);
    }

    @Test
    void aConfigThatComesMakesAGraphOfItsOwn() throws Exception {
        write("nested/pages/n.md", "- n\n  id:: " + ID + "\n");
        workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
        Path file = folder.resolve("nested/pages/n.md");
        workspace.open(FileUris.uri(file), 1, "- n\n  id:: " + ID + "\n");
        assertThat(isDefined()).isTrue();
        write("nested/logseq/config.edn", "{}");
        onDisk(folder.resolve("nested/logseq/config.edn"));
        View view = workspace.view(FileUris.uri(file)).orElseThrow();
        assertThat(paths(view.snapshot())).containsExactly("pages/n.md");
        assertThat(view.snapshot().graph().isComplete()).isTrue();
        assertThat(isDefined()).isFalse();
    }

    @Test
    void aConfigThatComesInsideLeavesOpenDocumentsOutside() throws Exception {
        workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
        workspace.open(FileUris.uri(folder.resolve("pages/a.md")), 1, "- a\n  id:: " + ID + "\n");
        write("nested/logseq/config.edn", "{}");
        onDisk(folder.resolve("nested/logseq/config.edn"));
        assertThat(isDefined()).isTrue();
        assertThat(snapshot().graph().isComplete()).isTrue();
    }

    @Test
    void aGraphInsideThatADocumentMakesKnownHasItsFiles() throws Exception {
        Path page = write("nested/pages/n.md", "- n\n  id:: " + ID + "\n");
        Path other = write("nested/pages/o.md", "- o");
        workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
        workspace.open(FileUris.uri(other), 1, "- o");
        assertThat(isDefined()).isTrue();
        // Nobody has told of it yet.
        write("nested/logseq/config.edn", "{}");
        workspace.open(FileUris.uri(page), 1, "- n");
        assertThat(paths(snapshot())).containsExactly("pages/a.md");
        assertThat(paths(workspace.view(FileUris.uri(other)).orElseThrow().snapshot()))
                .contains("pages/n.md", "pages/o.md");
    }

    @Test
    void aGraphThatComesAsAFolderIsOneOfItsOwn() throws Exception {
        workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
        write("nested/logseq/config.edn", "{}");
        write("nested/pages/n.md", "- n");
        onDisk(folder.resolve("nested"));
        assertThat(workspace.roots()).contains(GraphRoot.ofFolder(folder.resolve("nested")));
        assertThat(paths(snapshot())).containsExactly("pages/a.md");
    }

    @Test
    void aGraphInsideSeesWhatIsToldOfAFolderAroundIt() throws Exception {
        write("sub/in/logseq/config.edn", "{}");
        workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
        onDisk(folder.resolve("pages/none.md"));
        GraphRoot inside = GraphRoot.ofFolder(folder.resolve("sub/in"));
        assertThat(workspace.snapshot(inside).graph().paths()).isEmpty();
        write("sub/in/pages/n.md", "- n");
        write("sub/in/logseq/config.edn", "{:journal/page-title-format \"yyyy\"}");
        onDisk(folder.resolve("sub"));
        assertThat(paths(workspace.snapshot(inside))).containsExactly("pages/n.md");
        assertThat(workspace.snapshot(inside).graph().config().inForce()).containsKey("journal/page-title-format");
    }

    @Test
    void theSettingsOfAGraphCountWhereTheirFolderIsAGraphOfItsOwn() throws Exception {
        write("logseq/logseq/config.edn", "{}");
        workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
        onDisk(folder.resolve("pages/none.md"));
        onDisk(write("logseq/config.edn", "{:journal/page-title-format \"yyyy\"}"));
        assertThat(snapshot().graph().config().inForce()).containsKey("journal/page-title-format");
    }

    @Test
    void aGraphWhereNoScanGoesIsForgottenWithItsLastDocument() throws Exception {
        write("logseq/bak/in/logseq/config.edn", "{}");
        String page = FileUris.uri(write("logseq/bak/in/pages/n.md", "- n"));
        workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
        workspace.open(page, 1, "- n");
        assertThat(workspace.roots()).hasSize(2);
        workspace.close(page);
        assertThat(workspace.roots()).containsExactly(GraphRoot.ofFolder(folder));
    }

    @Test
    void whatALinkReplacesIsForgotten(@TempDir Path outside) throws Exception {
        write("pages/sub/b.md", "- b\n  id:: " + ID + "\n");
        load(folder);
        Files.move(folder.resolve("pages/sub"), outside.resolve("sub"));
        Files.createSymbolicLink(folder.resolve("pages/sub"), outside.resolve("sub"));
        onDisk(folder.resolve("pages/sub"));
        assertThat(isDefined()).isFalse();
    }

    @Test
    void aFolderThatComesIsRead() throws Exception {
        load(folder);
        write("sub/deep/b.md", "- b\n  id:: " + ID + "\n");
        onDisk(folder.resolve("sub"));
        assertThat(isDefined()).isTrue();
    }

    @Test
    void aCancelledScanIsNotTakenForAWholeGraph() throws Exception {
        listener.cancelled = true;
        assertThat(load(folder).graph().extent()).isEqualTo(Graph.Extent.INCOMPLETE);
    }

    @Test
    void closingEndsTheScanUnderWayWithoutAWord() throws Exception {
        for (int i = 0; i < 3000; i++) {
            write("pages/p%d.md".formatted(i), "- page\n".repeat(20));
        }
        for (int round = 0; round < 20; round++) {
            CompletableFuture<Void> loaded;
            try (Workspace closed = new Workspace(listener)) {
                loaded = closed.addFolder(folder);
                Thread.sleep(3L * round);
            }
            loaded.get(30, TimeUnit.SECONDS);
        }
        assertThat(listener.unreadable).isEmpty();
    }

    @Test
    void whatChangesNoGraphIsNotToldOf(@TempDir Path other) throws Exception {
        load(folder);
        int told = listener.told.get();
        for (int i = 0; i < 10; i++) {
            workspace.filesChanged(List.of(write(".git/index", ""), folder.resolve("pages/a.md")));
            Thread.sleep(5);
        }
        // A graph is read after what changed before, and told of; the last change may be looked at while it becomes
        // known.
        workspace.addFolder(other).get(30, TimeUnit.SECONDS);
        assertThat(listener.told.get() - told).isBetween(1, 2);
    }

    @Test
    void nothingIsReadThroughLinks(@TempDir Path outside) throws Exception {
        load(folder);
        Files.writeString(outside.resolve("s.md"), "- secret\n  id:: " + ID + "\n");
        Files.createSymbolicLink(folder.resolve("pages/ln"), outside);
        onDisk(folder.resolve("pages/ln"));
        onDisk(folder.resolve("pages/ln/s.md"));
        workspace.open(FileUris.uri(folder.resolve("pages/ln/s.md")), 1, "- secret\n  id:: " + ID + "\n");
        assertThat(isDefined()).isFalse();
    }

    @Test
    void anOpenWhiteboardKeepsDefiningItsIds() throws Exception {
        write("whiteboards/w.edn", "{:block/uuid #uuid \"" + ID + "\"}");
        load(folder);
        Path file = folder.resolve("whiteboards/w.edn");
        workspace.open(FileUris.uri(file), 1, "{}");
        assertThat(isDefined()).isTrue();
        assertThat(workspace.view(FileUris.uri(file))).isEmpty();
    }

    @Test
    void whiteboardsLieWhereTheSettingsSay() throws Exception {
        write("logseq/config.edn", "{:whiteboards-directory \"boards/\"}");
        Path file = write("boards/w.edn", "{:block/uuid #uuid \"" + ID + "\"}");
        load(folder);
        assertThat(isDefined()).isTrue();
        workspace.open(FileUris.uri(file), 1, "{}");
        assertThat(workspace.view(FileUris.uri(file))).isEmpty();
        Files.delete(file);
        onDisk(file);
        assertThat(isDefined()).isFalse();
        onDisk(write("boards/w.edn", "{:block/uuid #uuid \"" + ID + "\"}"));
        assertThat(isDefined()).isTrue();
    }

    @Test
    void closedFoldersAreForgotten(@TempDir Path other) throws Exception {
        workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
        workspace.addFolder(other).get(30, TimeUnit.SECONDS);
        workspace.removeFolder(other);
        assertThat(workspace.roots()).containsExactly(GraphRoot.ofFolder(folder));
        assertThat(listener.forgotten).containsExactly(other);
    }

    @CanIgnoreReturnValue
    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }

    private Snapshot load(Path opened) throws Exception {
        return workspace.snapshot(workspace.loadFolder(opened).get(30, TimeUnit.SECONDS));
    }

    private Snapshot snapshot() {
        return workspace.snapshot(GraphRoot.ofFolder(folder));
    }

    private boolean isDefined() {
        return snapshot().graph().links().isDefined(ID);
    }

    /** The files that were read. */
    private static Set<String> paths(Snapshot snapshot) {
        return Streams.stream(snapshot.graph().paths())
                .filter(path -> !isAsset(snapshot, path))
                .map(PagePath::path)
                .collect(Collectors.toSet());
    }

    private static boolean isAsset(Snapshot snapshot, PagePath path) {
        return snapshot.graph().facts(path).orElseThrow().equals(Facts.ASSET);
    }

    /** Tells of a change and waits until it and all that came before have been taken in. */
    private void onDisk(Path file) throws Exception {
        workspace.filesChanged(List.of(file));
        // Changes are taken in one after the other: when one that comes later is seen, this one is through.
        Path later = folder.resolve("pages/later.md");
        Files.writeString(later, "- later\n  id:: " + LATER + "\n");
        workspace.filesChanged(List.of(later));
        listener.await(() -> snapshot().graph().links().isDefined(LATER));
        Files.delete(later);
        workspace.filesChanged(List.of(later));
        listener.await(() -> !snapshot().graph().links().isDefined(LATER));
    }
}
