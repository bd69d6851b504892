package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.logseqls.server.MetaModel.Sender;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The packaged launcher as a child process, spoken to in bare JSON: what the protocol library would forgive on both ends is
 * seen here.
 */
final class WireClient implements AutoCloseable {

    static final long SECONDS = 60;

    private static final Set<String> WITHOUT_PARAMS = Set.of("shutdown", "exit");

    private final Process process;
    private final OutputStream out;
    private final MetaModel metaModel = MetaModel.load();
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, String> methods = new ConcurrentHashMap<>();
    private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
    private final BlockingQueue<JsonObject> notifications = new LinkedBlockingQueue<>();
    /** What has been taken from {@link #notifications} and not been waited for yet. */
    private final List<JsonObject> received = new ArrayList<>();

    private final List<JsonObject> requests = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<String> ownFaults = new CopyOnWriteArrayList<>();
    /** The methods that were asked so that parts of their answers may come before, by the tokens of these. */
    private final Map<JsonElement, String> partialResults = new ConcurrentHashMap<>();

    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    private volatile boolean closing;

    private WireClient(Process process) {
        this.process = process;
        this.out = process.getOutputStream();
        start("stdout", () -> read(new BufferedInputStream(process.getInputStream())));
        start("stderr", () -> process.getErrorStream().transferTo(stderr));
    }

    static WireClient start() throws IOException {
        return start(Map.of());
    }

    /** Starts the launcher with some variables of its environment changed; it has no cache unless one is given so. */
    static WireClient start(Map<String, String> environment) throws IOException {
        String launcher = Path.of("bin/logseq-ls").toAbsolutePath().toString();
        ProcessBuilder process = new ProcessBuilder(launcher);
        process.environment().put("LOGSEQ_LS_CACHE", "off");
        process.environment().putAll(environment);
        return new WireClient(process.start());
    }

    /** Sends {@code initialize} and {@code initialized}; the capabilities are those of a modern editor. */
    JsonObject initialize(Path folder, String... encodings) throws Exception {
        JsonObject capabilities = parse("""
                {"general": {"positionEncodings": []},
                 "window": {"workDoneProgress": true},
                 "workspace": {"workspaceFolders": true,
                   "didChangeWatchedFiles": {"dynamicRegistration": true, "relativePatternSupport": true}},
                 "textDocument": {
                   "definition": {"linkSupport": true},
                   "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
                   "hover": {"contentFormat": ["markdown", "plaintext"]},
                   "foldingRange": {"lineFoldingOnly": true, "foldingRange": {"collapsedText": true}}}}
                """);
        JsonArray offered = capabilities.getAsJsonObject("general").getAsJsonArray("positionEncodings");
        for (String encoding : encodings) {
            offered.add(encoding);
        }
        return initialize(folder, capabilities);
    }

    /** As {@link #initialize}, by an editor that says this of itself. */
    JsonObject initialize(Path folder, JsonObject capabilities) throws Exception {
        return initialize(folder, capabilities, new JsonObject());
    }

    /** As {@link #initialize(Path, JsonObject)}, with what is agreed with this server alone. */
    JsonObject initialize(Path folder, JsonObject capabilities, JsonObject options) throws Exception {
        JsonObject params = parse("{\"processId\": null}");
        params.add("capabilities", capabilities);
        JsonObject open = new JsonObject();
        open.addProperty("uri", folder.toUri().toString());
        open.addProperty("name", "graph");
        JsonArray folders = new JsonArray();
        folders.add(open);
        params.add("workspaceFolders", folders);
        params.add("rootUri", JsonNull.INSTANCE);
        params.add("initializationOptions", options);
        JsonObject result = request("initialize", params).getAsJsonObject("result");
        notify("initialized", new JsonObject());
        return result;
    }

    /** As {@link #initialize}, by an editor that can do nothing but ask. */
    void initializePlain(Path folder) throws Exception {
        JsonObject params = parse("{\"processId\": null, \"capabilities\": {}}");
        params.addProperty("rootUri", folder.toUri().toString());
        request("initialize", params);
        notify("initialized", new JsonObject());
    }

