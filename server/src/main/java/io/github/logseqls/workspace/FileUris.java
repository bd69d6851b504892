package io.github.logseqls.workspace;

import io.github.logseqls.text.PercentCodes;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns the file addresses of editors into paths and back. Editors differ in what they percent-encode, so everything is taken
 * that can be meant, brackets and blanks too, which {@link java.net.URI} refuses.
 */
public final class FileUris {

    private static final String SCHEME = "file://";
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

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
        if (windows && DRIVE.matcher(server).matches()) {
            // Old editors put the drive where the server's name belongs.
            return Optional.of(server + path.get());
        }
        if (server.isEmpty() || server.equalsIgnoreCase("localhost")) {
            return windows ? path.map(FileUris::withoutSlashBeforeDrive) : path;
        }
        return windows ? Optional.of("//" + server + path.get()) : Optional.empty();
    }

    private static String withoutSlashBeforeDrive(String path) {
        int end = path.indexOf('/', 1);
        String first = path.substring(1, end < 0 ? path.length() : end);
        if (!DRIVE.matcher(first).matches()) {
            return path;
        }
        // A drive without a slash would mean the folder that the program happens to be in there.
        return first + (end < 0 ? "/" : path.substring(end));
    }

    private static Optional<String> decoded(String path) {
        return PercentCodes.areWhole(path) ? Optional.of(PercentCodes.decoded(path)) : Optional.empty();
    }
}
