package io.github.logseqls.fuzz;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.logseqls.outline.Syntax;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Logseq's own parser in a process of Node, which is asked over pipes. */
final class Mldoc implements AutoCloseable {

    private static final Path SCRIPT = Path.of("fuzz/mldoc.mjs");

    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;

    private Mldoc(Process process) {
        this.process = process;
        this.questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Whether npm has put the parser where it is looked for. */
    static boolean isInstalled() {
        return Files.exists(SCRIPT.resolveSibling("node_modules/mldoc"));
    }

    static Mldoc start() throws IOException {
        return new Mldoc(new ProcessBuilder("node", "--stack-size=4000", SCRIPT.toString())
                .redirectError(Redirect.INHERIT)
                .start());
    }

    Optional<Reading> read(Document document) throws IOException {
        return read(List.of(document)).get(0);
    }

    /** What Logseq reads in each of some documents; nothing where its parser gives up. */
    List<Optional<Reading>> read(List<Document> documents) throws IOException {
        for (Document document : documents) {
            JsonObject question = new JsonObject();
            question.addProperty("format", document.syntax() == Syntax.ORG ? "Org" : "Markdown");
            question.addProperty("text", document.text());
            questions.write(question + "\n");
        }
        questions.flush();
        List<Optional<Reading>> readings = new ArrayList<>();
        for (Document document : documents) {
            String line = answers.readLine();
            while (line != null && !line.startsWith("{")) {
                // Where it gives up, the parser says why in between.
                line = answers.readLine();
            }
            if (line == null) {
                throw new IOException("Logseq's parser died of one of the documents from " + document);
            }
            JsonObject answer = JsonParser.parseString(line).getAsJsonObject();
            readings.add(answer.has("bad") ? Optional.empty() : Optional.of(Reading.logseqs(answer)));
        }
        return readings;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
