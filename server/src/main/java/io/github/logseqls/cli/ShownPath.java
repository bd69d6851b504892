package io.github.logseqls.cli;

import java.io.File;
import java.nio.file.Path;

/** How files are named to people and scripts. */
final class ShownPath {

    private static final Path HERE = Path.of("").toAbsolutePath();

    private ShownPath() {}

    /** A path from the working directory where the file lies below it, with {@code /} between folders. */
    static String of(Path file) {
        Path path = file.startsWith(HERE) ? HERE.relativize(file) : file;
        return path.toString().replace(File.separatorChar, '/');
    }
}