    void open(Path file, String text) throws IOException {
        open(file.toUri().toString(), text);
    }

    void open(String uri, String text) throws IOException {
        JsonObject document = new JsonObject();
        document.addProperty("uri", uri);
        document.addProperty("languageId", "markdown");
        document.addProperty("version", 1);
        document.addProperty("text", text);
        JsonObject params = new JsonObject();
        params.add("textDocument", document);
        notify("textDocument/didOpen", params);
    }

    /** Replaces what stands between two positions of a line. */
    void edit(Path file, int version, int line, int from, int to, String text) throws IOException {
        notify("textDocument/didChange", parse("""
                        {"textDocument": {"uri": "%s", "version": %d}, "contentChanges": [
                          {"range": {"start": {"line": %d, "character": %d}, "end": {"line": %d, "character": %d}}}]}
                        """.formatted(file.toUri(), version, line, from, line, to), text));
    }

    /** Sends changes, which are given as JSON. */
    void change(Path file, int version, String changes) throws IOException {
        notify(
                "textDocument/didChange",
                parse("{\"textDocument\": {\"uri\": \"%s\", \"version\": %d}, \"contentChanges\": [%s]}"
                        .formatted(file.toUri(), version, changes)));
    }

    private static JsonObject parse(String json, String text) {
        JsonObject params = parse(json);
        params.getAsJsonArray("contentChanges").get(0).getAsJsonObject().addProperty("text", text);
        return params;
    }

    JsonObject at(String method, Path file, int line, int character) throws Exception {
        return at(method, file.toUri().toString(), line, character);
    }

    JsonObject at(String method, String uri, int line, int character) throws Exception {
        return request(
                method,
                parse("{\"textDocument\": {\"uri\": \"%s\"}, \"position\": {\"line\": %d, \"character\": %d}}"
                        .formatted(uri, line, character)));
    }

    JsonObject request(String method, JsonObject params) throws Exception {
        return send(method, params).get(SECONDS, TimeUnit.SECONDS);
    }

    /** Sends a request whose answer comes when it comes. */
    CompletableFuture<JsonObject> send(String method, JsonObject params) throws IOException {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        methods.put(id, method);
        if (params.has("partialResultToken")) {
            partialResults.put(params.get("partialResultToken"), method);
        }
        answers.put(id, answer);
        JsonObject message = message(method, params);
        message.addProperty("id", id);
        write(message);
        return answer;
    }

    int lastId() {
        return lastId.get();
    }

    void notify(String method, JsonObject params) throws IOException {
        write(message(method, params));
    }

