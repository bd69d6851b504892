package io.github.logseqls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Keyword;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.StoredPage;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares all that {@code outline --format json} says with Logseq's own answers in {@code testdata/conformance}. The
 * differences we know of are listed there with their reasons; one that is not listed fails, and so does a listed one that has
 * gone away.
 */
class ConformanceTest {

    private static final Path DATA = Path.of("../testdata/conformance");
    private static final Gson GSON =
            new GsonBuilder().serializeNulls().setPrettyPrinting().create();

    /** What the command says beyond Logseq's answers. */
    private static final List<String> OUR_OWN = List.of("line", "endLine", "parent", "ranges");

    private static final ImmutableMap<String, String> CONFIG_KEYS = ImmutableMap.of(
            "name-format", "file/name-format",
            "page-title-format", "journal/page-title-format",
            "separated-by-commas", "property/separated-by-commas",
            "ignored", "ignored-page-references-keywords",
            "property-pages-enabled?", "property-pages/enabled?",
            "excludelist", "property-pages/excludelist",
            "property-pages-excludelist", "property-pages/excludelist");

    @TestFactory
    Stream<DynamicTest> saysWhatLogseqSays() throws IOException {
        Map<String, String> known = knownDifferences();
        List<JsonObject> cases = Stream.of("cases.jsonl", "own-cases.jsonl")
                .map(DATA::resolve)
                .flatMap(ConformanceTest::objects)
                .toList();
        assertThat(cases.stream().map(ConformanceTest::name)).containsAll(known.keySet());
        return cases.stream()
                .map(c -> DynamicTest.dynamicTest(name(c), () -> {
                    if (known.containsKey(name(c))) {
                        assertThat(ours(c))
                                .as("a listed difference that has gone away")
                                .isNotEqualTo(logseqs(c));
                    } else {
                        assertThat(ours(c)).isEqualTo(logseqs(c));
                    }
                }));
    }

    private static Stream<JsonObject> objects(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String name(JsonObject c) {
        return c.get("name").getAsString();
    }

    private static Map<String, String> knownDifferences() throws IOException {
        return Files.readAllLines(DATA.resolve("known-differences.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static String ours(JsonObject c) {
        Syntax syntax = c.get("format").getAsString().equals("org") ? Syntax.ORG : Syntax.MARKDOWN;
        Outline outline = Outline.parse(Text.of(c.get("input").getAsString()), syntax);
        PagePath path = new PagePath(c.get("path").getAsString());
        String line = OutlineJson.line(path.path(), outline, StoredPage.of(path, outline, config(c)));
        JsonObject page = JsonParser.parseString(line).getAsJsonObject();
        page.remove("path");
        for (JsonElement block : page.getAsJsonArray("blocks")) {
            OUR_OWN.forEach(block.getAsJsonObject()::remove);
        }
        return comparable(page);
    }

    private static String logseqs(JsonObject c) {
        return comparable(c.getAsJsonObject("expected"));
    }

    private static GraphConfig config(JsonObject c) {
        GraphConfig config = GraphConfig.NEW_GRAPH;
        for (Map.Entry<String, JsonElement> setting :
                c.getAsJsonObject("config").entrySet()) {
            String key = setting.getKey();
            assertThat(CONFIG_KEYS).containsKey(key);
            config = config.with(CONFIG_KEYS.getOrDefault(key, key), value(key, setting.getValue()));
        }
        return config;
    }

    /** A value as it would stand in a configuration file, where most of the words here are keywords. */
    private static Object value(String key, JsonElement value) {
        boolean texts = key.equals("ignored") || key.equals("page-title-format");
        if (value instanceof JsonArray items) {
            return items.asList().stream().map(item -> value(key, item)).collect(ImmutableList.toImmutableList());
        }
        JsonPrimitive primitive = value.getAsJsonPrimitive();
        if (primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        return texts ? primitive.getAsString() : new Keyword(primitive.getAsString());
    }

    /** A text that is equal for equal answers, whatever the order of keys and of references to blocks. */
    private static String comparable(JsonElement answer) {
        return GSON.toJson(sorted(answer));
    }

    private static JsonElement sorted(JsonElement element) {
        if (element instanceof JsonArray array) {
            JsonArray copy = new JsonArray();
            array.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        if (!(element instanceof JsonObject object)) {
            return element;
        }
        JsonObject copy = new JsonObject();
        object.keySet().stream().sorted().forEach(key -> {
            JsonElement value = object.get(key);
            copy.add(key, key.equals("blockRefs") ? set(value.getAsJsonArray()) : sorted(value));
        });
        return copy;
    }

    private static JsonElement set(JsonArray array) {
        JsonArray copy = new JsonArray();
        array.asList().stream()
                .map(JsonElement::getAsString)
                .distinct()
                .sorted()
                .forEach(copy::add);
        return copy;
    }
}
