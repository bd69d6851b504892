package io.github.logseqls.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares the outlines of real public graphs with what Logseq's own parser says of them. */
class RealGraphsTest {

    private static final Path GRAPHS = Path.of("../../shared/graphs");

    @TestFactory
    Stream<DynamicTest> blocksIdsAndReferencesAreLogseqs() throws IOException {
        Path answers = GRAPHS.resolve("mldoc.jsonl");
        assumeTrue(Files.exists(answers), "skipped: the real graphs are not beside the project");
        return Files.readAllLines(answers).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(page -> !page.has("empty"))
                .map(page -> DynamicTest.dynamicTest(page.get("path").getAsString(), () -> compare(page)));
    }

    private static void compare(JsonObject page) throws IOException {
        Text text = Text.of(Files.readString(GRAPHS.resolve(page.get("path").getAsString())));
        boolean org = page.get("format").getAsString().equals("Org");
        Outline outline = Outline.parse(text, org ? Syntax.ORG : Syntax.MARKDOWN);
        List<String> starts = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<String> refs = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        int heads = 0;
        for (int index = 0; index < outline.size(); index++) {
            boolean preamble = outline.block(index).kind() == Block.Kind.PREAMBLE;
            int head = preamble ? -1 : heads++;
            if (!preamble) {
                int line = text.position(outline.start(index), Encoding.UTF16).line();
                TaskMarks marks = outline.block(index).taskMarks();
                starts.add("line " + line + " " + marks.marker() + " " + marks.priority());
            }
            outline.block(index).id().ifPresent(id -> ids.add(id + " in " + head));
            for (Inline inline : outline.inlines(index)) {
                if (!isInCustomBlock(outline, index, inline)) {
                    // Embeds, links to files and labelled links of Org stand elsewhere in the answers.
                    PageRef.Form last = org ? PageRef.Form.PLAIN : PageRef.Form.LABELLED;
                    if (inline instanceof PageRef ref && ref.form().compareTo(last) <= 0) {
                        pages.add(ref.name());
                    }
                    if (inline instanceof Tag tag) {
                        tags.add(tag.text());
                    }
                }
            }
            for (BlockRef ref : outline.blockRefs(index)) {
                if (isInCustomBlock(outline, index, ref)) {
                    continue;
                }
                ref.id().ifPresent(id -> refs.add(id + " in " + head));
            }
        }
        assertThat(starts)
                .isEqualTo(Stream.of(page.getAsJsonArray("heads").asList())
                        .flatMap(List::stream)
                        .map(JsonElement::getAsJsonObject)
                        .map(head -> "line " + head.get("line").getAsInt() + " " + string(head, "marker") + " "
                                + string(head, "priority"))
                        .toList());
        assertThat(sorted(ids)).isEqualTo(sorted(idsOf(page)));
        assertThat(sorted(propertiesIn(outline))).isEqualTo(sorted(propertiesOf(page)));
        assertThat(sorted(pages)).isEqualTo(strings(page, "page_refs"));
        assertThat(sorted(tags)).isEqualTo(strings(page, "tags"));
        assertThat(sorted(refs)).isEqualTo(sorted(refsOf(page)));
    }

    /** The answers leave out what stands in {@code #+BEGIN_NOTE} and the like, though Logseq does count it. */
    private static boolean isInCustomBlock(Outline outline, int index, Inline inline) {
        return outline.block(index).constructs().stream()
                .filter(construct -> construct.kind() == Construct.Kind.BEGIN)
                .filter(construct -> !construct.name().equals("quote"))
                .anyMatch(construct -> outline.inPage(index, construct.span()).contains(inline.span()));
    }

    /** The properties of all groups, directives apart, which belong to the page. */
    private static List<String> propertiesIn(Outline outline) {
        List<String> properties = new ArrayList<>();
        int first = outline.size() > 0 && outline.block(0).kind() == Block.Kind.PREAMBLE ? 1 : 0;
        for (int index = 0; index < outline.size(); index++) {
            String text = outline.text().slice(outline.span(index));
            for (Construct construct : outline.block(index).constructs()) {
                if (construct.kind() == Construct.Kind.PROPERTIES) {
                    for (Property property : Properties.group(
                                    outline.syntax(),
                                    text,
                                    new Ahead(text),
                                    construct.span().start())
                            .orElseThrow()
                            .properties()) {
                        boolean isDirective =
                                text.startsWith("#+", property.keySpan().start() - 2);
                        if (!isDirective) {
                            properties.add(text.substring(
                                            property.keySpan().start(),
                                            property.keySpan().end())
                                    + " " + property.value() + " in " + (index - first));
                        }
                    }
                }
            }
        }
        return properties;
    }

    private static List<String> propertiesOf(JsonObject page) {
        List<String> properties = new ArrayList<>();
        for (JsonElement element : page.getAsJsonArray("props")) {
            JsonArray property = element.getAsJsonArray();
            if (property.size() == 4) {
                properties.add(property.get(0).getAsString() + " "
                        + property.get(1).getAsString().strip() + " in "
                        + property.get(2).getAsInt());
            }
        }
        return properties;
    }

    private static List<String> idsOf(JsonObject page) {
        List<String> ids = new ArrayList<>();
        for (JsonElement element : page.getAsJsonArray("ids")) {
            JsonObject id = element.getAsJsonObject();
            if (id.get("valid").getAsBoolean()) {
                ids.add(id.get("id").getAsString().toLowerCase(java.util.Locale.ROOT) + " in "
                        + id.get("block").getAsInt());
            }
        }
        return ids;
    }

    private static List<String> refsOf(JsonObject page) {
        List<String> refs = new ArrayList<>();
        for (JsonElement element : page.getAsJsonArray("block_refs")) {
            String id = element.getAsJsonArray().get(0).getAsString();
            if (BlockId.parse(id).isPresent()) {
                refs.add(id.toLowerCase(java.util.Locale.ROOT) + " in "
                        + element.getAsJsonArray().get(1).getAsInt());
            }
        }
        return refs;
    }

    private static String string(JsonObject object, String key) {
        JsonElement value = object.get(key);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    private static List<String> strings(JsonObject page, String key) {
        List<String> strings = new ArrayList<>();
        for (JsonElement element : page.getAsJsonArray(key)) {
            strings.add(element.getAsString());
        }
        return sorted(strings);
    }

    private static List<String> sorted(List<String> list) {
        Collections.sort(list);
        return list;
    }
}
