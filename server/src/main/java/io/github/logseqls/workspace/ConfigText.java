package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableMap;
import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Keyword;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;

/**
 * What the text of a {@code logseq/config.edn} says.
 *
 * @param config the settings; the app's defaults where the text cannot be read
 * @param finding why it cannot
 */
record ConfigText(GraphConfig config, Optional<FileFinding> finding) {

    /** Of a graph whose settings cannot be read. */
    static final ConfigText UNREAD = new ConfigText(GraphConfig.DEFAULT, Optional.empty());

    /** Of a graph that has no settings of its own. */
    static final ConfigText NONE = new ConfigText(GraphConfig.NEW_GRAPH, Optional.empty());

    /**
     * The settings of a graph; those of a new one where it has none.
     *
     * @throws IOException where its file cannot be read, or lies outside the graph
     */
    static ConfigText read(GraphRoot root) throws IOException {
        if (root.isSingleFile() || !GraphRoot.isConfigured(root.folder())) {
            return NONE;
        }
        if (root.leadsOut(root.config())) {
            throw new IOException("it is a symbolic link that leads out of the graph, where nothing is read");
        }
        try {
            return parse(TextFile.read(root.config()).text().string());
        } catch (NoSuchFileException e) {
            // It went away just now.
            return NONE;
        }
    }

    /** Reads the first value of a text, as the app does; a text without any is no problem. */
    static ConfigText parse(String text) {
        EdnReader reader = new EdnReader(text);
        Object value = reader.read().orElseGet(ImmutableMap::of);
        if (value instanceof Map<?, ?> map) {
            return new ConfigText(
                    GraphConfig.of(settings(map)),
                    reader.problem().map(found -> finding(text, found.offset(), found.message())));
        }
        return new ConfigText(
                GraphConfig.DEFAULT, Optional.of(finding(text, 0, "the settings are no map, which begins with {")));
    }

    private static FileFinding finding(String text, int offset, String what) {
        return new FileFinding(FileFinding.Kind.BROKEN_CONFIG, Text.of(text).position(offset, Encoding.UTF16), what);
    }

    private static ImmutableMap<String, Object> settings(Map<?, ?> map) {
        ImmutableMap.Builder<String, Object> settings = ImmutableMap.builder();
        map.forEach((key, value) -> {
            if (key instanceof Keyword keyword) {
                settings.put(keyword.name(), value);
            }
        });
        return settings.buildOrThrow();
    }
}
