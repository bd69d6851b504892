package io.github.logseqls.feature;

import io.github.logseqls.feature.navigation.DocumentLinks;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import org.eclipse.lsp4j.DocumentLink;

/** How archives show the links of each page. */
final class LinkAnswers {

    private LinkAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        StringBuilder answer = new StringBuilder();
        for (PagePath path : archive.pages().keySet()) {
            snapshot.page(path).ifPresent(page -> {
                for (DocumentLink link : DocumentLinks.of(snapshot, page, Answers.client(archive))) {
                    answer.append(Answers.shown(archive, path.path(), link.getRange()));
                    answer.append("  -> ").append(link.getTarget());
                    answer.append(link.getTooltip() == null ? "" : " \"" + link.getTooltip() + "\"");
                    answer.append('\n');
                }
            });
        }
        return answer.isEmpty() ? "nothing\n" : answer.toString();
    }
}
