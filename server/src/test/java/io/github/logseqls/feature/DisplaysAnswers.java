package io.github.logseqls.feature;

import io.github.logseqls.feature.decoration.Displays;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Span;
import org.eclipse.lsp4j.Range;

/** How archives show what stands in place of references in each page, and which lines are hidden. */
final class DisplaysAnswers {

    private DisplaysAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        StringBuilder answer = new StringBuilder();
        for (PagePath path : archive.pages().keySet()) {
            snapshot.page(path).ifPresent(page -> {
                Span all = new Span(0, page.outline().text().length());
                Displays displays =
                        Displays.in(snapshot, page, all, Answers.client(archive).encoding(), () -> {});
                for (Displays.Reference reference : displays.references()) {
                    answer.append(Answers.shown(archive, path.path(), reference.range()))
                            .append("\n  ")
                            .append(reference.broken() ? "broken" : reference.text())
                            .append('\n');
                }
                for (Range line : displays.bookkeeping()) {
                    answer.append("hidden ")
                            .append(Answers.shown(archive, path.path(), line))
                            .append('\n');
                }
            });
        }
        return answer.toString();
    }
}
