package io.github.logseqls.workspace;

import io.github.logseqls.text.PercentCodes;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Turns the file addresses of editors into paths and back. Editors differ in what they percent-encode, so everything is taken
 * that can be meant, brackets and blanks too, which {@link java.net.URI} refuses.
 */
public final class FileUris {

    private static final String SCHEME = "file://";

    private FileUris() {}

    /** The absolute path behind a {@code file:} URI; empty for another scheme and for what names no file. */
    public static Optional<Path> path(String uri) {
        try {
            return pathText(uri, File.separatorChar == '\\')
                    .map(path -> Path.of(path).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The address of a file, with everything percent-encoded that is not plain ASCII. */
    public static String uri(Path file) {
        return file.toUri().toASCIIString();
    }

    /** The path as text: with a drive letter or a server's name where {@code windows} is what it is for. */
    static Optional<String> pathText(String uri, boolean windows) {
        if (!uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        int slash = uri.indexOf('/', SCHEME.length());
        Optional<String> path = slash < 0 ? Optional.empty() : decoded(uri.substring(slash));
        String server = slash < 0 ? "" : uri.substring(SCHEME.length(), slash);
        if (path.isEmpty()) {
            return path;
        }
        if (server.isEmpty() || server.equalsIgnoreCase("localhost")) {
            boolean drive = windows && path.get().matches("/[A-Za-z]:.*");
            return drive ? Optional.of(path.get().substring(1)) : path;
        }
        return windows ? Optional.of("//" + server + path.get()) : Optional.empty();
    }

    private static Optional<String> decoded(String path) {
        return PercentCodes.areWhole(path) ? Optional.of(PercentCodes.decoded(path)) : Optional.empty();
    }
}
