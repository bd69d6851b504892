package io.github.logseqls.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Where the pages that are read come from: made with the rates of real graphs, or the Markdown of a public graph itself. */
public enum Pages {
    GENERATED,
    LOGSEQ_DOCS,
    HEX;

    private static final int CHARACTERS = 1_000_000;

    /** The names of those that are here: public graphs are, where they stand beside the project. */
    static String[] present() {
        return Arrays.stream(values())
                .filter(pages -> pages == GENERATED || Files.isDirectory(pages.folder()))
                .map(Pages::name)
                .toArray(String[]::new);
    }

    /** A million characters of them, or all where there are fewer. */
    List<String> read() {
        return this == GENERATED ? new GeneratedPages(1).pages(CHARACTERS) : readFiles();
    }

    /** How large pages are in UTF-8, in millions of bytes. */
    static double megabytes(List<String> pages) {
        return pages.stream()
                        .mapToLong(page -> page.getBytes(StandardCharsets.UTF_8).length)
                        .sum()
                / 1e6;
    }

    private Path folder() {
        return Path.of("../../shared/graphs", name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private List<String> readFiles() {
        List<String> pages = new ArrayList<>();
        int length = 0;
        for (Path file : shuffledFiles()) {
            if (length < CHARACTERS) {
                String page = read(file);
                pages.add(page);
                length += page.length();
            }
        }
        return pages;
    }

    private List<Path> shuffledFiles() {
        try (Stream<Path> all = Files.walk(folder())) {
            List<Path> files = new ArrayList<>(all.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList());
            Collections.shuffle(files, new Random(1));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            // Not readString: that throws where a file has bytes that are no UTF-8.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
