package io.github.logseqls.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Streams;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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

    private final Listener listener = new Listener();
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
        await(() -> titles(root).equals(Set.of("a", "Jan 5th, 2024", "n.s", "h"))
                && workspace.snapshot(root).graph().isComplete());

        write("logseq/config.edn", "{:file/name-format ");
        workspace.filesChanged(List.of(folder.resolve("logseq/config.edn")));
        await(() -> titles(root).contains("n/s"));
        assertThat(listener.unreadable)
                .anyMatch(line -> line.contains("config.edn") && line.contains("line 1, column 1"));
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
        Files.createSymbolicLink(folder.resolve("pages/link.md"), folder.resolve("pages/a.md"));
        Snapshot snapshot = load(folder);
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
    void oneUnreadableFileIsOneWarning() throws Exception {
        write("pages/bytes.md", "");
        Files.write(folder.resolve("pages/bytes.md"), new byte[] {'-', ' ', (byte) 0xff, (byte) 0xfe, '\n'});
        Files.write(folder.resolve("pages/huge.md"), new byte[(16 << 20) + 1]);
        Snapshot snapshot = load(folder);
        assertThat(paths(snapshot)).containsExactlyInAnyOrder("pages/a.md", "pages/bytes.md", "pages/huge.md");
        assertThat(listener.unreadable).containsExactly("huge.md: larger than 16 MB");
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
    void aGraphThatComesAsAFolderIsOneOfItsOwn() throws Exception {
        workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
        write("nested/logseq/config.edn", "{}");
        write("nested/pages/n.md", "- n");
        onDisk(folder.resolve("nested"));
        assertThat(workspace.roots()).contains(GraphRoot.ofFolder(folder.resolve("nested")));
        assertThat(paths(snapshot())).containsExactly("pages/a.md");
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
    void closedFoldersAreForgotten(@TempDir Path other) throws Exception {
        workspace.addFolder(folder).get(30, TimeUnit.SECONDS);
        workspace.addFolder(other).get(30, TimeUnit.SECONDS);
        workspace.removeFolder(other);
        assertThat(workspace.roots()).containsExactly(GraphRoot.ofFolder(folder));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
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

    private static Set<String> paths(Snapshot snapshot) {
        return Streams.stream(snapshot.graph().paths()).map(PagePath::path).collect(Collectors.toSet());
    }

    /** Tells of a change and waits until it and all that came before have been taken in. */
    private void onDisk(Path file) throws Exception {
        workspace.filesChanged(List.of(file));
        // Changes are taken in one after the other: when one that comes later is seen, this one is through.
        Path later = folder.resolve("pages/later.md");
        Files.writeString(later, "- later\n  id:: " + LATER + "\n");
        workspace.filesChanged(List.of(later));
        await(() -> snapshot().graph().links().isDefined(LATER));
        Files.delete(later);
        workspace.filesChanged(List.of(later));
        await(() -> !snapshot().graph().links().isDefined(LATER));
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            assertThat(listener.changes.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static final class Listener implements WorkspaceListener {

        private final Semaphore changes = new Semaphore(0);
        private final ConcurrentLinkedQueue<String> unreadable = new ConcurrentLinkedQueue<>();
        private volatile boolean cancelled;

        @Override
        public void changed() {
            changes.release();
        }

        @Override
        public void unreadable(String file, String reason) {
            unreadable.add(Path.of(file).getFileName() + ": " + reason);
        }

        @Override
        public ScanProgress scanning(Path graph) {
            return new ScanProgress() {
                @Override
                public void read(int files, int total) {}

                @Override
                public void done() {}

                @Override
                public boolean isCancelled() {
                    return cancelled;
                }
            };
        }
    }
}