    /** Waits for a notification; those before it are dropped that are about the same document. */
    JsonObject await(String method, Predicate<JsonObject> fits) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        for (int seen = 0; ; seen++) {
            while (seen >= received.size()) {
                JsonObject next = notifications.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    throw new AssertionError("no " + method + " came; stderr: " + stderr());
                }
                received.add(next);
            }
            JsonObject params = received.get(seen).getAsJsonObject("params");
            boolean named = received.get(seen).get("method").getAsString().equals(method);
            if (named && fits.test(params)) {
                List<JsonObject> sameBefore = received.subList(0, seen + 1);
                sameBefore.removeIf(other -> isAbout(other, method, params.get("uri")));
                return params;
            }
        }
    }

    /** Waits until the graph that the editor has open has been read. */
    void awaitGraph() throws Exception {
        await(
                "$/progress",
                params -> params.getAsJsonObject("value")
                        .get("kind")
                        .getAsString()
                        .equals("end"));
    }

    private static boolean isAbout(JsonObject notification, String method, @Nullable JsonElement uri) {
        JsonElement otherUri = notification.getAsJsonObject("params").get("uri");
        return notification.get("method").getAsString().equals(method) && Objects.equals(otherUri, uri);
    }

    /** The notifications of a method that have come and that nobody awaited. */
    List<JsonObject> received(String method) {
        notifications.drainTo(received);
        return received.stream()
                .filter(notification -> notification.get("method").getAsString().equals(method))
                .toList();
    }

    /** How often the server sent a request. */
    long count(String method) {
        return requests.stream()
                .filter(request -> request.get("method").getAsString().equals(method))
                .count();
    }

    /** Waits until the server has sent a request so often. */
    void awaitRequest(String method, long times) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (count(method) < times) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no %s came %d times".formatted(method, times));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** The requests that the server sent, all of which got an empty answer. */
    List<JsonObject> requests() {
        return requests;
    }

    /** What the server sent that the protocol does not allow. */
    List<String> faults() {
        return faults;
    }

    /** The same of what was sent to the server; some tests do that on purpose. */
    List<String> ownFaults() {
        return ownFaults;
    }

    String stderr() {
        return stderr.toString(StandardCharsets.UTF_8);
    }

    void closeInput() throws IOException {
        closing = true;
        out.close();
    }

    int exitCode() throws Exception {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the server still runs");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        closing = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Ends, and asserts that the server sent nothing against the protocol and nothing on stderr. */
    void closeWithoutFaults() {
        close();
        assertThat(faults()).isEmpty();
        assertThat(stderr()).isEmpty();
    }

    static JsonObject parse(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    private static JsonObject message(String method, JsonObject params) {
        JsonObject message = new JsonObject();
        message.addProperty("jsonrpc", "2.0");
        message.addProperty("method", method);
        if (!WITHOUT_PARAMS.contains(method)) {
            message.add("params", params);
        }
        return message;
    }

    private synchronized void write(JsonObject message) throws IOException {
        if (message.has("method")) {
            ownFaults.addAll(metaModel.faultsOfMessage(Sender.CLIENT, message));
        }
        byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
        out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private void read(InputStream in) throws IOException {
        while (true) {
            int length = header(in);
            if (length < 0) {
                return;
            }
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                // The server was told to exit while it wrote.
                return;
            }
            receive(parse(new String(body, StandardCharsets.UTF_8)));
        }
    }

    /** Reads one header; anything else than a header on stdout is a fault. */
    private int header(InputStream in) throws IOException {
        StringBuilder header = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            header.append((char) c);
            if (header.toString().endsWith("\r\n\r\n")) {
                String line = header.toString().strip();
                if (!line.matches("Content-Length: \\d+")) {
                    faults.add("not a header: " + line);
                    return -1;
                }
                return Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        if (header.length() > 0) {
            faults.add("stray output: " + header);
        }
        return -1;
    }

    private void receive(JsonObject message) throws IOException {
        JsonElement id = message.get("id");
        if (message.has("method")) {
            faults.addAll(metaModel.faultsOfMessage(Sender.SERVER, message));
            if (message.get("method").getAsString().equals("$/progress")) {
                faults.addAll(faultsOfProgress(message.getAsJsonObject("params")));
            }
            if (id == null) {
                notifications.add(message);
                return;
            }
            requests.add(message);
            JsonObject answer = new JsonObject();
            answer.addProperty("jsonrpc", "2.0");
            answer.add("id", id);
            answer.add("result", answer(message.get("method").getAsString()));
            write(answer);
            return;
        }
        int number = id.getAsInt();
        faults.addAll(metaModel.faultsOfAnswer(methods.getOrDefault(number, ""), message));
        CompletableFuture<JsonObject> answer = answers.remove(number);
        if (answer == null) {
            faults.add("an answer to nothing: " + message);
            return;
        }
        answer.complete(message);
    }

    /** What the editor says to the server: it does all that it is asked for, without having anything to say of it. */
    private static JsonElement answer(String method) {
        return method.equals("workspace/applyEdit") ? parse("{\"applied\": true}") : JsonNull.INSTANCE;
    }

    private List<String> faultsOfProgress(JsonObject progress) {
        String method = partialResults.get(progress.get("token"));
        return method == null
                ? metaModel.faultsOfWorkDone(progress.get("value"))
                : metaModel.faultsOfPartialResult(method, progress.get("value"));
    }

    private interface Reading {
        void run() throws IOException;
    }

    private void start(String name, Reading reading) {
        Thread thread = new Thread(() -> {
            try {
                reading.run();
            } catch (IOException | RuntimeException e) {
                if (process.isAlive() && !closing) {
                    faults.add(name + ": " + e);
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
