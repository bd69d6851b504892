package io.github.logseqls.server;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableMap;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an editor may ask about some open pages: the params of requests.
 *
 * @param pages the texts of the pages
 */
record Questions(ImmutableMap<Path, String> pages) {

    /** What features are about; the caret stands behind it. */
    private static final Pattern MARK =
            Pattern.compile("\\(\\(|\\[\\[|\\{\\{|#|[a-z]::|id:: |TODO|^- ", Pattern.MULTILINE);

    static Questions about(List<Path> files) throws IOException {
        ImmutableMap.Builder<Path, String> pages = ImmutableMap.builder();
        for (Path file : files) {
            pages.put(file, Files.readString(file));
        }
        return new Questions(pages.buildOrThrow());
    }

    List<JsonObject> ofPages() {
        return pages.keySet().stream().map(Questions::document).toList();
    }

    List<JsonObject> ofRanges() {
        return ofPages().stream().map(question -> added(question, """
                {"range": {"start": {"line": 0, "character": 0}, "end": {"line": 1000, "character": 0}}}""")).toList();
    }

    List<JsonObject> atCarets() {
        return pages.entrySet().stream()
                .flatMap(page ->
                        carets(page.getValue()).map(caret -> added(document(page.getKey()), """
                        {"position": %s}""".formatted(caret))))
                .toList();
    }

    List<JsonObject> ofReferences() {
        return atCarets().stream().map(question -> added(question, """
                {"context": {"includeDeclaration": true}}""")).toList();
    }

    List<JsonObject> ofRenames() {
        return atLinks().stream().map(question -> added(question, """
                {"newName": "Sour dough"}""")).toList();
    }

    /** Each link to one page. */
    List<JsonObject> atLinks() {
        return pages.entrySet().stream()
                .flatMap(page -> carets(Pattern.compile("\\[\\[(?=Sourdough]])"), page.getValue())
                        .map(caret -> added(document(page.getKey()), """
                        {"position": %s}""".formatted(caret))))
                .toList();
    }

    /** Each page gets another name in its folder. */
    List<JsonObject> ofRenamedFiles() {
        return ofPages().stream()
                .map(page -> page.getAsJsonObject("textDocument").get("uri").getAsString())
                .filter(uri -> uri.endsWith("/Sourdough.md"))
                .map(uri -> WireClient.parse("""
                        {"files": [{"oldUri": "%s", "newUri": "%s"}]}""".formatted(uri, uri.replace("Sourdough", "Bread"))))
                .toList();
    }

    List<JsonObject> ofActions() {
        return atCarets().stream()
                .map(question -> {
                    JsonElement caret = question.remove("position");
                    return added(question, """
                    {"range": {"start": %s, "end": %s}, "context": {"diagnostics": []}}""".formatted(caret, caret));
                })
                .toList();
    }

    /** A reference to copy to each block that has an id. */
    List<JsonObject> ofCommands() {
        return ofActions().stream()
                .map(question -> WireClient.parse("""
                        {"command": "logseq-ls.copyBlockRef", "arguments": [%s]}""".formatted(question)))
                .toList();
    }

    static List<JsonObject> ofFormatting(List<JsonObject> parts) {
        return parts.stream().map(question -> added(question, """
                {"options": {"tabSize": 4, "insertSpaces": false}}""")).toList();
    }

    /** A line end was typed where pages end with one. */
    List<JsonObject> ofTypedLines() {
        return pages.entrySet().stream()
                .filter(page -> page.getValue().endsWith("\n"))
                .map(page -> added(document(page.getKey()), """
                        {"ch": "\\n", "position": {"line": %d, "character": 0}}""".formatted(
                                page.getValue().chars().filter(c -> c == '\n').count())))
                .toList();
    }

    /** Blocks are moved by one step. */
    List<JsonObject> ofMoves() {
        return atCarets().stream()
                .map(question -> {
                    JsonElement caret = question.remove("position");
                    JsonObject argument = added(question, """
                            {"range": {"start": %s, "end": %s}, "to": "down"}""".formatted(caret, caret));
                    return WireClient.parse("""
                            {"command": "logseq-ls.moveBlocks", "arguments": [%s]}""".formatted(argument));
                })
                .toList();
    }

    /** An outline is pasted. */
    List<JsonObject> ofPastes() {
        return ofRanges().stream().map(question -> added(question, """
                {"text": "- pasted\\n  - child"}""")).toList();
    }

    /** Blocks are indented by a key. */
    List<JsonObject> ofKeys() {
        return ofRanges().stream().map(question -> added(question, """
                {"key": "in"}""")).toList();
    }

    /** All carets of a page in one question. */
    List<JsonObject> ofSelections() {
        return pages.entrySet().stream()
                .map(page -> added(document(page.getKey()), """
                        {"positions": [%s]}""".formatted(
                                carets(page.getValue()).collect(joining(",")))))
                .toList();
    }

    /** The last takes its answer in parts. */
    List<JsonObject> ofSearches() {
        return Stream.of("""
                {"query": ""}""", """
                {"query": "sour"}""", """
                {"query": "sour", "partialResultToken": "parts"}""").map(WireClient::parse).toList();
    }

    /** About the documents that the server makes of what is at a caret. */
    List<JsonObject> ofDocuments() {
        return Stream.of("linkedReferences", "unlinkedMentions", "subtree")
                .flatMap(kind -> atCarets().stream().map(question -> added(question, """
                        {"kind": "%s"}""".formatted(kind))))
                .toList();
    }

    static JsonObject ofCommand(JsonObject command) {
        return WireClient.parse("""
                {"command": %s, "arguments": %s}""".formatted(command.get("command"), command.get("arguments")));
    }

    static JsonObject with(String name, JsonElement value) {
        JsonObject question = new JsonObject();
        question.add(name, value);
        return question;
    }

    /** The positions of all marks, as JSON. */
    private static Stream<String> carets(String text) {
        return carets(MARK, text);
    }

    private static Stream<String> carets(Pattern marks, String text) {
        return marks.matcher(text).results().map(mark -> {
            String before = text.substring(0, mark.end());
            return """
                    {"line": %d, "character": %d}""".formatted(
                    before.chars().filter(c -> c == '\n').count(), before.length() - (before.lastIndexOf('\n') + 1));
        });
    }

    private static JsonObject document(Path page) {
        return WireClient.parse("""
                {"textDocument": {"uri": "%s"}}""".formatted(page.toUri().toASCIIString()));
    }

    private static JsonObject added(JsonObject question, String more) {
        WireClient.parse(more).entrySet().forEach(entry -> question.add(entry.getKey(), entry.getValue()));
        return question;
    }
}
