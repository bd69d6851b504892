package io.github.logseqls.workspace;

import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads single files as pages, each with the settings of the graph it lies in, without loading that graph. For one thread.
 */
public final class PageReader {

    private final Optional<Path> graph;
    private final Consumer<String> problems;
    private final Map<Path, GraphConfig> configs = new HashMap<>();

    private PageReader(Optional<Path> graph, Consumer<String> problems) {
        this.graph = graph;
        this.problems = problems;
    }

    /**
     * A reader that gives each file the settings of the nearest graph upward; outside of any graph, those of a new one.
     *
     * @param problems is told of settings that cannot be read, once a graph
     */
    public static PageReader ofAnyGraph(Consumer<String> problems) {
        return new PageReader(Optional.empty(), problems);
    }

    /** A reader that gives all files the settings of one graph. */
    public static PageReader ofGraph(Path folder, Consumer<String> problems) {
        return new PageReader(Optional.of(folder.toAbsolutePath().normalize()), problems);
    }

    /**
     * A file as a page.
     *
     * @param path where it lies in its graph; its mere name where it lies outside
     */
    public record FilePage(PagePath path, Outline outline, GraphConfig config) {}

    /**
     * Reads a file.
     *
     * @throws IOException where it cannot be read or is no page; the message says why
     */
    public FilePage read(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Optional<Path> root = graph.or(() -> GraphRoot.configuredAbove(absolute));
        PagePath path = root.filter(absolute::startsWith)
                .map(folder -> GraphRoot.ofFolder(folder).path(absolute))
                .orElseGet(() -> new PagePath(String.valueOf(absolute.getFileName())));
        if (Files.isDirectory(absolute)) {
            throw new IOException("it is a folder");
        }
        if (!Files.exists(absolute)) {
            boolean isLink = Files.isSymbolicLink(absolute);
            throw new IOException(isLink ? "it is a link that leads to no file" : "it does not exist");
        }
        if (!Files.isRegularFile(absolute)) {
            throw new IOException("it is no regular file");
        }
        Optional<Syntax> syntax = path.syntax();
        if (syntax.isEmpty()) {
            throw new IOException("it is no page: only .md, .markdown and .org files are");
        }
        Outline outline = Outline.parse(TextFile.read(absolute).text(), syntax.get());
        return new FilePage(path, outline, root.map(this::config).orElse(GraphConfig.NEW_GRAPH));
    }

    private GraphConfig config(Path folder) {
        GraphConfig known = configs.get(folder);
        if (known == null) {
            known = readConfig(GraphRoot.ofFolder(folder));
            configs.put(folder, known);
        }
        return known;
    }

    private GraphConfig readConfig(GraphRoot root) {
        try {
            ConfigText config = ConfigText.read(root);
            config.finding().ifPresent(finding -> problems.accept(root.config() + ": " + finding));
            return config.config();
        } catch (IOException e) {
            problems.accept("cannot read " + root.config() + ": " + e.getMessage());
            return GraphConfig.DEFAULT;
        }
    }
}
