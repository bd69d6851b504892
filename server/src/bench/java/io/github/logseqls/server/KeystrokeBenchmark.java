package io.github.logseqls.server;

import io.github.logseqls.bench.GeneratedPages;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One typed character: from the change that the editor sends to the new outline, with text, blocks, levels and what the
 * caret's block needs of its parents. Each is typed at another place, and removed by the next call.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KeystrokeBenchmark {

    /** The blocks of the page: of about 50 KB and 5 MB. */
    @Param({"1000", "100000"})
    private int blocks;

    /** What is typed: prose, or a line with a new block, which changes the indices of all blocks behind. */
    @Param({"x", "\n- new"})
    private String typed = "";

    private final Random random = new Random(1);
    private Outline outline = Outline.parse(Text.of(""), Syntax.MARKDOWN);
    private boolean isTyped;
    private Position caret = new Position();

    @Setup(Level.Iteration)
    public void parse() {
        outline = Outline.parse(Text.of(new GeneratedPages(1).page(blocks, false)), Syntax.MARKDOWN);
        isTyped = false;
    }

    @Benchmark
    public Outline type() {
        outline = Edits.applied(List.of(isTyped ? removed() : typed()), outline, Encoding.UTF16);
        isTyped = !isTyped;
        int block = outline.blockAt(outline.text().offset(Edits.position(caret), Encoding.UTF16)).orElseThrow();
        outline.parent(block);
        outline.subtreeEnd(block);
        return outline;
    }

    private TextDocumentContentChangeEvent typed() {
        int line = random.nextInt(outline.text().lineCount());
        caret = new Position(line, outline.text().line(line).length());
        return new TextDocumentContentChangeEvent(new Range(caret, caret), typed);
    }

    private TextDocumentContentChangeEvent removed() {
        boolean isLine = typed.startsWith("\n");
        Position end = isLine
                ? new Position(caret.getLine() + 1, typed.length() - 1)
                : new Position(caret.getLine(), caret.getCharacter() + typed.length());
        return new TextDocumentContentChangeEvent(new Range(caret, end), "");
    }
}
