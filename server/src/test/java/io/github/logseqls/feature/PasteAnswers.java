package io.github.logseqls.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outlining.PastedOutline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.UUID;

/**
 * What becomes of a page when a case's query is pasted at the caret, for each caret by itself; with the option {@code selected},
 * in place of what lies between the two.
 */
final class PasteAnswers {

    private PasteAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        String pasted = String.join("\n", archive.queries());
        StringBuilder answer = new StringBuilder();
        List<Archive.Caret> carets = archive.has("selected") ? archive.carets().subList(0, 1) : archive.carets();
        for (Archive.Caret caret : carets) {
            Page page = snapshot.page(caret.path()).orElseThrow();
            int end = archive.has("selected") ? archive.carets().get(1).offset() : caret.offset();
            ImmutableList<Edit> edits = PastedOutline.edits(
                    snapshot, page, new Span(caret.offset(), end), pasted, new FreshIds(new UUID(1, 2)));
            Text text = page.outline().text();
            assertThat(edits).noneMatch(edit -> edit.replacement().matches("(?s)[\\udc00-\\udfff].*"));
            String after = text.withAll(edits).string();
            assertThat(after.replace("\r\n", "")).doesNotContain(text.string().contains("\r\n") ? "\n" : "\r");
            answer.append(edits.isEmpty() ? "== as it is ==\n" : "==\n" + after.replace("\r\n", "\n") + "\n");
        }
        return answer.toString();
    }
}
