package io.github.logseqls.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the folder of a graph on disk. */
final class GraphFolder {

    private GraphFolder() {}

    /** A graph without pages, with its settings in EDN. */
    static void create(Path folder, String settings) throws IOException {
        Files.createDirectories(folder.resolve("logseq"));
        Files.createDirectories(folder.resolve("pages"));
        Files.writeString(folder.resolve("logseq/config.edn"), settings);
    }
}
