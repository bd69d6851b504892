package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.logseqls.check.Code;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Severity;
import io.github.logseqls.outline.BlockId;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Reads settings for what is said of findings, as graphs and editors write them: {@code {"severity": {"unused-id": "off"},
 * "ignoredIds": ["..."]}}. What is not understood is told of and passed over.
 */
public final class CheckJson {

    private static final String SEVERITY = "severity";
    private static final String IGNORED_IDS = "ignoredIds";

    /** Is told of a word in the JSON and what is wrong with it. */
    private final BiConsumer<String, String> problems;

    private CheckJson(BiConsumer<String, String> problems) {
        this.problems = problems;
    }

    /** The settings of an editor, which checks them itself. */
    public static CheckSettings of(JsonElement settings) {
        return of(settings, (word, problem) -> {});
    }

    /**
     * The settings in {@code settings}.
     *
     * @param problems is told of a word in the JSON and what is wrong with it
     */
    static CheckSettings of(JsonElement settings, BiConsumer<String, String> problems) {
        return new CheckJson(problems).read(settings);
    }

    private CheckSettings read(JsonElement settings) {
        ImmutableMap.Builder<String, Severity> severities = ImmutableMap.builder();
        ImmutableSet.Builder<BlockId> ids = ImmutableSet.builder();
        for (Map.Entry<String, JsonElement> entry : object(settings, "check").entrySet()) {
            switch (entry.getKey()) {
                case SEVERITY ->
                    object(entry.getValue(), SEVERITY)
                            .entrySet()
                            .forEach(level -> severity(level.getKey(), level.getValue())
                                    .ifPresent(severity -> severities.put(level.getKey(), severity)));
                case IGNORED_IDS -> readIds(entry.getValue(), ids);
                default -> problems.accept(entry.getKey(), "no setting of this name is known");
            }
        }
        return new CheckSettings(severities.buildKeepingLast(), ids.build());
    }

    private Optional<Severity> severity(String code, JsonElement value) {
        if (Code.of(code).isEmpty()) {
            problems.accept(code, "there are no findings of this name");
            return Optional.empty();
        }
        Optional<Severity> severity = Severity.of(word(value));
        if (severity.isEmpty()) {
            problems.accept(code, "a severity is one of error, warning, info, hint, off");
        }
        return severity;
    }

    private void readIds(JsonElement value, ImmutableSet.Builder<BlockId> ids) {
        if (!value.isJsonArray()) {
            problems.accept(IGNORED_IDS, "a list of ids is wanted here");
            return;
        }
        for (JsonElement id : value.getAsJsonArray()) {
            BlockId.parse(word(id))
                    .ifPresentOrElse(ids::add, () -> problems.accept(word(id), "this is no id of a block"));
        }
    }

    private JsonObject object(JsonElement value, String name) {
        if (value.isJsonObject()) {
            return value.getAsJsonObject();
        }
        problems.accept(name, "an object in { } is wanted here");
        return new JsonObject();
    }

    private static String word(JsonElement value) {
        return value.isJsonPrimitive() ? value.getAsString() : "";
    }
}
