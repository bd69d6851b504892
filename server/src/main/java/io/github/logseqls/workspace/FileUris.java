package io.github.logseqls.workspace;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** Turns the file addresses of editors into paths and back. */
public final class FileUris {

    private FileUris() {}

    /** The absolute path behind a {@code file:} URI; empty for another scheme and for what is no URI at all. */
    public static Optional<Path> path(String uri) {
        try {
            URI parsed = new URI(uri);
            if (!"file".equalsIgnoreCase(parsed.getScheme()) || parsed.getPath() == null) {
                return Optional.empty();
            }
            URI file = new URI("file", parsed.getAuthority(), parsed.getPath(), null, null);
            return Optional.of(Path.of(file).toAbsolutePath().normalize());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    /** The address of a file, with everything percent-encoded that is not plain ASCII. */
    public static String uri(Path file) {
        return file.toUri().toASCIIString();
    }
}
