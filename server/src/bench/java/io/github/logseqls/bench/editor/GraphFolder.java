package io.github.logseqls.bench.editor;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A generated graph on disk. The editor works at its desk; a few readers are open beside it. */
record GraphFolder(Path folder, int pages) {

    /** The id of a block of the desk, on its line {@link #ID_LINE}; {@link #REFERENCES} pages refer to it. */
    static final UUID HOT_ID = UUID.fromString("5f0e0001-1c2d-4e3f-8a4b-0123456789ab");

    static final int REFERENCES = 500;

    /** The line of the desk with the id, and the column behind it, counted from 0. */
    static final int ID_LINE = 1;

    static final int ID_END = "  id:: ".length() + 36;
    /** The same of a reference to it. */
    static final int REF_LINE = 2;

    static final int REF_END = "- see ((".length() + 36;

    private static final int READERS = 4;
    /** Of what is generated: to be raised with each change to it, so that no graph of an older form is taken. */
    private static final int FORM = 1;

    /** The graph of a seed and a size: the one that an earlier run left, or a new one. */
    static GraphFolder of(Path graphs, long seed, int pages) throws IOException {
        Path folder = graphs.resolve("form-%d-seed-%d-pages-%d".formatted(FORM, seed, pages));
        if (!Files.isDirectory(folder)) {
            Path unfinished = graphs.resolve(folder.getFileName() + ".part");
            delete(unfinished);
            new GraphWriter(new GraphFolder(unfinished, pages), seed).write();
            Files.move(unfinished, folder);
        }
        return new GraphFolder(folder, pages);
    }

    Path desk() {
        return folder.resolve("pages/Desk.md");
    }

    ImmutableList<Path> readers() {
        return IntStream.rangeClosed(1, READERS)
                .mapToObj(number -> folder.resolve("pages/Reader %d.md".formatted(number)))
                .collect(ImmutableList.toImmutableList());
    }

    Path config() {
        return folder.resolve("logseq/config.edn");
    }

    /** The pages that nobody has open, by name. */
    List<Path> closedPages() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.equals(desk()) && !readers().contains(file))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    /** A copy beside it that may be changed; it replaces an earlier copy. */
    GraphFolder copy() throws IOException {
        GraphFolder copy = new GraphFolder(folder.resolveSibling(folder.getFileName() + ".copy"), pages);
        copy.delete();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.folder.resolve(folder.relativize(file)));
            }
        }
        return copy;
    }

    void delete() throws IOException {
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            MoreFiles.deleteRecursively(folder);
        }
    }
}
