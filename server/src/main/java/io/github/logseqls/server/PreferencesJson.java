package io.github.logseqls.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.logseqls.feature.Preferences;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.workspace.CheckJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the user wants to see from the settings that an editor sends. Whatever is absent, unknown or of another type
 * than it should be means the default.
 */
final class PreferencesJson {

    /** The name under which an editor keeps the settings of this server. */
    private static final String SECTION = "logseq-ls";

    private PreferencesJson() {}

    /** Those in {@code initializationOptions}: {@code {"settings": {...}}}. */
    static Preferences ofOptions(@Nullable Object options) {
        return member(options, "settings").map(PreferencesJson::of).orElse(Preferences.DEFAULT);
    }

    /** Those in {@code didChangeConfiguration}: {@code {"logseq-ls": {...}}}; empty where it says nothing of this server. */
    static Optional<Preferences> ofChange(@Nullable Object settings) {
        return member(settings, SECTION).map(PreferencesJson::of);
    }

    private static Preferences of(JsonElement settings) {
        Optional<JsonElement> hints = member(settings, "inlayHints");
        Optional<JsonElement> lenses = member(settings, "codeLens");
        Optional<JsonElement> check = member(settings, "check");
        return new Preferences(
                new Preferences.Hints(
                        isWanted(hints, "references"), isWanted(hints, "embeds"), isWanted(hints, "counts")),
                new Preferences.Lenses(isWanted(lenses, "blocks"), isWanted(lenses, "pages")),
                check.map(CheckJson::of).orElse(CheckSettings.NONE),
                check.flatMap(known -> member(known, "scope"))
                                .filter(new JsonPrimitive("graph")::equals)
                                .isPresent()
                        ? Preferences.Scope.GRAPH
                        : Preferences.Scope.OPEN_FILES,
                member(settings, "trusted")
                        .filter(new JsonPrimitive(true)::equals)
                        .isPresent());
    }

    /** Everything is, unless it is said not to be. */
    private static boolean isWanted(Optional<JsonElement> group, String name) {
        Optional<JsonElement> value = group.flatMap(known -> member(known, name));
        boolean refused = value.isPresent()
                && value.get().isJsonPrimitive()
                && value.get().getAsJsonPrimitive().isBoolean()
                && !value.get().getAsBoolean();
        return !refused;
    }

    private static Optional<JsonElement> member(@Nullable Object object, String name) {
        return object instanceof JsonObject json ? Optional.ofNullable(json.get(name)) : Optional.empty();
    }
}
