package io.github.logseqls.bench.editor;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The editor's end of a connection to a language server, which is a child process. It speaks in bare JSON, so that what
 * the protocol library would do with an answer is not measured.
 */
final class Editor implements AutoCloseable {

    /** A message of the server, and when the last byte of it came, as {@link System#nanoTime()} tells. */
    record Message(JsonObject json, long nanos) {}

    private record Expectation(String method, Predicate<JsonObject> fits, CompletableFuture<Message> message) {}

    private static final long SECONDS = 120;
    private static final Gson GSON = new GsonBuilder().serializeNulls().create();

    private final Process process;
    private final OutputStream out;
    private final Function<JsonObject, Object> answers;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Message>> asked = new ConcurrentHashMap<>();
    private final Queue<Expectation> expectations = new ConcurrentLinkedQueue<>();

    /**
     * Starts a server.
     *
     * @param answers what a request of the server gets as its result
     */
    Editor(List<String> command, Function<JsonObject, Object> answers) throws IOException {
        this.process =
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        this.out = process.getOutputStream();
        this.answers = answers;
        Thread reader = new Thread(this::read, "editor");
        reader.setDaemon(true);
        reader.start();
    }

    /** The answer to a request, which is waited for. */
    Message answer(String method, Map<String, ?> params) throws Exception {
        return awaited(ask(method, params));
    }

    CompletableFuture<Message> ask(String method, Map<String, ?> params) throws IOException {
        int id = last.incrementAndGet();
        CompletableFuture<Message> answer = new CompletableFuture<>();
        asked.put(id, answer);
        write(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", params));
        return answer;
    }

    void tell(String method, Map<String, ?> params) throws IOException {
        write(Map.of("jsonrpc", "2.0", "method", method, "params", params));
    }

    /** The next notification of its kind; to be asked for before what brings it about. */
    CompletableFuture<Message> next(String method, Predicate<JsonObject> fits) {
        Expectation expectation = new Expectation(method, fits, new CompletableFuture<>());
        expectations.add(expectation);
        return expectation.message();
    }

    /** The next diagnostics of a file that are as they should be. */
    CompletableFuture<Message> nextDiagnostics(Path file, Predicate<JsonObject> fit) {
        String uri = uri(file);
        return next(
                "textDocument/publishDiagnostics",
                params -> params.get("uri").getAsString().equals(uri) && fit.test(params));
    }

    static Message awaited(CompletableFuture<Message> message) throws Exception {
        return message.get(SECONDS, TimeUnit.SECONDS);
    }

    void open(Path file, String text) throws IOException {
        tell(
                "textDocument/didOpen",
                Map.of(
                        "textDocument",
                        Map.of(
                                "uri",
                                uri(file),
                                "languageId",
                                "markdown",
                                "version",
                                last.incrementAndGet(),
                                "text",
                                text)));
    }

    /** Replaces what stands between two columns of a line, all counted from 0. */
    void edit(Path file, int line, int from, int to, String text) throws IOException {
        Map<String, ?> range = Map.of("start", position(line, from), "end", position(line, to));
        change(file, Map.of("range", range, "text", text));
    }

    void replace(Path file, String text) throws IOException {
        change(file, Map.of("text", text));
    }

    static Map<String, Integer> position(int line, int character) {
        return Map.of("line", line, "character", character);
    }

    static Map<String, Object> in(Path file) {
        return Map.of("textDocument", Map.of("uri", uri(file)));
    }

    static Map<String, Object> at(Path file, int line, int character) {
        return Map.of("textDocument", Map.of("uri", uri(file)), "position", position(line, character));
    }

    ProcessHandle server() {
        return process.toHandle();
    }

    /** The CPU time that the server has taken so far. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    @Override
    public void close() throws Exception {
        ask("shutdown", Map.of());
        tell("exit", Map.of());
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static String uri(Path file) {
        return file.toUri().toASCIIString();
    }

    private void change(Path file, Map<String, ?> change) throws IOException {
        tell(
                "textDocument/didChange",
                Map.of(
                        "textDocument",
                        Map.of("uri", uri(file), "version", last.incrementAndGet()),
                        "contentChanges",
                        List.of(change)));
    }

    private synchronized void write(Map<String, ?> message) throws IOException {
        byte[] body = GSON.toJson(message).getBytes(StandardCharsets.UTF_8);
        out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private void read() {
        try (InputStream in = new BufferedInputStream(process.getInputStream())) {
            for (int length = length(in); length >= 0; length = length(in)) {
                byte[] body = in.readNBytes(length);
                long nanos = System.nanoTime();
                receive(new Message(
                        JsonParser.parseString(new String(body, StandardCharsets.UTF_8))
                                .getAsJsonObject(),
                        nanos));
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
        fail(new IOException("the server has ended"));
    }

    /** The length in the header before a message; -1 at the end. */
    private static int length(InputStream in) throws IOException {
        int length = -1;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        return length;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private void receive(Message message) throws IOException {
        JsonObject json = message.json();
        if (!json.has("method")) {
            CompletableFuture<Message> answer = asked.remove(json.get("id").getAsInt());
            if (answer != null) {
                answer.complete(message);
            }
        } else if (json.has("id")) {
            write(Map.of("jsonrpc", "2.0", "id", json.get("id"), "result", answers.apply(json)));
        } else {
            String method = json.get("method").getAsString();
            expectations.removeIf(expected -> expected.method().equals(method)
                    && expected.fits().test(json.getAsJsonObject("params"))
                    && expected.message().complete(message));
        }
    }

    private void fail(Exception reason) {
        asked.values().forEach(answer -> answer.completeExceptionally(reason));
        expectations.forEach(expected -> expected.message().completeExceptionally(reason));
    }
}
