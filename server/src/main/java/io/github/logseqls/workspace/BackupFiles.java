package io.github.logseqls.workspace;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.graph.Backups;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.BlockId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ids in {@code logseq/bak} and {@code logseq/.recycle} of all graphs. What was read of a file is kept as long as the file
 * does not change; which files there are is looked up again after a few seconds, when a block is missed.
 */
final class BackupFiles {

    private static final ImmutableList<PagePath> FOLDERS =
            ImmutableList.of(new PagePath("logseq/bak"), new PagePath("logseq/.recycle"));

    /** How many files of a graph are known at most. */
    private static final int MOST_FILES = 20_000;

    /** How much of a graph's files is read: of more the older ones are passed over. */
    private static final long MOST_BYTES = 64L << 20;

    /** How many ids of all graphs are kept at most. */
    private static final long MOST_IDS = 1_000_000;

    private static final int DEPTH = 12;

    /** In a page with a broken reference a block is missed at each keystroke. */
    private static final Duration LISTS_KEPT = Duration.ofSeconds(3);

    private static final Comparator<Copy> NEWEST_FIRST =
            Comparator.comparing(Copy::changed).thenComparing(Copy::file).reversed();

    private final ClosedPages pages;
    private final Cache<Copy, ImmutableSet<BlockId>> ids = CacheBuilder.newBuilder()
            .maximumWeight(MOST_IDS)
            .weigher((Copy copy, ImmutableSet<BlockId> found) -> found.size() + 1)
            .build();

    private final Cache<GraphRoot, ImmutableList<Copy>> lists =
            CacheBuilder.newBuilder().expireAfterWrite(LISTS_KEPT).build();

    BackupFiles(ClosedPages pages) {
        this.pages = pages;
    }

    /** A file as it was at a time. */
    private record Copy(Path file, FileTime changed, long size) {}

    /** The door to those of one graph. */
    Backups of(GraphRoot root, GraphConfig config) {
        return new OfGraph(root, config);
    }

    /** Those of one graph. */
    private final class OfGraph implements Backups {

        private final GraphRoot root;
        private final GraphConfig config;

        private OfGraph(GraphRoot root, GraphConfig config) {
            this.root = root;
            this.config = config;
        }

        @Override
        public Optional<BlockAt> block(BlockId id) {
            return listed(root).stream()
                    .filter(copy -> ids(copy).contains(id))
                    .flatMap(copy -> in(copy, id).stream())
                    .findFirst();
        }

        private Optional<BlockAt> in(Copy copy, BlockId id) {
            PagePath path = root.path(copy.file());
            return path.syntax()
                    .flatMap(syntax -> pages.outline(copy.file(), syntax))
                    .map(outline -> new Page(path, outline, config))
                    .flatMap(page ->
                            page.outline().blocks(id).stream().findFirst().map(index -> new BlockAt(page, index)));
        }
    }

    private ImmutableList<Copy> listed(GraphRoot root) {
        ImmutableList<Copy> known = lists.getIfPresent(root);
        if (known == null) {
            known = copies(root);
            lists.put(root, known);
        }
        return known;
    }

    /** The files, the newest first. */
    private static ImmutableList<Copy> copies(GraphRoot root) {
        List<Copy> found = new ArrayList<>();
        for (PagePath path : FOLDERS) {
            Path folder = root.file(path);
            if (!root.isSingleFile() && !root.reachesThroughLink(folder)) {
                addAll(folder, root, found);
            }
        }
        found.sort(NEWEST_FIRST);
        ImmutableList.Builder<Copy> read = ImmutableList.builder();
        long left = MOST_BYTES;
        for (Copy copy : found) {
            left -= copy.size();
            if (left >= 0) {
                read.add(copy);
            }
        }
        return read.build();
    }

    private static void addAll(Path folder, GraphRoot root, List<Copy> to) {
        try (Stream<Path> files = Files.find(folder, DEPTH, (file, attributes) -> attributes.isRegularFile())) {
            files.limit(MOST_FILES)
                    .filter(file -> root.path(file).syntax().isPresent())
                    .forEach(file -> copy(file).ifPresent(to::add));
        } catch (IOException | UncheckedIOException e) {
            // What cannot be listed is no help, and no fault of the graph.
        }
    }

    private static Optional<Copy> copy(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Copy(file, now.lastModifiedTime(), now.size()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private ImmutableSet<BlockId> ids(Copy copy) {
        ImmutableSet<BlockId> known = ids.getIfPresent(copy);
        if (known == null) {
            known = read(copy.file());
            ids.put(copy, known);
        }
        return known;
    }

    private static ImmutableSet<BlockId> read(Path file) {
        try {
            return WrittenIds.in(TextFile.read(file).text().string());
        } catch (IOException e) {
            return ImmutableSet.of();
        }
    }
}
