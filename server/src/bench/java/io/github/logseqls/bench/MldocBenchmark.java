package io.github.logseqls.bench;

import com.google.gson.JsonPrimitive;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Logseq's own parser on the same pages, in a warm process of Node; reading whole pages with inlines. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MldocBenchmark {

    @Param
    private Pages from = Pages.GENERATED;

    private List<String> pages = List.of();
    private double megabytes;
    private Process process;
    private Writer questions;
    private BufferedReader answers;

    @Setup
    public void start() throws IOException {
        pages = from.read();
        megabytes = Pages.megabytes(pages);
        process = new ProcessBuilder("node", "--stack-size=4000", "src/bench/js/parse.mjs")
                .redirectError(Redirect.INHERIT)
                .start();
        questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @TearDown
    public void stop() {
        process.destroy();
    }

    @Benchmark
    public int mldoc(ParseBenchmark.Read read) throws IOException {
        int characters = 0;
        for (String page : pages) {
            questions.write(new JsonPrimitive(page) + "\n");
            questions.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("Logseq's parser died");
            }
            characters += Integer.parseInt(answer);
        }
        read.megabytes += megabytes;
        return characters;
    }
}
