package io.github.logseqls.feature;

import io.github.logseqls.change.FreshIds;
import io.github.logseqls.feature.completion.Completion;
import io.github.logseqls.feature.completion.CompletionNotes;
import io.github.logseqls.graph.Page;
import io.github.logseqls.search.SearchIndex;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionContext;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionTriggerKind;
import org.eclipse.lsp4j.InsertReplaceEdit;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;

/**
 * How archives show what may be typed at each caret: what is replaced, then each item with what tells it from others, the text
 * that comes, and the id that a block gets. Of the first item there is what the lines become too, and what is told of it.
 */
final class CompletionAnswers {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 26, 9, 5);
    private static final FreshIds IDS = new FreshIds(new UUID(0, 0));
    private static final int MOST = 12;

    private CompletionAnswers() {}

    static String of(Archive archive) {
        return Answers.atEachCaret(
                archive,
                (page, offset) -> list(archive, page, offset)
                        .map(list -> shown(archive, page, list))
                        .orElse(""));
    }

    private static Optional<CompletionList> list(Archive archive, Page page, int offset) {
        SearchIndex index = archive.has("no-index")
                ? SearchIndex.EMPTY
                : archive.searchable().index();
        Optional<CompletionContext> context = Stream.of(" ", ":", "(", "/")
                .filter(character -> archive.has("typed-" + (character.equals(" ") ? "blank" : character)))
                .map(character -> new CompletionContext(CompletionTriggerKind.TriggerCharacter, character))
                .findFirst();
        return Completion.at(archive.snapshot(), page, page.path().path(), offset, context, Answers.client(archive))
                .map(completion -> completion.list(index, NOW, IDS, () -> {}));
    }

    private static String shown(Archive archive, Page page, CompletionList list) {
        StringBuilder answer = new StringBuilder();
        if (list.getItems().isEmpty()) {
            return "  no items\n";
        }
        if (list.getItemDefaults() != null) {
            answer.append("  all replace ")
                    .append(list.getItemDefaults()
                            .getEditRange()
                            .<String>map(
                                    range -> Answers.shown(range),
                                    range -> shown(range.getInsert(), range.getReplace())))
                    .append('\n');
        }
        List<CompletionItem> items = list.getItems();
        String last = "";
        for (CompletionItem item : items.subList(0, Math.min(MOST, items.size()))) {
            String range = range(item);
            if (!range.equals(last)) {
                answer.append("  ")
                        .append(range)
                        .append(", filtered by |")
                        .append(item.getFilterText())
                        .append("|\n");
                last = range;
            }
            answer.append(shown(item));
        }
        if (items.size() > MOST) {
            answer.append("  … and %d more\n".formatted(items.size() - MOST));
        }
        if (!archive.has("shared-range")) {
            after(archive, page, items.get(0))
                    .lines()
                    .forEach(line -> answer.append("  = ").append(line).append("|\n"));
        }
        if (archive.has("notes")) {
            answer.append(notes(archive, page, items.get(0)));
        }
        return answer.toString();
    }

    private static String shown(Range insert, Range replace) {
        return Answers.shown(insert) + " or " + Answers.shown(replace);
    }

    private static String range(CompletionItem item) {
        if (item.getTextEdit() == null) {
            return "replaces what all do";
        }
        return "replaces "
                + item.getTextEdit()
                        .map(
                                edit -> Answers.shown(edit.getRange()),
                                edit -> shown(edit.getInsert(), edit.getReplace()));
    }

    private static String shown(CompletionItem item) {
        String where = item.getLabelDetails() != null
                ? item.getLabelDetails().getDescription()
                : item.getDetail() == null ? "" : item.getDetail();
        String text = item.getTextEdit() == null
                ? item.getTextEditText()
                : item.getTextEdit().map(TextEdit::getNewText, InsertReplaceEdit::getNewText);
        StringBuilder line = new StringBuilder("  %s %s%s → %s%s\n"
                .formatted(
                        item.getKind().name().toLowerCase(java.util.Locale.ROOT),
                        item.getLabel(),
                        where.isEmpty() ? "" : " (" + where + ")",
                        text.replace("\r", "").replace("\n", "⏎"),
                        item.getInsertTextFormat() == InsertTextFormat.Snippet ? " as a snippet" : ""));
        if (item.getAdditionalTextEdits() != null) {
            item.getAdditionalTextEdits()
                    .forEach(edit -> line.append("    and %s %s\n"
                            .formatted(
                                    Answers.shown(edit.getRange()),
                                    edit.getNewText().replace("\r", "").replace("\n", "⏎"))));
        }
        if (item.getCommand() != null) {
            List<Object> arguments = item.getCommand().getArguments();
            line.append("    then ")
                    .append(arguments == null ? item.getCommand().getCommand() : arguments.get(0))
                    .append('\n');
        }
        return line.toString();
    }

    /** The lines that are not as before when an item was chosen. */
    private static String after(Archive archive, Page page, CompletionItem item) {
        Text before = page.outline().text();
        Stream<TextEdit> more =
                item.getAdditionalTextEdits() == null ? Stream.of() : item.getAdditionalTextEdits().stream();
        TextEdit main =
                item.getTextEdit().map(edit -> edit, edit -> new TextEdit(edit.getReplace(), edit.getNewText()));
        List<Edit> edits = Stream.concat(Stream.of(main), more)
                .map(edit -> new Edit(span(archive, before, edit.getRange()), edit.getNewText()))
                .sorted(java.util.Comparator.comparingInt(edit -> edit.span().start()))
                .toList();
        List<String> old = before.string().lines().toList();
        return before.withAll(edits)
                .string()
                .lines()
                .filter(line -> !old.contains(line))
                .reduce("", (all, line) -> all + line + "\n");
    }

    private static Span span(Archive archive, Text text, Range range) {
        var encoding = Answers.client(archive).encoding();
        return new Span(
                text.offset(
                        new io.github.logseqls.text.Position(
                                range.getStart().getLine(), range.getStart().getCharacter()),
                        encoding),
                text.offset(
                        new io.github.logseqls.text.Position(
                                range.getEnd().getLine(), range.getEnd().getCharacter()),
                        encoding));
    }

    private static String notes(Archive archive, Page page, CompletionItem item) {
        String uri = CompletionNotes.uri(item).orElse(page.path().path());
        CompletionItem resolved = CompletionNotes.resolved(
                archive.snapshot(),
                new io.github.logseqls.graph.PagePath(uri),
                item,
                NOW.toLocalDate(),
                Answers.client(archive));
        return resolved.getDocumentation() == null
                ? "  nothing is told of it\n"
                : resolved.getDocumentation()
                        .map(text -> text, markup -> markup.getValue())
                        .lines()
                        .reduce("", (all, line) -> all + ("  > " + line).stripTrailing() + "\n");
    }
}
