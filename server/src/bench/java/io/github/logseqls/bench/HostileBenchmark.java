package io.github.logseqls.bench;

import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
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
import org.openjdk.jmh.infra.Blackhole;

/** Pages made to be slow, each in two lengths: reading the longer one should take twice as long. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class HostileBenchmark {

    /** What is repeated, in one line behind a bullet or, where it begins with one, line by line. */
    public enum Kind {
        ONE_LONG_LINE("x"),
        OPEN_BLOCK_REFS("(( "),
        OPEN_PAGE_REFS("[["),
        OPEN_BRACKETS("["),
        OPEN_LINKS("[a]("),
        OPEN_MACROS("{{ "),
        OPEN_EMPHASIS("*a "),
        OPEN_CODE("` ``"),
        OPEN_TAGS("<a "),
        OPEN_MATH("$a "),
        HASHES("#"),
        FENCES("- ```\n"),
        FORMULAS("- $$ \n"),
        ELEMENTS("- <div>\n"),
        COMMENTS("- <!-- \n"),
        BEGINS("- #+BEGIN_X\n"),
        DRAWERS("- :LOGBOOK:\n"),
        HICCUP("- a\n  [:div\n"),
        LISTS("* a\n"),
        QUOTES("> a\n"),
        PROPERTIES("key:: value\n"),
        CARRIAGE_RETURNS("\r");

        private final String piece;

        Kind(String piece) {
            this.piece = piece;
        }

        String page(int count) {
            return (piece.endsWith("\n") ? "" : "- ") + piece.repeat(count);
        }
    }

    @Param
    private Kind kind = Kind.ONE_LONG_LINE;

    @Param({"50000", "100000"})
    private int count;

    private String page = "";

    @Setup
    public void generate() {
        page = kind.page(count);
    }

    @Benchmark
    public void read(Blackhole sink) {
        Outline outline = Outline.parse(Text.of(page), Syntax.MARKDOWN);
        for (int block = 0; block < outline.size(); block++) {
            sink.consume(outline.inlines(block));
        }
    }
}
