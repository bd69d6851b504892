package io.github.logseqls.feature;

import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.History;
import io.github.logseqls.graph.Keyword;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Pages;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.search.SearchIndex;
import io.github.logseqls.search.Searchable;
import io.github.logseqls.search.SearchedPage;
import io.github.logseqls.search.Vocabulary;
import io.github.logseqls.text.Text;
import io.github.logseqls.workspace.CheckJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One test case in one text file: a line that says what it shows, the pages of a graph with carets {@code <|>} in them, and a
 * section {@code want} that is compared with the answer. A section {@code options} holds words that change the setting, a
 * section {@code settings} keys of the graph's configuration as JSON, in which a text that begins with a colon is a keyword,
 * and a section {@code check} what the graph says of findings.
 * In pages {@code <CR>} and {@code <BOM>} stand for what editors do not show.
 * A page in {@code .git/DATE/} is one as git has it, the newest first.
 * A section {@code query} holds what is searched for. A section that is no page is a file of the graph.
 */
final class Archive {

    private static final Pattern SECTION = Pattern.compile("(?m)^-- (.+) --\n");
    private static final String CARET = "<|>";
    private static final String GIT = ".git/";

    /** A place that a case asks about; {@code offset} is in the page's text without carets. */
    record Caret(PagePath path, int offset) {}

    private final String head;
    private final Set<String> options = new TreeSet<>();
    private final Map<PagePath, Text> pages = new LinkedHashMap<>();
    private final List<Caret> carets = new ArrayList<>();
    private final List<String> queries = new ArrayList<>();
    private final String want;
    private GraphConfig config = GraphConfig.NEW_GRAPH;

    private Archive(String file, String lineEnd) {
        int wantAt = file.indexOf("-- want --\n");
        this.head = wantAt < 0 ? file : file.substring(0, wantAt);
        this.want = wantAt < 0 ? "" : file.substring(wantAt + "-- want --\n".length());
        Matcher section = SECTION.matcher(head);
        int start = -1;
        String name = "";
        while (section.find()) {
            addSection(name, start, section.start(), lineEnd);
            name = section.group(1);
            start = section.end();
        }
        addSection(name, start, head.length(), lineEnd);
    }

    /** Reads an archive, whose pages get {@code lineEnd} for each line end. */
    static Archive read(String file, String lineEnd) {
        return new Archive(file, lineEnd);
    }

    private void addSection(String name, int start, int end, String lineEnd) {
        if (start < 0) {
            return;
        }
        String content = head.substring(start, end);
        if (name.equals("options")) {
            options.addAll(List.of(content.strip().split("\\s+")));
            return;
        }
        if (name.equals("query")) {
            content.lines().forEach(queries::add);
            return;
        }
        if (name.equals("settings")) {
            JsonParser.parseString(content).getAsJsonObject().asMap().forEach((key, value) -> {
                config = config.with(key, setting(value));
            });
            return;
        }
        if (name.equals("check")) {
            config = config.with(CheckJson.of(JsonParser.parseString(content)));
            return;
        }
        // The line end before the next section belongs to the archive, not to the page.
        String text = content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
        String page = text.replace("\n", lineEnd).replace("<CR>", "\r").replace("<BOM>", "\uFEFF");
        PagePath path = new PagePath(name);
        for (int at = page.indexOf(CARET); at >= 0; at = page.indexOf(CARET)) {
            carets.add(new Caret(path, at));
            page = page.substring(0, at) + page.substring(at + CARET.length());
        }
        pages.put(path, Text.ofFile(page));
    }

    private static Object setting(JsonElement value) {
        if (value.isJsonObject()) {
            return Maps.transformValues(value.getAsJsonObject().asMap(), Archive::setting);
        }
        if (value.isJsonArray()) {
            return Lists.transform(value.getAsJsonArray().asList(), Archive::setting);
        }
        JsonPrimitive primitive = value.getAsJsonPrimitive();
        if (primitive.isString()) {
            String text = primitive.getAsString();
            return text.startsWith(":") ? new Keyword(text.substring(1)) : text;
        }
        return primitive.isBoolean() ? (Object) primitive.getAsBoolean() : (Object) primitive.getAsLong();
    }

    boolean has(String option) {
        return options.contains(option);
    }

    List<Caret> carets() {
        return carets;
    }

    /** What is searched for, a line each. */
    List<String> queries() {
        return queries;
    }

    /** The graph with the names and texts of all its pages. */
    Searchable searchable() {
        Snapshot snapshot = snapshot();
        Map<PagePath, Optional<SearchedPage>> searched = new LinkedHashMap<>();
        for (PagePath path : snapshot.graph().paths()) {
            Optional<SearchedPage> named = SearchedPage.named(
                    path,
                    snapshot.graph().facts(path).orElseThrow(),
                    snapshot.graph().config());
            Optional<SearchedPage> read =
                    snapshot.page(path).flatMap(page -> named.map(known -> known.with(page.outline())));
            searched.put(path, read.or(() -> named));
        }
        return new Searchable(snapshot, SearchIndex.EMPTY.with(searched).with(vocabulary(snapshot.graph())));
    }

