package io.github.logseqls.cli;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.gson.stream.JsonWriter;
import io.github.logseqls.graph.BlockProperties;
import io.github.logseqls.graph.JournalDay;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PropertyValue;
import io.github.logseqls.graph.StoredBlock;
import io.github.logseqls.graph.StoredPage;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.PageRef;
import io.github.logseqls.outline.Tag;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Position;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One page as one line of JSON. The names of the fields, and which of them are left out where there is nothing to say, are
 * those of the project's conformance cases, so that the two can be compared as they stand.
 */
final class OutlineJson {

    private final Outline outline;
    private final JsonWriter json;

    /** For each level the last block that was written of it: the parent of one on the next level. */
    private final Map<Integer, Integer> lastOnLevel = new HashMap<>();

    private OutlineJson(Outline outline, JsonWriter json) {
        this.outline = outline;
        this.json = json;
    }

    /** The line, without its end; {@code page} is empty for a blank file. */
    static String line(String path, Outline outline, Optional<StoredPage> page) {
        StringWriter line = new StringWriter();
        try (JsonWriter json = new JsonWriter(line)) {
            json.setHtmlSafe(false);
            json.setSerializeNulls(true);
            new OutlineJson(outline, json).write(path, page);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return line.toString();
    }

    private void write(String path, Optional<StoredPage> page) throws IOException {
        json.beginObject().name("path").value(path);
        page(page);
        Set<String> blockRefs = new LinkedHashSet<>();
        Set<String> pageRefs = new TreeSet<>();
        json.name("blocks").beginArray();
        if (page.isPresent()) {
            int lineFeeds = 0;
            for (int index = 0; index < outline.size(); index++) {
                StoredBlock block = page.get().blocks().get(index);
                block(index, block, lineFeeds);
                block.blocks().forEach(id -> blockRefs.add(id.toString()));
                pageRefs.addAll(block.pages());
                lineFeeds += lineFeedsIn(outline.text().slice(outline.span(index)));
            }
        }
        json.endArray();
        strings("blockRefs", blockRefs);
        strings("pageRefs", pageRefs);
        strings("tags", page.map(StoredPage::writtenTags).orElse(ImmutableSet.of()));
        json.endObject();
    }

    private void page(Optional<StoredPage> page) throws IOException {
        json.name("page").beginObject();
        json.name("name").value(page.map(known -> known.name().toString()).orElse(null));
        json.name("title").value(page.map(StoredPage::title).orElse(null));
        json.name("journalDay")
                .value(page.flatMap(StoredPage::journal).map(JournalDay::number).orElse(null));
        json.name("namespace")
                .value(page.flatMap(StoredPage::namespace)
                        .map(PageName::toString)
                        .orElse(null));
        strings("alias", page.map(StoredPage::alias).orElse(ImmutableSet.of()));
        strings("tags", page.map(StoredPage::tags).orElse(ImmutableSet.of()));
        json.name("properties");
        ImmutableMap<String, PropertyValue> properties =
                page.map(StoredPage::properties).orElse(ImmutableMap.of());
        if (properties.isEmpty()) {
            json.nullValue();
        } else {
            properties(properties);
        }
        json.endObject();
    }

    private void block(int index, StoredBlock block, int lineFeeds) throws IOException {
        Block read = outline.block(index);
        boolean preamble = read.kind() == Block.Kind.PREAMBLE;
        json.beginObject().name("startLine").value(lineFeeds);
        json.name("level").value(outline.level(index));
        if (!preamble) {
            json.name("rawLevel").value(read.width());
        }
        json.name("content").value(block.content());
        properties(block.properties());
        json.name("id").value(block.id().map(BlockId::toString).orElse(null));
        flag("collapsed", block.collapsed());
        word("marker", read.taskMarks().marker());
        word("priority", read.taskMarks().priority());
        if (!preamble) {
            planning(block);
        }
        flag("preBlock", preamble);
        strings("blockRefs", block.blocks().stream().map(BlockId::toString).toList());
        strings("pageRefs", block.pageNames());
        place(index, block);
        json.endObject();
    }

    private void properties(BlockProperties properties) throws IOException {
        json.name("properties");
        properties(properties.values());
        if (!properties.order().isEmpty()) {
            strings("propertiesOrder", properties.order());
        }
        if (!properties.texts().isEmpty()) {
            json.name("propertyText").beginObject();
            for (Map.Entry<String, String> text : properties.texts().entrySet()) {
                json.name(text.getKey()).value(text.getValue());
            }
            json.endObject();
        }
        if (!properties.invalid().isEmpty()) {
            strings("invalidProperties", properties.invalid());
        }
    }

    private void properties(Map<String, PropertyValue> properties) throws IOException {
        json.beginObject();
        for (Map.Entry<String, PropertyValue> property : properties.entrySet()) {
            json.name(property.getKey());
            PropertyValue value = property.getValue();
            if (value instanceof PropertyValue.Pages pages) {
                array(new TreeSet<>(pages.titles()));
            } else if (value instanceof PropertyValue.Truth truth) {
                json.value(truth.value());
            } else if (value instanceof PropertyValue.Whole number) {
                json.value(number.value());
            } else if (value instanceof PropertyValue.Words words) {
                json.value(words.text());
            }
        }
        json.endObject();
    }

    private void planning(StoredBlock block) throws IOException {
        if (block.planning().scheduled().isPresent()) {
            json.name("scheduled").value(block.planning().scheduled().getAsInt());
        }
        if (block.planning().deadline().isPresent()) {
            json.name("deadline").value(block.planning().deadline().getAsInt());
        }
        flag("repeated", block.planning().repeated());
    }

    /** Where the block and its references stand, as an editor counts. */
    private void place(int index, StoredBlock block) throws IOException {
        Text text = outline.text();
        int start = outline.start(index);
        json.name("line").value(text.lineOf(start));
        json.name("endLine").value(lastLine(index));
        int level = outline.level(index);
        json.name("parent").value(level > 1 ? lastOnLevel.get(level - 1) : null);
        lastOnLevel.put(level, index);
        json.name("ranges").beginArray();
        for (Inline inline : block.references()) {
            json.beginObject().name("kind").value(kind(inline)).name("target").value(target(inline));
            position("start", text.position(start + inline.span().start(), Encoding.UTF16));
            position("end", text.position(start + inline.span().end(), Encoding.UTF16));
            json.endObject();
        }
        json.endArray();
    }

    /** The last line of a block that is not blank, its first one where all are. */
    private int lastLine(int index) {
        Text text = outline.text();
        int first = text.lineOf(outline.start(index));
        int line =
                text.lineOf(Math.max(outline.start(index), outline.span(index).end() - 1));
        while (line > first && text.isBlankLine(line)) {
            line--;
        }
        return line;
    }

    private static String kind(Inline inline) {
        if (inline instanceof BlockRef ref) {
            return ref.form() == BlockRef.Form.EMBED ? "block-embed" : "block-ref";
        }
        if (inline instanceof PageRef ref) {
            return ref.form() == PageRef.Form.EMBED ? "page-embed" : "page-ref";
        }
        return "tag";
    }

    private static String target(Inline inline) {
        if (inline instanceof BlockRef ref) {
            return ref.id().map(BlockId::toString).orElse(ref.target());
        }
        return inline instanceof PageRef ref ? ref.name() : ((Tag) inline).name();
    }

    private void position(String name, Position position) throws IOException {
        json.name(name).beginObject();
        json.name("line").value(position.line()).name("character").value(position.column());
        json.endObject();
    }

    private void flag(String name, boolean value) throws IOException {
        if (value) {
            json.name(name).value(true);
        }
    }

    private void word(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.name(name).value(value);
        }
    }

    private void strings(String name, Iterable<String> values) throws IOException {
        json.name(name);
        array(values);
    }

    private void array(Iterable<String> values) throws IOException {
        json.beginArray();
        for (String value : values) {
            json.value(value);
        }
        json.endArray();
    }

    private static int lineFeedsIn(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
