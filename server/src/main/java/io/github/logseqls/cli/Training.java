package io.github.logseqls.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.github.logseqls.workspace.FileUris;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** An editor and a server in one process, and one of each thing that is asked, so that the classes for it are loaded. */
@Command(name = Training.NAME, hidden = true)
final class Training implements Callable<Integer> {

    static final String NAME = "train";

    private static final String PAGE = """
            title:: A page
            tags:: [[one]], #two

            - TODO see ((5f0e0001-1c2d-4e3f-8a4b-0123456789ab)) and [label](((5f0e0001-1c2d-4e3f-8a4b-0123456789ab)))
              SCHEDULED: <2026-11-14 Sat>
              collapsed:: true
            \t- ## A [[link]] to **a** `page`, ((5f0e0002-1c2d-4e3f-8a4b-0123456789ab)) {{query (todo later)}}
            \t  ```js
            \t  const x = 1;
            \t  ```
            \t- > quoted https://example.org #tag
            - an id ![](../assets/a.png)
              background-color:: #ff0000
              id:: short
            """;

    private static final String TARGET = "- the *target*\n  id:: 5f0e0001-1c2d-4e3f-8a4b-0123456789ab\n\t- child\n";

    private static final String INITIALIZE = """
            {"processId": null, "rootUri": null, "workspaceFolders": [{"uri": "%s", "name": "graph"}], "capabilities": {
              "general": {"positionEncodings": ["utf-16"]}, "window": {"workDoneProgress": true},
              "workspace": {"workspaceFolders": true,
                "didChangeWatchedFiles": {"dynamicRegistration": true, "relativePatternSupport": true}},
              "textDocument": {"definition": {"linkSupport": true}, "hover": {"contentFormat": ["markdown"]},
                "foldingRange": {"lineFoldingOnly": true, "foldingRange": {"collapsedText": true}},
                "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
                "semanticTokens": {"multilineTokenSupport": true},
                "inlayHint": {"resolveSupport": {"properties": ["tooltip"]}}}}}""";

    /** What editors ask about a page when they show it. */
    private static final ImmutableList<String> OF_PAGE = ImmutableList.of(
            "textDocument/foldingRange",
            "textDocument/documentSymbol",
            "textDocument/semanticTokens/full",
            "textDocument/documentLink",
            "textDocument/documentColor",
            "textDocument/codeLens",
            "logseq/collapsedBlocks");

    /** What they ask about the part that can be seen. */
    private static final ImmutableList<String> OF_PART = ImmutableList.of(
            "textDocument/inlayHint",
            "textDocument/semanticTokens/range",
            "logseq/displays",
            "textDocument/codeAction");

    /** What they ask at the caret. */
    private static final ImmutableList<String> AT_CARET = ImmutableList.of(
            "textDocument/definition",
            "textDocument/hover",
            "textDocument/documentHighlight",
            "textDocument/references");

    @Parameters(description = "Where a graph is written for a while.")
    private Path folder = Path.of("");

    private final PipedOutputStream questions = new PipedOutputStream();
    private final Answers answers = new Answers();

    private int lastId;

    @Override
    public Integer call() throws IOException {
        Path graph = Files.createTempDirectory(folder.toAbsolutePath(), "graph");
        System.setIn(new PipedInputStream(questions, 1 << 16));
        System.setOut(new PrintStream(answers, false, StandardCharsets.UTF_8));
        Thread editor = new Thread(() -> System.exit(exitCode(graph)));
        editor.start();
        Main.main(new String[] {Stdio.NAME});
        return CommandLine.ExitCode.OK;
    }

    private int exitCode(Path graph) {
        try {
            write(graph);
            session(graph);
            commands(graph);
            return CommandLine.ExitCode.OK;
        } catch (IOException | InterruptedException | TimeoutException e) {
            return CommandLine.ExitCode.SOFTWARE;
        } finally {
            delete(graph);
        }
    }

