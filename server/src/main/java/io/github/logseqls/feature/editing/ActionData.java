package io.github.logseqls.feature.editing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;

/** What an action carries from the editor's list to its choice: the editor sends it back, or whatever it likes. */
record ActionData(JsonObject json) {

    Optional<String> text(String name) {
        return primitive(name).map(JsonPrimitive::getAsString);
    }

    Optional<Integer> number(String name) {
        return primitive(name).filter(JsonPrimitive::isNumber).map(JsonPrimitive::getAsInt);
    }

    private Optional<JsonPrimitive> primitive(String name) {
        JsonElement element = json.get(name);
        return element instanceof JsonPrimitive value ? Optional.of(value) : Optional.empty();
    }
}
