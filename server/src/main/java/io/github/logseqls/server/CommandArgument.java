package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;

/** What a command is given: whoever writes one into the settings of an editor is told what is amiss with it. */
final class CommandArgument {

    private CommandArgument() {}

    /** What is amiss with an argument that has to have some members, in a sentence for people. */
    static Optional<String> fault(JsonElement argument, ImmutableList<String> needed) {
        if (!(argument instanceof JsonObject object)) {
            return Optional.of("It takes %s.".formatted(object(needed)));
        }
        Optional<String> missing = needed.stream()
                .filter(name -> !object.has(name) || object.get(name).isJsonNull())
                .findFirst();
        if (missing.isPresent()) {
            return Optional.of("“%s” is missing: it takes %s.".formatted(missing.get(), object(needed)));
        }
        return object.keySet().stream()
                .filter(name -> !isAsMeant(name, object.get(name)))
                .findFirst()
                .map(name -> "“%s” is to be %s.".formatted(name, meant(name)));
    }

    private static String object(ImmutableList<String> names) {
        String members =
                String.join(", ", names.stream().map(name -> "“" + name + "”").toList());
        return names.isEmpty() ? "one object" : "one object, with " + members;
    }

    private static boolean isAsMeant(String name, JsonElement value) {
        return value.isJsonNull()
                || switch (name) {
                    case "textDocument" -> isText(member(value, "uri"));
                    case "range" -> isPosition(member(value, "start")) && isPosition(member(value, "end"));
                    case "position" -> isPosition(value);
                    case "to" -> isText(value) || isPlace(value);
                    case "refactoring", "page", "template", "day", "at" -> isText(value);
                    default -> true;
                };
    }

    private static String meant(String name) {
        return switch (name) {
            case "textDocument" -> "an object with a “uri”";
            case "range" -> "an object with a “start” and an “end”, each with “line” and “character”";
            case "to" ->
                "“up”, “down”, “in” or “out”, or an object with a “page”, or with a “textDocument” and a “position”";
            case "position" -> "an object with “line” and “character”";
            default -> "a text";
        };
    }

    /** A page, or a block by a position in its document. */
    private static boolean isPlace(JsonElement value) {
        return value instanceof JsonObject place
                && (isText(member(value, "page")) || place.has("textDocument") && place.has("position"))
                && place.keySet().stream().allMatch(name -> isAsMeant(name, place.get(name)));
    }

    private static boolean isPosition(JsonElement value) {
        return isNumber(member(value, "line")) && isNumber(member(value, "character"));
    }

    private static boolean isText(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isString();
    }

    private static boolean isNumber(JsonElement value) {
        return value instanceof JsonPrimitive primitive
                && primitive.isNumber()
                && primitive.getAsDouble() == primitive.getAsInt();
    }

    private static JsonElement member(JsonElement value, String name) {
        return value instanceof JsonObject object && object.has(name) ? object.get(name) : new JsonObject();
    }
}
