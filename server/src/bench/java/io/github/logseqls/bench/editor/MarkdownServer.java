package io.github.logseqls.bench.editor;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** VS Code's own server for Markdown, which npm brings. It reads files and Markdown's blocks by asking its editor. */
final class MarkdownServer {

    static final String NAME = "vscode-markdown-languageserver 0.5.0";

    private static final Path FOLDER = Path.of("src/bench/js");
    private static final Path PROGRAM =
            FOLDER.resolve("node_modules/vscode-markdown-languageserver/dist/node/workerMain.js");

    private MarkdownServer() {}

    /** How it is started; installs it if need be. Empty where that fails, since there is no npm or no network. */
    static Optional<List<String>> command() throws IOException, InterruptedException {
        if (!Files.exists(PROGRAM) && WholeProcess.isInstalled("npm")) {
            new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
        return Files.exists(PROGRAM) && WholeProcess.isInstalled("node")
                ? Optional.of(List.of("node", PROGRAM.toString(), "--stdio"))
                : Optional.empty();
    }

    /**
     * What its editor answers: of Markdown's blocks it gets none, which it needs to pass over links in code, and no
     * other files.
     */
    static Object answer(JsonObject request) {
        return switch (request.get("method").getAsString()) {
            case "markdown/parse", "markdown/findMarkdownFilesInWorkspace" -> List.of();
            default -> JsonNull.INSTANCE;
        };
    }
}