    private static void write(Path graph) throws IOException {
        Files.createDirectories(graph.resolve("logseq"));
        Files.createDirectories(graph.resolve("pages"));
        Files.writeString(graph.resolve("logseq/config.edn"), "{:meta/version 1 :preferred-format :markdown}");
        Files.writeString(graph.resolve("pages/a.md"), PAGE);
        Files.writeString(graph.resolve("pages/b.md"), TARGET);
        Files.writeString(graph.resolve("pages/c.org"), "* TODO an [[org]] page\n:PROPERTIES:\n:a: b\n:END:\n");
    }

    private static void delete(Path graph) {
        try {
            MoreFiles.deleteRecursively(graph, RecursiveDeleteOption.ALLOW_INSECURE);
        } catch (IOException e) {
            // What stays is removed with the archives that nobody uses any more.
        }
    }

    private void session(Path graph) throws IOException, InterruptedException, TimeoutException {
        String uri = FileUris.uri(graph.resolve("pages/a.md"));
        String document = "\"textDocument\": {\"uri\": \"%s\", \"version\": 2}".formatted(uri);
        ask("initialize", INITIALIZE.formatted(FileUris.uri(graph)));
        tell("initialized", "{}");
        tell("textDocument/didOpen", """
                {"textDocument": {"uri": "%s", "languageId": "markdown", "version": 1, "text": "%s"}}""".formatted(
                        uri, PAGE.replace("\n", "\\n").replace("\t", "\\t")));
        answers.await("client/registerCapability");
        answers.await("window/workDoneProgress/create");
        send("\"id\": \"1\", \"result\": null");
        send("\"id\": \"2\", \"result\": null");
        answers.await("broken-block-ref");
        answers.await("\"kind\":\"end\"");
        for (String method : OF_PAGE) {
            ask(method, "{%s}".formatted(document));
        }
        for (String method : OF_PART) {
            ask(method, """
                    {%s, "context": {"diagnostics": []}, "range": {"start": {"line": 0, "character": 0},
                      "end": {"line": 13, "character": 0}}}""".formatted(document));
        }
        for (String method : AT_CARET) {
            ask(method, """
                    {%s, "context": {"includeDeclaration": true}, "position": {"line": 3, "character": 20}}""".formatted(document));
        }
        tell("textDocument/didChange", """
                {%s, "contentChanges": [{"range": {"start": {"line": 3, "character": 2},
                  "end": {"line": 3, "character": 6}}, "text": "DONE"}]}""".formatted(document));
        tell("workspace/didChangeWatchedFiles", "{\"changes\": [{\"uri\": \"%s\", \"type\": 2}]}".formatted(uri));
        ask("textDocument/foldingRange", "{%s}".formatted(document));
        ask("shutdown", "null");
    }

    private static void commands(Path graph) {
        CommandLine commandLine = LogseqLs.commandLine(OutputStream.nullOutputStream());
        commandLine.execute("check", graph.toString());
        commandLine.execute(
                "outline", "--format", "json", graph.resolve("pages/a.md").toString());
    }

    private void ask(String method, String params) throws IOException, InterruptedException, TimeoutException {
        int id = ++lastId;
        send("\"id\": %d, \"method\": \"%s\", \"params\": %s".formatted(id, method, params));
        answers.await("\"id\":%d,".formatted(id));
    }

    private void tell(String method, String params) throws IOException {
        send("\"method\": \"%s\", \"params\": %s".formatted(method, params));
    }

    private void send(String content) throws IOException {
        byte[] message = "{\"jsonrpc\": \"2.0\", %s}".formatted(content).getBytes(StandardCharsets.UTF_8);
        questions.write("Content-Length: %d\r\n\r\n".formatted(message.length).getBytes(StandardCharsets.US_ASCII));
        questions.write(message);
        questions.flush();
    }

    /** All that the server has written. */
    private static final class Answers extends ByteArrayOutputStream {

        private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

        @Override
        public synchronized void flush() {
            notifyAll();
        }

        synchronized void await(String text) throws InterruptedException, TimeoutException {
            long end = System.nanoTime() + PATIENCE;
            while (!toString(StandardCharsets.UTF_8).contains(text)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new TimeoutException(text);
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }
    }
}
