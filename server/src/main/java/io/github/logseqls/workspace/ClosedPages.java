package io.github.logseqls.workspace;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** The outlines of files on disk, read when asked for; those last used are kept as long as their files do not change. */
final class ClosedPages {

    /** How many characters of text are kept at most. */
    private static final long MOST_CHARACTERS = 16L << 20;

    private final Cache<Path, Stamped> cache = CacheBuilder.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((Path file, Stamped page) -> page.outline().text().length() + 1)
            .build();

    private record Stamped(FileTime changed, long size, Outline outline) {

        boolean isOf(BasicFileAttributes file) {
            return changed.equals(file.lastModifiedTime()) && size == file.size();
        }
    }

    /** The outline of a file as it is now; empty where the file is gone or cannot be read. */
    Optional<Outline> outline(Path file, Syntax syntax) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Stamped known = cache.getIfPresent(file);
            if (known != null && known.isOf(now)) {
                return Optional.of(known.outline());
            }
            Outline outline = Outline.parse(TextFile.read(file).text(), syntax);
            cache.put(file, new Stamped(now.lastModifiedTime(), now.size(), outline));
            return Optional.of(outline);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
