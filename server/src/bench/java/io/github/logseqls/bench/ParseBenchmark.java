package io.github.logseqls.bench;

import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.infra.Blackhole;

/** Reading whole pages on one thread: {@code megabytes} is UTF-8 bytes a second, in millions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParseBenchmark {

    @Param
    private Pages from = Pages.GENERATED;

    private List<String> pages = List.of();
    private double megabytes;

    /** What was read. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Read {
        public double megabytes;
    }

    @Setup
    public void read() {
        pages = from.read();
        megabytes = Pages.megabytes(pages);
    }

    @Benchmark
    public void outline(Read read, Blackhole sink) {
        for (String page : pages) {
            sink.consume(Outline.parse(Text.of(page), Syntax.MARKDOWN));
        }
        read.megabytes += megabytes;
    }

    @Benchmark
    public void outlineWithInlines(Read read, Blackhole sink) {
        for (String page : pages) {
            Outline outline = Outline.parse(Text.of(page), Syntax.MARKDOWN);
            for (int block = 0; block < outline.size(); block++) {
                sink.consume(outline.inlines(block));
            }
        }
        read.megabytes += megabytes;
    }
}
