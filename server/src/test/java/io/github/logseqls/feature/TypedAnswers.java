package io.github.logseqls.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outlining.TypedLine;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;

/** What becomes of a page when a line end is typed at the caret, for each caret by itself; the editor puts blanks behind it. */
final class TypedAnswers {

    private TypedAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        StringBuilder answer = new StringBuilder();
        for (Archive.Caret caret : archive.carets()) {
            Page page = snapshot.page(caret.path()).orElseThrow();
            Text text = page.outline().text();
            String lineEnd = text.string().contains("\r\n") ? "\r\n" : "\n";
            String line = text.slice(text.line(text.lineOf(caret.offset())));
            String blanks = archive.has("no-auto-indent")
                    ? ""
                    : line.substring(0, line.length() - line.stripLeading().length());
            Edit typing = new Edit(new Span(caret.offset(), caret.offset()), lineEnd + blanks);
            Outline typed = page.outline().with(typing);
            int at = caret.offset() + typing.replacement().length();
            List<Edit> edits = TypedLine.edits(new Page(page.path(), typed, page.config()), at);
            int growth = edits.stream()
                    .filter(edit -> edit.span().end() <= at)
                    .mapToInt(Edit::growth)
                    .sum();
            String after = typed.text().withAll(edits).string();
            String shown = after.substring(0, at + growth) + "<|>" + after.substring(at + growth);
            assertThat(shown.replace("\r\n", "")).doesNotContain(lineEnd.equals("\n") ? "\r" : "\n");
            answer.append(edits.isEmpty() ? "== as typed ==\n" : "==\n")
                    .append(shown.replace("\r\n", "\n"))
                    .append('\n');
        }
        return answer.toString();
    }
}
