package io.github.logseqls.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds messages against the machine-readable model of LSP, where that stands beside the project; elsewhere it finds no
 * fault, and says so once.
 */
final class MetaModel {

    private static final Path FILE = Path.of("../../shared/protocol/metaModel.json");

    private final Map<String, JsonObject> messages = new HashMap<>();
    private final Map<String, JsonObject> types = new HashMap<>();

    static MetaModel load() {
        MetaModel model = new MetaModel();
        if (!Files.exists(FILE)) {
            System.out.println("messages are not validated: the LSP meta model is not beside the project");
            return model;
        }
        try {
            JsonObject json = JsonParser.parseString(Files.readString(FILE)).getAsJsonObject();
            index(json.getAsJsonArray("requests"), "method", model.messages);
            index(json.getAsJsonArray("notifications"), "method", model.messages);
            index(json.getAsJsonArray("structures"), "name", model.types);
            index(json.getAsJsonArray("enumerations"), "name", model.types);
            index(json.getAsJsonArray("typeAliases"), "name", model.types);
            return model;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void index(JsonArray items, String key, Map<String, JsonObject> into) {
        items.forEach(item -> into.put(item.getAsJsonObject().get(key).getAsString(), item.getAsJsonObject()));
    }

    List<String> faultsOfParams(String method, JsonElement params) {
        return faults(method, "params", params);
    }

    List<String> faultsOfResult(String method, JsonElement result) {
        return faults(method, "result", result);
    }

    private List<String> faults(String method, String part, JsonElement value) {
        JsonObject message = messages.get(method);
        if (message == null) {
            boolean ours = messages.isEmpty() || method.startsWith("logseq/") || method.startsWith("$/");
            return ours ? List.of() : List.of("no such method: " + method);
        }
        if (!message.has(part)) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        fault(message.getAsJsonObject(part), value, method + " " + part).ifPresent(faults::add);
        return faults;
    }

    private Optional<String> fault(JsonObject type, JsonElement value, String where) {
        String kind = type.get("kind").getAsString();
        return switch (kind) {
            case "base" -> faultOfBase(type.get("name").getAsString(), value, where);
            case "reference" -> faultOfReference(type.get("name").getAsString(), value, where);
            case "array" -> faultOfArray(type.getAsJsonObject("element"), value, where);
            case "map" -> expect(value.isJsonObject(), where, "a map", value);
            case "or" -> faultOfOr(type.getAsJsonArray("items"), value, where);
            case "and" -> first(type.getAsJsonArray("items"), value, where);
            case "literal" -> faultOfProperties(type.getAsJsonObject("value"), value, where);
            case "stringLiteral" ->
                expect(
                        value.isJsonPrimitive()
                                && value.getAsString().equals(type.get("value").getAsString()),
                        where,
                        type.get("value").getAsString(),
                        value);
            case "tuple" -> expect(value.isJsonArray(), where, "a tuple", value);
            default -> Optional.of(where + ": unknown kind " + kind);
        };
    }

    private static Optional<String> faultOfBase(String name, JsonElement value, String where) {
        boolean fits = switch (name) {
            case "null" -> value.isJsonNull();
            case "boolean" ->
                value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
            case "integer", "uinteger", "decimal" ->
                value.isJsonPrimitive()
                        && value.getAsJsonPrimitive().isNumber()
                        && (name.equals("decimal") || value.getAsDouble() == Math.rint(value.getAsDouble()))
                        && (!name.equals("uinteger") || value.getAsDouble() >= 0);
            default -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
        };
        return expect(fits, where, name, value);
    }

    private Optional<String> faultOfReference(String name, JsonElement value, String where) {
        if (name.equals("LSPAny")) {
            return Optional.empty();
        }
        JsonObject type = types.get(name);
        if (type == null) {
            return Optional.of(where + ": unknown type " + name);
        }
        if (type.has("values")) {
            boolean open = type.has("supportsCustomValues");
            boolean listed = type.getAsJsonArray("values").asList().stream()
                    .anyMatch(item -> item.getAsJsonObject().get("value").equals(value));
            return expect(open ? value.isJsonPrimitive() : listed, where, "one of " + name, value);
        }
        return type.has("type")
                ? fault(type.getAsJsonObject("type"), value, where)
                : faultOfProperties(type, value, where);
    }

    private Optional<String> faultOfProperties(JsonObject structure, JsonElement value, String where) {
        if (!value.isJsonObject()) {
            return expect(false, where, "an object", value);
        }
        for (String parents : List.of("extends", "mixins")) {
            if (structure.has(parents)) {
                Optional<String> fault = first(structure.getAsJsonArray(parents), value, where);
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        for (JsonElement item : structure.getAsJsonArray("properties")) {
            JsonObject property = item.getAsJsonObject();
            String name = property.get("name").getAsString();
            JsonElement inner = value.getAsJsonObject().get(name);
            if (inner == null && property.has("optional")) {
                continue;
            }
            Optional<String> fault = inner == null
                    ? Optional.of(where + ": no " + name)
                    : fault(property.getAsJsonObject("type"), inner, where + "." + name);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<String> faultOfArray(JsonObject element, JsonElement value, String where) {
        if (!value.isJsonArray()) {
            return expect(false, where, "an array", value);
        }
        for (JsonElement item : value.getAsJsonArray()) {
            Optional<String> fault = fault(element, item, where + "[]");
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<String> faultOfOr(JsonArray items, JsonElement value, String where) {
        boolean fits = items.asList().stream()
                .anyMatch(item -> fault(item.getAsJsonObject(), value, where).isEmpty());
        return expect(fits, where, "one of several types", value);
    }

    private Optional<String> first(JsonArray items, JsonElement value, String where) {
        return items.asList().stream()
                .flatMap(item -> fault(item.getAsJsonObject(), value, where).stream())
                .findFirst();
    }

    private static Optional<String> expect(boolean fits, String where, String expected, JsonElement value) {
        return fits ? Optional.empty() : Optional.of(where + ": expected " + expected + ", found " + value);
    }
}
