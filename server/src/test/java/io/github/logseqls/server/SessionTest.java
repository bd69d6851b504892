package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.workspace.FileUris;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SessionTest {

    private static final int MANY = 100;

    @TempDir
    Path folder;

    private final Editor editor = new Editor();
    private Session session;
    private String uri;

    @BeforeEach
    void openADocument() throws Exception {
        Path file = folder.resolve("a.md");
        Files.writeString(file, "- on disk\n");
        uri = FileUris.uri(file);
        session = new Session(editor, Client.of(new InitializeParams()), Clock.systemUTC());
        session.workspace().open(uri, 1, "- open\n");
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void whatGoesThroughManyPagesBlocksNobodyAtTheCaret() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> walks = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            walks.add(session.walk("walk", uri, false, (view, cancel) -> isDown(answered)));
        }
        assertThat(text()).isEqualTo("- open\n");
        answered.countDown();
        for (CompletableFuture<Boolean> walk : walks) {
            assertThat(walk.get()).isTrue();
        }
    }

    @Test
    void anEditThatFailsLeavesNoDocumentOutOfStep() throws Exception {
        session.change(uri, 2, outline -> {
            throw new IllegalStateException("a bug");
        });
        assertThat(text()).isEqualTo("nothing is open");
        assertThat(editor.logged).singleElement().asString().contains("an edit of", "a.md", "a bug");
        assertThat(editor.shown)
                .singleElement()
                .asString()
                .contains("in a.md. Save the file, close it and open it again.");

        session.change(uri, 3, outline -> outline.with(new Edit(new Span(2, 6), "lost")));
        assertThat(text()).isEqualTo("nothing is open");
        session.workspace().open(uri, 4, "- again\n");
        session.change(uri, 5, outline -> outline.with(new Edit(new Span(2, 7), "well")));
        assertThat(text()).isEqualTo("- well\n");
        assertThat(editor.shown).hasSize(1);
    }

    @Test
    void aBugCostsOneAnswer() throws Exception {
        assertThat(session.answer("hover", uri, "nothing", view -> endlessly(0)).get())
                .isEqualTo("nothing");
        assertThat(editor.logged).containsExactly("hover failed: java.lang.StackOverflowError");
        assertThat(text()).isEqualTo("- open\n");
    }

    private String text() throws Exception {
        return session.answer(
                        "text",
                        uri,
                        "nothing is open",
                        view -> view.page().outline().text().string())
                .get();
    }

    private static boolean isDown(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException ended) {
            return false;
        }
    }

    @SuppressWarnings("InfiniteRecursion") // It is the bug.
    private static String endlessly(int depth) {
        return endlessly(depth + 1) + depth;
    }

    /** Notes what it is told. */
    private static final class Editor implements LanguageClient {

        private final List<String> logged = new CopyOnWriteArrayList<>();
        private final List<String> shown = new CopyOnWriteArrayList<>();

        @Override
        public void logMessage(MessageParams message) {
            logged.add(message.getMessage());
        }

        @Override
        public void showMessage(MessageParams message) {
            shown.add(message.getMessage());
        }

        @Override
        public void telemetryEvent(Object object) {}

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {}

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
            return new CompletableFuture<>();
        }
    }
}
