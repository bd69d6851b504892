package io.github.logseqls.bench.editor;

import com.google.common.base.Splitter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A character typed into prose of a page of 50 KB, or deleted again, and at once a request for the page's folds: from
 * the change until the answer has come. A character comes 10 ms behind the last answer.
 */
final class KeystrokeRows {

    private static final int WARM_UP = 500;
    private static final int KEYSTROKES = 1000;
    private static final Pattern PROSE = Pattern.compile("\\t*- [a-z ]+\\.?");

    private KeystrokeRows() {}

    static List<Row> of(Graphs graphs) throws Exception {
        Map<GraphFolder, Samples> samples = new LinkedHashMap<>();
        for (GraphFolder graph : graphs.ends()) {
            samples.put(graph, samples(graph));
        }
        List<Row> rows = new ArrayList<>();
        samples.forEach((graph, times) -> rows.add(Row.ofTimes(
                "a keystroke in a page of 50 KB, %,d pages".formatted(graph.pages()), times, new Target(3, 1.5))));
        if (samples.size() > 1) {
            Samples largest = samples.get(graphs.largest());
            Samples smallest = samples.get(graphs.smallest());
            rows.add(Row.of(
                    "the same, %,d pages against %,d"
                            .formatted(
                                    graphs.largest().pages(), graphs.smallest().pages()),
                    Figure.of("median", largest.median() / smallest.median(), "times"),
                    new Figure("p99", largest.p99() / smallest.p99(), "times", Target.ofGate(1.3))));
        }
        return rows;
    }

    private static Samples samples(GraphFolder graph) throws Exception {
        List<String> lines = Splitter.on('\n').splitToList(Files.readString(graph.desk()));
        List<Integer> prose = proseLines(lines);
        Random random = new Random(1);
        List<Long> nanos = new ArrayList<>();
        try (Editor editor = Launcher.editorAtDesk(graph)) {
            for (int stroke = -WARM_UP; stroke < KEYSTROKES; stroke += 2) {
                int line = prose.get(random.nextInt(prose.size()));
                int end = lines.get(line).length();
                long typed = nanos(editor, graph, line, end, end, "x");
                long deleted = nanos(editor, graph, line, end, end + 1, "");
                if (stroke >= 0) {
                    nanos.addAll(List.of(typed, deleted));
                }
            }
        }
        return Samples.ofNanos(nanos);
    }

    private static List<Integer> proseLines(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(line -> PROSE.matcher(lines.get(line)).matches())
                .boxed()
                .toList();
    }

    private static long nanos(Editor editor, GraphFolder graph, int line, int from, int to, String text)
            throws Exception {
        Thread.sleep(10);
        long start = System.nanoTime();
        editor.edit(graph.desk(), line, from, to, text);
        return editor.answer("textDocument/foldingRange", Editor.in(graph.desk()))
                        .nanos()
                - start;
    }
}
