package io.github.logseqls.feature;

import io.github.logseqls.feature.editing.Formatting;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;

/** How archives show each page as it is formatted: a bar at the start of each line, tabs as arrows. */
final class FormattingAnswers {

    private FormattingAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        StringBuilder answer = new StringBuilder();
        for (PagePath path : archive.pages().keySet()) {
            Page page = snapshot.page(path).orElseThrow();
            Text text = page.outline().text();
            List<Edit> changes = Formatting.changes(page, new Span(0, text.length()), archive.has("final-line-end"));
            for (int i = changes.size() - 1; i >= 0; i--) {
                text = text.with(changes.get(i));
            }
            answer.append(path.path()).append(changes.isEmpty() ? " stays\n" : "\n");
            text.string()
                    .replace("\t", "→")
                    .replace("\r", "")
                    .lines()
                    .forEach(line -> answer.append("|").append(line).append('\n'));
        }
        return answer.toString();
    }
}
