package io.github.logseqls.workspace;

import io.github.logseqls.graph.PagePath;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;

/**
 * Writes files of a graph that were changed outside an editor. Whatever happens meanwhile, each is whole: the old one or the new
 * one, with the same owner and permissions. The new one is written beside it, under a name that Logseq passes over.
 */
public final class FileReplacement {

    private static final String PREFIX = ".logseq-ls-";
    private static final String SUFFIX = ".tmp";

    private FileReplacement() {}

    /**
     * Replaces a file.
     *
     * @param before what was read from it
     * @throws IOException where that is not its content any more, or it cannot be replaced; it is as it was then
     */
    public static void write(GraphRoot root, PagePath path, Text before, Text after) throws IOException {
        Path file = root.file(path);
        Path folder = file.getParent();
        if (folder == null || !file.normalize().startsWith(root.folder())) {
            throw new IOException("it lies outside the graph");
        }
        if (root.reachesThroughLink(file) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it is no plain file of the graph, but lies behind a link");
        }
        if (!Files.isWritable(file)) {
            throw new IOException("it may not be written");
        }
        if (names(file) > 1) {
            throw new IOException(
                    "it is one file under several names (hard links), of which this one would get another file");
        }
        Path fresh = Files.createTempFile(folder, PREFIX, SUFFIX);
        try {
            // For an end in between that can be noticed; after any other one it stays.
            fresh.toFile().deleteOnExit();
            writeThrough(fresh, bytes(after));
            copyOwner(file, fresh);
            checkIsStill(file, before);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            keep(folder);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Under how many names a file is known, where the system says so. */
    private static int names(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                        && Files.getAttribute(file, "unix:nlink") instanceof Integer links
                ? links
                : 1;
    }

    /** Takes away what was left beside some files when writing them was killed long ago. */
    public static void removeLeftovers(GraphRoot root, Collection<PagePath> files) {
        Instant longAgo = Instant.now().minus(1, ChronoUnit.DAYS);
        files.stream()
                .map(root::file)
                .map(file -> file.resolveSibling(""))
                .distinct()
                .filter(folder -> folder.normalize().startsWith(root.folder()) && !root.reachesThroughLink(folder))
                .forEach(folder -> removeLeftovers(folder, longAgo));
    }

    private static void removeLeftovers(Path folder, Instant longAgo) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : left) {
                BasicFileAttributes is =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (is.isRegularFile() && is.lastModifiedTime().toInstant().isBefore(longAgo)) {
                    Files.delete(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // They do no harm.
        }
    }

    private static void checkIsStill(Path file, Text before) throws IOException {
        TextFile now = TextFile.read(file);
        if (!now.text().equals(before)) {
            throw new IOException("it changed on disk since it was read");
        }
        if (now.invalidAt().isPresent()) {
            throw new IOException("it has bytes that are no UTF-8, which would be lost");
        }
    }

    private static byte[] bytes(Text text) {
        return text.string().getBytes(StandardCharsets.UTF_8);
    }

    private static void writeThrough(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static void copyOwner(Path from, Path to) throws IOException {
        Optional<PosixFileAttributeView> view =
                Optional.ofNullable(Files.getFileAttributeView(to, PosixFileAttributeView.class));
        if (view.isEmpty()) {
            return;
        }
        PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes present = view.get().readAttributes();
        if (!wanted.group().equals(present.group())) {
            view.get().setGroup(wanted.group());
        }
        if (!wanted.owner().equals(present.owner())) {
            view.get().setOwner(wanted.owner());
        }
        view.get().setPermissions(wanted.permissions());
    }

    /** Has the disk keep the new name, where a folder can be asked for that. */
    private static void keep(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // On Windows it cannot; the file is whole all the same.
        }
    }
}
