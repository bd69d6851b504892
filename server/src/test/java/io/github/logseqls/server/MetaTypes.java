package io.github.logseqls.server;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Holds values against the types of the LSP meta model, more strictly than LSP asks: a property that a type does not have is
 * a fault, since it is most likely one that is misspelt.
 */
final class MetaTypes {

    /** Structures, enumerations and aliases by name. */
    private final Map<String, JsonObject> named;

    MetaTypes(Map<String, JsonObject> named) {
        this.named = named;
    }

    /** What is wrong first; {@code where} says which part of a message the value is. */
    Optional<String> fault(JsonObject type, JsonElement value, String where) {
        String kind = type.get("kind").getAsString();
        return switch (kind) {
            case "base" -> faultOfBase(type.get("name").getAsString(), value, where);
            case "reference" -> faultOfReference(type.get("name").getAsString(), value, where);
            case "array" -> faultOfArray(type.getAsJsonObject("element"), value, where);
            case "map" -> faultOfMap(type, value, where);
            case "or" -> faultOfOr(type.getAsJsonArray("items"), value, where);
            case "and", "literal" -> faultOfProperties(properties(type), value, where);
            case "stringLiteral" -> expect(value.equals(type.get("value")), where, type.get("value") + "", value);
            case "tuple" -> faultOfTuple(type.getAsJsonArray("items"), value, where);
            default -> throw new IllegalArgumentException("unknown kind " + kind);
        };
    }

    private static Optional<String> faultOfBase(String name, JsonElement value, String where) {
        boolean fits = switch (name) {
            case "null" -> value.isJsonNull();
            case "boolean" -> value instanceof JsonPrimitive primitive && primitive.isBoolean();
            case "decimal" -> value instanceof JsonPrimitive primitive && primitive.isNumber();
            case "integer" -> isWhole(value, Integer.MIN_VALUE);
            case "uinteger" -> isWhole(value, 0);
            case "URI", "DocumentUri" -> isString(value) && isUri(value.getAsString());
            default -> isString(value);
        };
        return expect(fits, where, name, value);
    }

    private static boolean isString(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isString();
    }

    private static boolean isWhole(JsonElement value, int least) {
        return value instanceof JsonPrimitive primitive
                && primitive.isNumber()
                && primitive.getAsDouble() == Math.rint(primitive.getAsDouble())
                && primitive.getAsDouble() >= least
                && primitive.getAsDouble() <= Integer.MAX_VALUE;
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private Optional<String> faultOfReference(String name, JsonElement value, String where) {
        if (name.equals("LSPAny")) {
            return Optional.empty();
        }
        JsonObject type = type(name);
        if (!type.has("values")) {
            return type.has("type")
                    ? fault(type.getAsJsonObject("type"), value, where)
                    : faultOfProperties(properties(type), value, where);
        }
        if (type.has("supportsCustomValues")) {
            return fault(type.getAsJsonObject("type"), value, where);
        }
        boolean listed = type.getAsJsonArray("values").asList().stream()
                .anyMatch(item -> item.getAsJsonObject().get("value").equals(value));
        return expect(listed, where, "one of " + name, value);
    }

    private JsonObject type(String name) {
        JsonObject type = named.get(name);
        if (type == null) {
            throw new IllegalArgumentException("unknown type " + name);
        }
        return type;
    }

    /** The properties of a structure, with those that it takes from others; its own come last and replace theirs. */
    private Map<String, JsonObject> properties(JsonObject structure) {
        Map<String, JsonObject> properties = new HashMap<>();
        for (String others : List.of("extends", "mixins", "items")) {
            if (structure.has(others)) {
                structure
                        .getAsJsonArray(others)
                        .forEach(other -> properties.putAll(properties(other.getAsJsonObject())));
            }
        }
        if (structure.has("kind") && structure.get("kind").getAsString().equals("reference")) {
            properties.putAll(properties(type(structure.get("name").getAsString())));
        }
        JsonObject owner = structure.has("value") ? structure.getAsJsonObject("value") : structure;
        if (owner.has("properties")) {
            owner.getAsJsonArray("properties").forEach(item -> {
                JsonObject property = item.getAsJsonObject();
                properties.put(property.get("name").getAsString(), property);
            });
        }
        return properties;
    }

    private Optional<String> faultOfProperties(Map<String, JsonObject> properties, JsonElement value, String where) {
        if (!(value instanceof JsonObject object)) {
            return expect(false, where, "an object", value);
        }
        Stream<String> unknown = object.keySet().stream()
                .filter(name -> !properties.containsKey(name))
                .map(name -> where + ": there is no " + name);
        Stream<String> missing = properties.values().stream()
                .filter(property -> !property.has("optional"))
                .map(property -> property.get("name").getAsString())
                .filter(name -> !object.has(name))
                .map(name -> where + ": no " + name);
        Stream<String> wrong = properties.entrySet().stream()
                .filter(property -> object.has(property.getKey()))
                .flatMap(property -> fault(
                        property.getValue().getAsJsonObject("type"),
                        object.get(property.getKey()),
                        where + "." + property.getKey())
                        .stream());
        return Stream.of(unknown, missing, wrong).flatMap(faults -> faults).findFirst();
    }

    private Optional<String> faultOfArray(JsonObject element, JsonElement value, String where) {
        return value instanceof JsonArray array
                ? array.asList().stream()
                        .flatMap(item -> fault(element, item, where + "[]").stream())
                        .findFirst()
                : expect(false, where, "an array", value);
    }

    private Optional<String> faultOfMap(JsonObject type, JsonElement value, String where) {
        return value instanceof JsonObject object
                ? object.entrySet().stream()
                        .flatMap(entry -> Stream.concat(
                                fault(type.getAsJsonObject("key"), new JsonPrimitive(entry.getKey()), where + " key")
                                        .stream(),
                                fault(type.getAsJsonObject("value"), entry.getValue(), where + "." + entry.getKey())
                                        .stream()))
                        .findFirst()
                : expect(false, where, "a map", value);
    }

    private Optional<String> faultOfTuple(JsonArray items, JsonElement value, String where) {
        return value instanceof JsonArray array && array.size() == items.size()
                ? IntStream.range(0, items.size())
                        .boxed()
                        .flatMap(i ->
                                fault(items.get(i).getAsJsonObject(), array.get(i), where + "[" + i + "]").stream())
                        .findFirst()
                : expect(false, where, "a tuple", value);
    }

    private Optional<String> faultOfOr(JsonArray items, JsonElement value, String where) {
        List<Optional<String>> faults = items.asList().stream()
                .map(item -> fault(item.getAsJsonObject(), value, where))
                .toList();
        return faults.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(
                        faults.stream().map(Optional::orElseThrow).distinct().collect(joining(" / ")));
    }

    private static Optional<String> expect(boolean fits, String where, String expected, JsonElement value) {
        return fits ? Optional.empty() : Optional.of(where + ": expected " + expected + ", found " + value);
    }
}
