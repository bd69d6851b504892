package io.github.logseqls.outline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares outlines with Logseq's own answers in {@code testdata/conformance}. The differences we know of are listed
 * there with their reasons; one that is not listed fails, and so does a listed one that has gone away.
 */
class ConformanceTest {

    private static final Path DATA = Path.of("../testdata/conformance");

    @TestFactory
    Stream<DynamicTest> saysWhatLogseqSays() throws IOException {
        Map<String, String> known = knownDifferences();
        List<JsonObject> cases = Files.readAllLines(DATA.resolve("cases.jsonl")).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
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
        String input = c.get("input").getAsString();
        Outline outline = Outline.parse(Text.of(input), syntax(c.get("format").getAsString()));
        List<String> blocks = new ArrayList<>();
        Set<BlockId> taken = new HashSet<>();
        for (int index = 0; index < outline.size(); index++) {
            Block block = outline.block(index);
            String id = block.id().filter(taken::add).map(BlockId::toString).orElse("none");
            Set<String> refs = outline.blockRefs(index).stream()
                    .flatMap(ref -> ref.id().stream())
                    .map(BlockId::toString)
                    .collect(Collectors.toCollection(TreeSet::new));
            int line = (int) input.substring(0, outline.start(index))
                    .chars()
                    .filter(ch -> ch == '\n')
                    .count();
            blocks.add(describe(
                    line,
                    outline.level(index),
                    block.width(),
                    block.kind() == Block.Kind.PREAMBLE,
                    block.isCollapsed(),
                    block.taskMarks().marker() + block.taskMarks().priority(),
                    id,
                    refs));
        }
        return String.join("\n", blocks);
    }

    private static String logseqs(JsonObject c) {
        List<String> blocks = new ArrayList<>();
        JsonObject expected = c.getAsJsonObject("expected");
        if (!expected.has("blocks") || expected.get("blocks").isJsonNull()) {
            return "";
        }
        for (JsonElement element : expected.getAsJsonArray("blocks")) {
            JsonObject block = element.getAsJsonObject();
            Set<String> refs = new TreeSet<>();
            block.getAsJsonArray("blockRefs").forEach(ref -> refs.add(ref.getAsString()));
            JsonElement id = block.get("id");
            blocks.add(describe(
                    block.get("startLine").getAsInt(),
                    block.get("level").getAsInt(),
                    block.has("rawLevel") ? block.get("rawLevel").getAsInt() : 1,
                    isTrue(block, "preBlock"),
                    isTrue(block, "collapsed"),
                    string(block, "marker") + string(block, "priority"),
                    id == null || id.isJsonNull() ? "none" : id.getAsString(),
                    refs));
        }
        return String.join("\n", blocks);
    }

    private static Syntax syntax(String format) {
        return format.equals("org") ? Syntax.ORG : Syntax.MARKDOWN;
    }

    private static String string(JsonObject object, String key) {
        JsonElement value = object.get(key);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    private static boolean isTrue(JsonObject object, String key) {
        JsonElement value = object.get(key);
        return value != null && !value.isJsonNull() && value.getAsBoolean();
    }

    private static String describe(
            int line,
            int level,
            int width,
            boolean preamble,
            boolean collapsed,
            String task,
            String id,
            Set<String> refs) {
        return "line %d level %d width %d%s%s %s id %s refs %s"
                .formatted(
                        line, level, width, preamble ? " preamble" : "", collapsed ? " collapsed" : "", task, id, refs);
    }
}
