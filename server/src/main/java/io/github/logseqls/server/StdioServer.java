package io.github.logseqls.server;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.logging.LogManager;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;

/** Serves one editor over a pair of streams. */
public final class StdioServer {

    private StdioServer() {}

    /**
     * Serves until the editor says {@code exit} or the input ends.
     *
     * @param exit ends the process with an exit code: 0 after {@code shutdown}, else 1
     * @param verbose whether the protocol library may write its warnings to stderr
     * @param whenCalm what can wait until the editor's folders are read and a while after
     */
    public static void serve(InputStream in, OutputStream out, boolean verbose, IntConsumer exit, Runnable whenCalm) {
        if (!verbose) {
            // Editors show what comes on stderr as errors.
            LogManager.getLogManager().reset();
        }
        LogseqLanguageServer server = new LogseqLanguageServer(exit, whenCalm);
        Launcher<LanguageClient> launcher = new Launcher.Builder<LanguageClient>()
                .setLocalServices(List.of(server, server.logseq()))
                .setRemoteInterface(LanguageClient.class)
                // With several services the library looks there for what they share with the editor.
                .setClassLoader(StdioServer.class.getClassLoader())
                .setInput(in)
                .setOutput(out)
                .configureGson(gson -> gson.registerTypeAdapterFactory(new RangeJson())
                        .registerTypeAdapterFactory(new ReportJson())
                        .registerTypeAdapterFactory(new TextEditJson()))
                .setExecutorService(Executors.newCachedThreadPool(Threads.named("logseq-ls-reader")))
                .create();
        server.connect(launcher.getRemoteProxy());
        try {
            launcher.startListening().get();
        } catch (ExecutionException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.exit();
    }
}
