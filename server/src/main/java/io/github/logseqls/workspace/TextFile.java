package io.github.logseqls.workspace;

import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file as text. */
final class TextFile {

    private static final long MOST_BYTES = 16L << 20;

    private TextFile() {}

    /**
     * The file as UTF-8, with a replacement character for what is none.
     *
     * @throws IOException where the file cannot be read or has more than 16 MB
     */
    static Text read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("larger than 16 MB");
        }
        return Text.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }
}
