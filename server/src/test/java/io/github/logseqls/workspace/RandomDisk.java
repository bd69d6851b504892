package io.github.logseqls.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes a graph on disk at random, and says what an editor would tell of it. */
final class RandomDisk {

    private static final List<String> FOLDERS = List.of(
            "pages",
            "journals",
            "sub",
            "sub/deep",
            "nested",
            "nested/pages",
            "nested/logseq",
            "logseq",
            "logseq/bak",
            ".git",
            "whiteboards",
            "sub/in",
            "sub/in/logseq");
    private static final List<String> FILES = List.of(
            "a.md",
            "b.org",
            "c x.md",
            "a.sync-conflict-20261101-101010-ABCDEF7.md",
            "日本.md",
            "w.edn",
            "x.txt",
            "config.edn",
            "2024_01_05.md",
            "sub",
            "deep");
    private static final List<String> SETTINGS = List.of(
            "{}",
            "\uFEFF{:file/name-format :triple-lowbar}",
            "{:journal/page-title-format \"yyyy-MM-dd\"}",
            "{:hidden [\"sub/deep\" \"pages/a\"]}",
            "{:favorites [\"a\"]}",
            "{:whiteboards-directory \"sub/\"}",
            "{:broken");
    private static final List<String> LINES = List.of(
            "- a\n",
            "- buy milk\n",
            "- drink tea 日本\n",
            "title:: other\n",
            "- b\n  id:: 5f0e0001-1c2d-4e3f-8a4b-0123456789ab\n",
            "- c\n  id:: 5f0e0002-1c2d-4e3f-8a4b-0123456789ab\n",
            "- ((5f0e0001-1c2d-4e3f-8a4b-0123456789ab))\n",
            "{:block/uuid #uuid \"5f0e0003-1c2d-4e3f-8a4b-0123456789ab\"}\n");

    private static final List<String> CHECKS = List.of(
            "{\"check\": {\"severity\": {\"bom\": \"off\"}}}",
            "{\"check\": {\"ignoredIds\": [\"5f0e0001-1c2d-4e3f-8a4b-0123456789ab\"]}}",
            "{\"check\": ");

    private final Path root;
    private final Path outside;
    private final Random random;

    RandomDisk(Path root, Path outside, Random random) {
        this.root = root;
        this.outside = outside;
        this.random = random;
    }

    /** Makes one change; what is told of it. */
    List<Path> change() throws IOException {
        Path file = root.resolve(pick(FOLDERS)).resolve(pick(FILES));
        return switch (random.nextInt(10)) {
            case 0 -> deleted(file);
            case 1 -> deleted(root.resolve(pick(FOLDERS)));
            case 2 -> moved(root.resolve(pick(FOLDERS)), root.resolve(pick(FOLDERS)));
            case 3 ->
                random.nextBoolean()
                        ? moved(file, file.resolveSibling(pick(FILES)))
                        : replaced(root.resolve(pick(FOLDERS)));
            case 4 ->
                random.nextBoolean()
                        ? written(
                                root.resolve("logseq/config.edn"),
                                pick(SETTINGS).getBytes(StandardCharsets.UTF_8))
                        : written(
                                root.resolve("logseq/logseq-ls.json"),
                                pick(CHECKS).getBytes(StandardCharsets.UTF_8));
            case 5 ->
                random.nextInt(3) == 0
                        ? written(
                                root.resolve(pick(List.of("nested", "sub/in"))).resolve("logseq/config.edn"),
                                pick(SETTINGS).getBytes(StandardCharsets.UTF_8))
                        : linked(root.resolve("ln"));
            default -> written(file, content());
        };
    }

    /** A page that may be there. */
    Path page() {
        return root.resolve(pick(FOLDERS)).resolve(pick(FILES));
    }

    String text() {
        return pick(LINES) + pick(LINES);
    }

    private byte[] content() {
        return switch (random.nextInt(10)) {
            case 0 -> new byte[] {'-', ' ', (byte) 0xff, '\r', '\n'};
            case 1 -> ("\uFEFF" + text().replace('\n', '\r')).getBytes(StandardCharsets.UTF_8);
            default -> text().getBytes(StandardCharsets.UTF_8);
        };
    }

    private List<Path> written(Path file, byte[] bytes) throws IOException {
        Path folder = file.resolveSibling("");
        Path made = file;
        for (Path part = folder; part != null && part.startsWith(root); part = part.getParent()) {
            if (Files.exists(part, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
                return List.of();
            }
            made = Files.exists(part) ? made : part;
        }
        if (Files.isDirectory(file)) {
            return List.of();
        }
        Files.createDirectories(folder);
        Files.write(file, bytes);
        // Of a new folder some tell with all that is in it, some by its name alone.
        return random.nextBoolean() ? List.of(made) : List.of(made, file);
    }

    private List<Path> linked(Path link) throws IOException {
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            return deleted(link);
        }
        Files.createSymbolicLink(link, outside);
        return List.of(link);
    }

    private List<Path> moved(Path from, Path to) throws IOException {
        if (!Files.exists(from, LinkOption.NOFOLLOW_LINKS)
                || Files.exists(to, LinkOption.NOFOLLOW_LINKS)
                || to.startsWith(from)
                || !Files.isDirectory(to.resolveSibling(""), LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<Path> told = told(from);
        Files.move(from, to);
        told.addAll(told(to));
        return told;
    }

    private List<Path> deleted(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<Path> told = told(file);
        delete(file);
        return told;
    }

    /** A folder becomes a file of its name, of which some tell by that name alone. */
    private List<Path> replaced(Path folder) throws IOException {
        List<Path> told = deleted(folder);
        if (!told.isEmpty()) {
            Files.writeString(folder, text());
        }
        return told;
    }

    /** The name of what comes or goes; sometimes with all that is in it. */
    private List<Path> told(Path file) throws IOException {
        if (random.nextBoolean()) {
            return new ArrayList<>(List.of(file));
        }
        try (Stream<Path> below = Files.walk(file)) {
            return new ArrayList<>(below.toList());
        }
    }

    static void delete(Path start) throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
