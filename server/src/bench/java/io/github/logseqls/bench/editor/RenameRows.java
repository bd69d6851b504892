package io.github.logseqls.bench.editor;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Renaming a page that many refer to: the edits of all files, which nobody makes. Its files are in the system's cache. */
final class RenameRows {

    private static final String METHOD = "textDocument/rename";
    private static final int REFERENCES = 5_000;
    private static final int WARM_UP = 3;
    private static final int RENAMES = 10;
    private static final String NAME = "Much referred to";
    private static final String REFERENCE = "- as [[%s]] says\n".formatted(NAME);

    private RenameRows() {}

    static List<Row> of(Graphs graphs) throws Exception {
        GraphFolder graph = graphs.large().get(0);
        String what = "%s of a page with %,d references, %,d pages".formatted(METHOD, REFERENCES, graph.pages());
        if (graph.pages() <= REFERENCES) {
            return List.of(Row.without(what, "the graph is too small"));
        }
        if (!Launcher.offers("renameProvider", graph)) {
            return List.of(Row.without(what, "not offered"));
        }
        GraphFolder changed = graph.copy();
        try {
            Path hub = changed.folder().resolve("pages/" + NAME + ".md");
            Files.writeString(hub, "- itself\n");
            refer(changed.closedPages());
            return List.of(row(what, changed));
        } finally {
            changed.delete();
        }
    }

    private static void refer(List<Path> pages) throws IOException {
        for (int page = 0; page < REFERENCES; page++) {
            Files.writeString(
                    pages.get((int) ((long) page * pages.size() / REFERENCES)),
                    "\n" + REFERENCE,
                    StandardOpenOption.APPEND);
        }
    }

    private static Row row(String what, GraphFolder graph) throws Exception {
        Path referring = graph.folder().resolve("pages/Referring.md");
        try (Editor editor = Launcher.editorAtDesk(graph)) {
            editor.open(referring, REFERENCE);
            Map<String, Object> question =
                    new HashMap<>(Editor.at(referring, 0, REFERENCE.indexOf(NAME) + 1));
            question.put("newName", NAME + " anew");
            Rounds renames = new Rounds(METHOD, ImmutableList.of(question));
            int files = files(editor.answer(METHOD, question).json().toString());
            // Some are asked for before the time is taken.
            renames.times(editor, 0, WARM_UP);
            double cpu = editor.cpuSeconds();
            Samples times = renames.times(editor, 0, RENAMES);
            double each = (editor.cpuSeconds() - cpu) / times.count();
            return Row.of(what, new Figure("median", times.median(), "ms", Target.ofGate(300)))
                    .with("of %d, each of %,d files and %.2f s of CPU time".formatted(times.count(), files, each));
        }
    }

    private static int files(String answer) {
        return answer.split("\"textDocument\":", -1).length - 1;
    }
}
