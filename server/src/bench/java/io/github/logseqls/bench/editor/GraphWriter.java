package io.github.logseqls.bench.editor;

import io.github.logseqls.bench.GeneratedPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Writes a graph shaped like real ones: the pages of {@link GeneratedPages}, as the kinds of files that graphs have. */
final class GraphWriter {

    /** Blocks are longer than in the pages of one file's benchmarks: 1.8 KB a page, as in the real graphs. */
    private static final int WORDS_OF_BLOCK = 25;

    private static final int BLOCKS_OF_LONG_PAGE = 4000;
    /** These have 50 KB. */
    private static final int BLOCKS_OF_DESK = 440;

    private static final DateTimeFormatter JOURNAL = DateTimeFormatter.ofPattern("yyyy_MM_dd", Locale.ROOT);
    private static final String SEE = "- see ((%s))\n".formatted(GraphFolder.HOT_ID);

    private final GraphFolder graph;
    private final GeneratedPages texts;
    private final Random random;
    private final Set<String> names = new HashSet<>();
    private LocalDate day = LocalDate.of(2026, 10, 31);

    GraphWriter(GraphFolder graph, long seed) {
        this.graph = graph;
        this.texts = new GeneratedPages(seed, WORDS_OF_BLOCK);
        this.random = new Random(seed);
    }

    void write() throws IOException {
        for (String folder : new String[] {"logseq", "pages", "journals"}) {
            Files.createDirectories(graph.folder().resolve(folder));
        }
        Files.writeString(graph.config(), "{:meta/version 1\n :file/name-format :triple-lowbar}\n");
        Files.writeString(graph.desk(), desk());
        for (Path reader : graph.readers()) {
            Files.writeString(reader, withoutTitle(texts.page(20, false)) + SEE);
        }
        int referring = GraphFolder.REFERENCES - 1 - graph.readers().size();
        int others = graph.pages() - 1 - graph.readers().size();
        for (int page = 0; page < others; page++) {
            boolean isReferring = (long) page * referring / others < (page + 1L) * referring / others;
            // Not the first page: what is asked for most often would all be in this one.
            String text = page == others / 2 ? texts.page(BLOCKS_OF_LONG_PAGE, false) : texts.page();
            Files.writeString(file(), asWritten(text + (isReferring ? SEE : "")));
        }
    }

    /** Its first lines are those that {@link GraphFolder} tells of. */
    private String desk() {
        String text = texts.page(BLOCKS_OF_DESK, false);
        return "- The block that many refer to\n  id:: %s\n%s%s"
                .formatted(GraphFolder.HOT_ID, SEE, text.substring(text.indexOf("- ")));
    }

    private Path file() {
        if (random.nextInt(100) < 30) {
            day = day.minusDays(1);
            return graph.folder().resolve("journals/" + JOURNAL.format(day) + ".md");
        }
        String name = texts.name(2);
        if (random.nextInt(100) < 35) {
            name += "___" + texts.name(1);
        }
        for (int number = 2; !names.add(name); number++) {
            name = name.replaceFirst("( \\d+)?$", " " + number);
        }
        return graph.folder().resolve("pages/" + name + ".md");
    }

    private String asWritten(String text) {
        String written = withoutTitle(text);
        if (random.nextInt(50) == 0) {
            // Nothing but what stands before a bullet or a body has tabs.
            written = written.replace("\t", "  ");
        }
        if (random.nextInt(50) == 0) {
            written = written.replace("\n", "\r\n");
        }
        return written;
    }

    /** Of few words thousands of pages would have the same title. */
    private static String withoutTitle(String text) {
        return text.startsWith("title:: ") ? text.substring(text.indexOf('\n') + 1) : text;
    }
}
