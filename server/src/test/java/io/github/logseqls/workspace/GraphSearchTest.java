package io.github.logseqls.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.search.Hit;
import io.github.logseqls.search.Query;
import io.github.logseqls.search.Searchable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the texts of a graph while they are being read. */
class GraphSearchTest {

    private static final int OTHERS = 300;
    private static final String OPEN = "- see [[near]]\n";

    @TempDir
    Path root;

    private Path open;

    @BeforeEach
    void writeGraph() throws Exception {
        Files.createDirectories(root.resolve("logseq"));
        Files.writeString(root.resolve("logseq/config.edn"), "{}");
        Files.createDirectories(root.resolve("pages"));
        open = Files.writeString(root.resolve("pages/open.md"), OPEN);
        Files.writeString(root.resolve("pages/near.md"), "- warm milk\n");
        for (int other = 0; other < OTHERS; other++) {
            Files.writeString(root.resolve("pages/other %d.md".formatted(other)), "- cold water\n");
        }
    }

    @Test
    void whoWaitsIsToldOfWhatHasBeenRead() throws Exception {
        try (Workspace workspace = workspace()) {
            GraphSearch search = workspace.search();
            CompletableFuture<Void> growth = search.growth();
            assertThat(found(search, "milk")).isEmpty();
            search.prepare();
            growth.get(30, TimeUnit.SECONDS);
            assertThat(found(search, "milk")).isNotEmpty();
            while (found(search, "water").isEmpty()) {
                CompletableFuture<Void> more = search.growth();
                if (found(search, "water").isEmpty()) {
                    more.get(30, TimeUnit.SECONDS);
                }
            }
        }
    }

    @Test
    void nothingIsReadTwice() throws Exception {
        try (Workspace workspace = workspace()) {
            GraphSearch search = workspace.search();
            search.withTexts().get(30, TimeUnit.SECONDS);
            CompletableFuture<Void> growth = search.growth();
            search.prepare();
            search.withTexts().get(30, TimeUnit.SECONDS);
            assertThat(growth).isNotDone();
        }
    }

    @Test
    void nearIsWhatIsOpenAndWhatItLinksTo() throws Exception {
        try (Workspace workspace = workspace()) {
            var graph = workspace.snapshots().get(0).graph();
            Predicate<PagePath> isOther = path -> path.path().contains("other");
            assertThat(NearFiles.of(Set.of(new PagePath("pages/open.md")), graph))
                    .contains(new PagePath("pages/open.md"), new PagePath("pages/near.md"))
                    .noneMatch(isOther);
        }
    }

    private Workspace workspace() throws Exception {
        Workspace workspace = new Workspace(new RecordingListener());
        workspace.addFolder(root).get(30, TimeUnit.SECONDS);
        workspace.open(FileUris.uri(open), 1, OPEN);
        return workspace;
    }

    private static ImmutableList<Hit> found(GraphSearch search, String words) {
        ImmutableList<Searchable> known = search.asFarAsKnown();
        return known.get(0).index().blocks(Query.of(words), 1, () -> {});
    }
}
