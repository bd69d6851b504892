package io.github.logseqls.workspace;

import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A file read as text.
 *
 * @param text the file as UTF-8, with a replacement character for what is none
 * @param invalidAt the offset of the first such character
 */
record TextFile(Text text, OptionalInt invalidAt) {

    private static final long MOST_BYTES = 16L << 20;

    private static final char REPLACEMENT = '\uFFFD';

    /** Says that a file has more bytes than are read. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        private TooLarge(long bytes) {
            super("it has %d MB; files over 16 MB are not read".formatted(bytes >> 20));
        }
    }

    /**
     * Reads a file.
     *
     * @throws TooLarge where it has more than 16 MB
     * @throws IOException where it cannot be read
     */
    static TextFile read(Path file) throws IOException {
        byte[] bytes = bytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new TextFile(
                Text.ofFile(text), text.indexOf(REPLACEMENT) < 0 ? OptionalInt.empty() : firstInvalid(bytes));
    }

    private static byte[] bytes(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            // Asked of the open file: another look at its path would cost a fifth of reading it.
            long size = channel.size();
            if (size > MOST_BYTES) {
                throw new TooLarge(size);
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) size);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // One read is enough for most.
            }
            return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
        }
    }

    /** Where decoding strictly fails: a replacement character may also stand in the file itself. */
    private static OptionalInt firstInvalid(byte[] bytes) {
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), decoded, true);
        return result.isError() ? OptionalInt.of(decoded.position()) : OptionalInt.empty();
    }
}
