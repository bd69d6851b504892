package io.github.logseqls.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.change.FreshIds;
import io.github.logseqls.feature.editing.BlockEdits;
import io.github.logseqls.feature.editing.BlockEdits.End;
import io.github.logseqls.feature.editing.BlockEdits.Step;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Position;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;

/**
 * What becomes of the block at the caret, or of those between two carets, by each command in a case's query: a step, {@code to}
 * and the title of a page, {@code below}, which means the block at the last caret, {@code duplicate} or {@code delete}. Shown are
 * the pages that change, with what was selected between carets.
 */
final class MovedBlocksAnswers {

    private MovedBlocksAnswers() {}

    static String of(Archive archive) {
        StringBuilder answer = new StringBuilder();
        archive.queries()
                .forEach(query ->
                        answer.append("== ").append(query).append(" ==\n").append(of(archive, query)));
        return answer.toString();
    }

    private static String of(Archive archive, String query) {
        Snapshot snapshot = archive.snapshot();
        List<Archive.Caret> carets = archive.carets();
        Archive.Caret first = carets.get(0);
        Archive.Caret last = carets.get(carets.size() - 1);
        boolean hasTarget = query.startsWith("below");
        Page page = snapshot.page(first.path()).orElseThrow();
        Span selection = new Span(first.offset(), hasTarget ? first.offset() : last.offset());
        BlockEdits edits = new BlockEdits(snapshot, page, selection, Answers.client(archive));
        BlockEdits.Made made = made(edits, query, snapshot.page(last.path()).orElseThrow(), last.offset());
        return shown(snapshot, made);
    }

    private static BlockEdits.Made made(BlockEdits edits, String query, Page other, int offset) {
        return switch (query) {
            case "up", "down", "in", "out" -> edits.moved(Step.valueOf(query.toUpperCase(Locale.ROOT)));
            case "duplicate" -> edits.copied(new FreshIds(new UUID(1, 2)));
            case "delete" -> edits.deleted();
            case "below" -> edits.movedBelow(other, offset, End.END);
            case "below at start" -> edits.movedBelow(other, offset, End.START);
            default ->
                query.startsWith("to start of ")
                        ? edits.movedTo(query.substring("to start of ".length()), End.START)
                        : edits.movedTo(query.substring("to ".length()), End.END);
        };
    }

    private static String shown(Snapshot snapshot, BlockEdits.Made made) {
        StringBuilder shown = new StringBuilder();
        made.edits()
                .refusal()
                .ifPresent(why -> shown.append("refused: ").append(why).append('\n'));
        if (made.dangling() > 0) {
            shown.append("dangling: ").append(made.dangling()).append('\n');
        }
        made.edits()
                .edit()
                .ifPresent(edit -> edit.getDocumentChanges().forEach(change -> {
                    if (change.isRight()) {
                        shown.append("make ")
                                .append(((CreateFile) change.getRight()).getUri())
                                .append('\n');
                        return;
                    }
                    TextDocumentEdit document = change.getLeft();
                    String uri = document.getTextDocument().getUri();
                    Text before = snapshot.pages()
                            .text(new io.github.logseqls.graph.PagePath(uri))
                            .orElse(Text.of(""));
                    List<Edit> each = document.getEdits().stream()
                            .map(one -> edit(before, one.getLeft()))
                            .toList();
                    Text after = before.withAll(each);
                    shown.append("-- ")
                            .append(uri)
                            .append(" --\n")
                            .append(marked(after, uri, made))
                            .append('\n');
                }));
        return shown.toString();
    }

    private static Edit edit(Text text, TextEdit edit) {
        return new Edit(
                new Span(
                        offset(text, edit.getRange().getStart()),
                        offset(text, edit.getRange().getEnd())),
                edit.getNewText());
    }

    private static int offset(Text text, org.eclipse.lsp4j.Position at) {
        return text.offset(new Position(at.getLine(), at.getCharacter()), io.github.logseqls.text.Encoding.UTF16);
    }

    private static String marked(Text after, String uri, BlockEdits.Made made) {
        String text = after.string();
        if (made.selected().filter(at -> at.getUri().equals(uri)).isPresent()) {
            Location at = made.selected().get();
            int start = offset(after, at.getRange().getStart());
            int end = offset(after, at.getRange().getEnd());
            text = text.substring(0, start)
                    + "<|>"
                    + (start == end ? "" : text.substring(start, end) + "<|>")
                    + text.substring(end);
        }
        // An edit must not mix line ends.
        assertThat(text.replace("\r\n", "")).doesNotContain(text.contains("\r\n") ? "\n" : "\r");
        return text.replace("\r\n", "\n");
    }
}
