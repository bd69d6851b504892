package io.github.logseqls.server;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSortedSet;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds messages against the machine-readable model of LSP, where that stands beside the project; elsewhere it finds no
 * fault, and says so once.
 */
final class MetaModel {

    /** Who sends a message. */
    enum Sender {
        CLIENT("clientToServer"),
        SERVER("serverToClient");

        private final String direction;

        Sender(String direction) {
            this.direction = direction;
        }
    }

    private static final Path FILE = Path.of("../../shared/protocol/metaModel.json");
    /** What the model does not tell: the capability that these belong to. */
    private static final Map<String, String> CAPABILITIES = Map.of(
            "typeHierarchy/supertypes", "typeHierarchyProvider",
            "typeHierarchy/subtypes", "typeHierarchyProvider");

    private final Map<String, JsonObject> requests = new HashMap<>();
    private final Map<String, JsonObject> notifications = new HashMap<>();
    private final Map<String, JsonObject> named = new HashMap<>();
    private final MetaTypes types = new MetaTypes(named);

    static boolean isThere() {
        return Files.exists(FILE);
    }

    static MetaModel load() {
        MetaModel model = new MetaModel();
        if (!isThere()) {
            System.out.println("messages are not validated: the LSP meta model is not beside the project");
            return model;
        }
        try {
            JsonObject json = JsonParser.parseString(Files.readString(FILE)).getAsJsonObject();
            index(json.getAsJsonArray("requests"), "method", model.requests);
            index(json.getAsJsonArray("notifications"), "method", model.notifications);
            index(json.getAsJsonArray("structures"), "name", model.named);
            index(json.getAsJsonArray("enumerations"), "name", model.named);
            index(json.getAsJsonArray("typeAliases"), "name", model.named);
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void index(JsonArray items, String key, Map<String, JsonObject> into) {
        items.forEach(item -> into.put(item.getAsJsonObject().get(key).getAsString(), item.getAsJsonObject()));
    }

    /** What is wrong with a request or a notification. */
    List<String> faultsOfMessage(Sender sender, JsonObject message) {
        String method = message.get("method").getAsString();
        Map<String, JsonObject> all = message.has("id") ? requests : notifications;
        if (all.isEmpty() || method.startsWith("logseq/")) {
            return List.of();
        }
        JsonObject model = all.get(method);
        if (model == null) {
            return List.of("no such method: " + method);
        }
        String direction = model.get("messageDirection").getAsString();
        if (!direction.equals("both") && !direction.equals(sender.direction)) {
            return List.of(method + " goes the other way");
        }
        if (!model.has("params")) {
            return message.has("params") ? List.of(method + " has no params") : List.of();
        }
        JsonElement params = message.has("params") ? message.get("params") : JsonNull.INSTANCE;
        return types.fault(model.getAsJsonObject("params"), params, method + " params").stream()
                .toList();
    }

    /** What is wrong with the answer to a request. */
    List<String> faultsOfAnswer(String method, JsonObject answer) {
        if (answer.has("result") == answer.has("error")) {
            return List.of(method + ": a result or an error is expected, found " + answer);
        }
        return answer.has("error")
                ? faultsOfError(method, answer.get("error"))
                : faults(method, "result", answer.get("result"));
    }

    /** What is wrong with a part of an answer that comes before it. */
    List<String> faultsOfPartialResult(String method, JsonElement value) {
        return faults(method, "partialResult", value);
    }

    /** What is wrong with a report of progress that is no partial result. */
    List<String> faultsOfWorkDone(JsonElement value) {
        if (named.isEmpty()) {
            return List.of();
        }
        JsonArray kinds = new JsonArray();
        for (String kind : List.of("Begin", "Report", "End")) {
            kinds.add(reference("WorkDoneProgress" + kind));
        }
        JsonObject either = new JsonObject();
        either.addProperty("kind", "or");
        either.add("items", kinds);
        return types.fault(either, value, "$/progress value").stream().toList();
    }

    /** The methods which a client may send when a server has said that it can do this, in the order of the alphabet. */
    ImmutableSortedSet<String> methods(JsonObject capabilities) {
        ImmutableSortedSet.Builder<String> methods = ImmutableSortedSet.naturalOrder();
        requests.forEach((method, model) -> {
            boolean announced = Optional.ofNullable(model.get("serverCapability"))
                    .map(JsonElement::getAsString)
                    .or(() -> Optional.ofNullable(CAPABILITIES.get(method)))
                    .filter(path -> isOn(capabilities, path))
                    .isPresent();
            if (announced && model.get("messageDirection").getAsString().equals(Sender.CLIENT.direction)) {
                methods.add(method);
            }
        });
        return methods.build();
    }

    private static boolean isOn(JsonElement capabilities, String path) {
        JsonElement value = capabilities;
        for (String name : Splitter.on('.').split(path)) {
            value = value instanceof JsonObject object && object.has(name) ? object.get(name) : JsonNull.INSTANCE;
        }
        return !value.isJsonNull() && !value.equals(new JsonPrimitive(false));
    }

    private List<String> faults(String method, String part, JsonElement value) {
        JsonObject model = requests.get(method);
        if (model == null) {
            return List.of();
        }
        return model.has(part)
                ? types.fault(model.getAsJsonObject(part), value, method + " " + part).stream()
                        .toList()
                : List.of(method + " has no " + part);
    }

    private static List<String> faultsOfError(String method, JsonElement error) {
        boolean fits = error instanceof JsonObject object
                && object.get("code") instanceof JsonPrimitive code
                && code.isNumber()
                && object.get("message") instanceof JsonPrimitive message
                && message.isString();
        return fits ? List.of() : List.of(method + ": no such error: " + error);
    }

    private static JsonObject reference(String name) {
        JsonObject reference = new JsonObject();
        reference.addProperty("kind", "reference");
        reference.addProperty("name", name);
        return reference;
    }
}
