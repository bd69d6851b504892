package io.github.logseqls.bench.editor;

import com.google.gson.JsonObject;
import io.github.logseqls.bench.GeneratedPages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an editor asks about a whole page behind each keystroke, of a page of 1 MB: the character is sent first. */
final class LongPageRows {

    private static final int BLOCKS = 9000;
    private static final int WORDS_OF_BLOCK = 25;
    private static final int WARM_UP = 20;
    private static final int KEYSTROKES = 100;

    private LongPageRows() {}

    static List<Row> of(Graphs graphs) throws Exception {
        GraphFolder graph = graphs.smallest();
        JsonObject offered = Launcher.capabilities(graph);
        Path page = graph.folder().resolve("pages/Long.md");
        String text = new GeneratedPages(1, WORDS_OF_BLOCK).page(BLOCKS, false);
        try (Editor editor = Launcher.editorIn(graph)) {
            editor.open(page, text);
            String of = " of a page of %.1f MB".formatted(text.length() / 1e6);
            return List.of(
                    row(editor, page, offered, "documentSymbol" + of, "documentSymbolProvider", "documentSymbol"),
                    row(
                            editor,
                            page,
                            offered,
                            "semanticTokens/full" + of,
                            "semanticTokensProvider",
                            "semanticTokens/full"));
        }
    }

    private static Row row(Editor editor, Path page, JsonObject offered, String what, String capability, String feature)
            throws Exception {
        if (!offered.has(capability)) {
            return Row.without(what, "not offered");
        }
        List<Long> nanos = new ArrayList<>();
        for (int stroke = -WARM_UP; stroke < KEYSTROKES; stroke++) {
            long start = System.nanoTime();
            // Behind the first bullet, so that all that follows moves.
            editor.edit(page, 0, 2, stroke % 2 == 0 ? 2 : 3, stroke % 2 == 0 ? "x" : "");
            long end = editor.answer("textDocument/" + feature, Editor.in(page)).nanos();
            if (stroke >= 0) {
                nanos.add(end - start);
            }
        }
        return Row.ofTimes(what, Samples.ofNanos(nanos), Target.ofGate(30));
    }
}