    private static Vocabulary vocabulary(Graph graph) {
        Set<PageName> withoutFile = new TreeSet<>(Comparator.comparing(PageName::toString));
        Set<String> keys = new TreeSet<>();
        Set<String> templates = new TreeSet<>();
        Set<String> renderers = new TreeSet<>();
        graph.links().symbols().forEach(symbol -> {
            if (symbol instanceof Symbol.PageUse use && !graph.pages().exists(use.page())) {
                withoutFile.add(use.page());
            } else if (symbol instanceof Symbol.Key key) {
                keys.add(key.key());
            } else if (symbol instanceof Symbol.Value value && value.key().equals("template")) {
                templates.add(value.value());
            } else if (symbol instanceof Symbol.Renderer renderer) {
                renderers.add(renderer.name());
            }
        });
        Set<PagePath> assets = new TreeSet<>();
        graph.paths().forEach(path -> {
            if (graph.facts(path).orElseThrow().kind() == Facts.Kind.ASSET) {
                assets.add(path);
            }
        });
        return Vocabulary.of(withoutFile, keys, templates, renderers, assets);
    }

    Map<PagePath, Text> pages() {
        return pages;
    }

    String want() {
        return want;
    }

    String withWant(String answer) {
        return head + "-- want --\n" + answer;
    }

    Snapshot snapshot() {
        Graph graph = Graph.empty(has("single-file") ? Graph.Extent.SINGLE_FILE : Graph.Extent.LOADING, config);
        Map<PagePath, Outline> outlines = new LinkedHashMap<>();
        List<Page> backups = new ArrayList<>();
        for (Map.Entry<PagePath, Text> page : pages.entrySet()) {
            if (page.getKey().path().endsWith(".edn")) {
                graph = graph.with(
                        page.getKey(),
                        Facts.ofData(page.getKey(), page.getValue().string(), graph.config()));
                continue;
            }
            if (page.getKey().path().startsWith(GIT)) {
                continue;
            }
            if (!isPage(page.getKey())) {
                graph = graph.with(page.getKey(), Facts.ASSET);
                continue;
            }
            Outline outline = Outline.parse(page.getValue(), syntax(page.getKey()));
            if (page.getKey().path().startsWith("logseq/bak/")) {
                backups.add(new Page(page.getKey(), outline, graph.config()));
                continue;
            }
            outlines.put(page.getKey(), outline);
            graph = graph.with(page.getKey(), Facts.of(page.getKey(), outline, graph.config()))
                    .with(page.getKey(), FileFinding.inText(page.getValue()));
        }
        boolean complete = !has("loading") && !has("single-file");
        return new Snapshot(
                complete ? graph.with(Graph.Extent.COMPLETE) : graph,
                new InMemory(outlines, pages),
                id -> backups.stream()
                        .flatMap(page -> page.outline().blocks(id).stream().map(index -> new BlockAt(page, index)))
                        .findFirst());
    }

    /** The pages as they were. */
    History history() {
        List<PagePath> old = pages.keySet().stream()
                .filter(path -> path.path().startsWith(GIT))
                .toList();
        return new History() {
            @Override
            public boolean isThere() {
                return !old.isEmpty();
            }

            @Override
            public Optional<Seen> last(BlockId id) {
                return old.stream().flatMap(path -> seen(path, id).stream()).findFirst();
            }
        };
    }

    private Optional<History.Seen> seen(PagePath path, BlockId id) {
        String[] parts = path.path().split("/", 3);
        PagePath then = new PagePath(parts[2]);
        Page page = new Page(then, Outline.parse(Objects.requireNonNull(pages.get(path)), syntax(then)), config);
        return page.outline().blocks(id).stream()
                .findFirst()
                .map(index -> new History.Seen(new BlockAt(page, index), LocalDate.parse(parts[1])));
    }

    private static boolean isPage(PagePath path) {
        return path.path().matches(".*\\.(?:md|markdown|org)");
    }

    private static Syntax syntax(PagePath path) {
        return path.path().endsWith(".org") ? Syntax.ORG : Syntax.MARKDOWN;
    }

    private record InMemory(Map<PagePath, Outline> outlines, Map<PagePath, Text> texts) implements Pages {

        @Override
        public Optional<Outline> outline(PagePath path) {
            return Optional.ofNullable(outlines.get(path));
        }

        @Override
        public Optional<Text> text(PagePath path) {
            return Optional.ofNullable(texts.get(path));
        }

        @Override
        public boolean isThere(PagePath path) {
            return texts.keySet().stream().anyMatch(file -> (file + "/").startsWith(path + "/"));
        }

        @Override
        public String uri(PagePath path) {
            return path.path().isEmpty() ? "file:///graph/" : path.path();
        }
    }
}
