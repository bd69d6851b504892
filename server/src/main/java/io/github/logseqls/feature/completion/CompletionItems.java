package io.github.logseqls.feature.completion;

import com.google.common.base.CharMatcher;
import com.google.gson.JsonObject;
import io.github.logseqls.completion.Candidate;
import io.github.logseqls.completion.Candidate.About;
import io.github.logseqls.completion.NewId;
import io.github.logseqls.completion.Typed;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.FoundBlock;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.feature.editing.IdToWrite;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Text;
import java.util.List;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionItemLabelDetails;
import org.eclipse.lsp4j.InsertReplaceEdit;
import org.eclipse.lsp4j.InsertReplaceRange;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Candidates as an editor takes them. */
final class CompletionItems {

    /** What an editor does that has this command, where an item has put in what something else is to be chosen behind. */
    private static final String SUGGEST = "logseq-ls.suggest";

    /** What parts the words that editors know. */
    private static final CharMatcher NO_WORD = CharMatcher.forPredicate(Character::isLetterOrDigit)
            .or(CharMatcher.anyOf("-_"))
            .negate();

    private static final List<String> BEFORE_MORE = List.of("[[", "((", ": ", "#+BEGIN_SRC ");

    private final Snapshot snapshot;
    private final Page page;
    private final String uri;
    private final ClientAbilities client;
    private final Text text;
    private final String filter;
    private final Either<Range, InsertReplaceRange> range;

    CompletionItems(Snapshot snapshot, Page page, String uri, Typed typed, ClientAbilities client) {
        this.snapshot = snapshot;
        this.page = page;
        this.uri = uri;
        this.client = client;
        this.text = page.outline().text();
        String token = text.slice(typed.token().typed());
        this.filter = client.completions().filtersByWord() ? lastWord(token) : filter(token);
        this.range = CompletionRange.of(text, typed, client);
    }

    /** A candidate, in its place among the others from 0. */
    CompletionItem item(Candidate candidate, int rank) {
        CompletionItem item = new CompletionItem(candidate.label());
        item.setKind(kind(candidate.kind()));
        item.setSortText("%04d".formatted(rank));
        item.setFilterText(filter);
        setWhere(candidate.where(), item);
        setEdit(candidate, item);
        candidate.newId().ifPresent(id -> setNewId(id, item));
        if (client.commands().contains(SUGGEST) && isBeforeMore(candidate)) {
            item.setCommand(new Command("Suggest more", SUGGEST));
        }
        if (!candidate.besides().isEmpty()) {
            setBesides(candidate.besides(), item);
        }
        JsonObject about = CompletionNotes.json(candidate.about(), uri, snapshot);
        if (!about.isEmpty()) {
            item.setData(about);
        }
        if (candidate.about() instanceof About.Words words) {
            item.setDocumentation(words.text());
        }
        return item;
    }

    /**
     * Editors drop what does not fit by their own rules: all of these fit. In brackets and commands another word may follow, and what is listed
     * is to stay until the list for both words comes.
     */
    private static String filter(String typed) {
        return typed.contains("((") || typed.contains("[[") || typed.startsWith("/") ? typed + " " : typed;
    }

    private static String lastWord(String typed) {
        return typed.substring(NO_WORD.lastIndexIn(typed) + 1);
    }

    /** Whether one goes on with what again something can be suggested for. */
    private static boolean isBeforeMore(Candidate candidate) {
        String before = candidate.text().substring(0, candidate.caret());
        return BEFORE_MORE.stream().anyMatch(before::endsWith);
    }

    private void setWhere(String where, CompletionItem item) {
        if (where.isEmpty()) {
            return;
        }
        if (client.completions().labelDetails()) {
            CompletionItemLabelDetails details = new CompletionItemLabelDetails();
            details.setDescription(where);
            item.setLabelDetails(details);
        } else {
            item.setDetail(where);
        }
    }

    private void setEdit(Candidate candidate, CompletionItem item) {
        boolean isSnippet = client.completions().snippets()
                && candidate.caret() < candidate.text().length();
        String written = isSnippet ? snippet(candidate) : candidate.text();
        if (client.completions().sharedRange()) {
            item.setTextEditText(written);
        } else {
            item.setTextEdit(range.map(
                    one -> Either.forLeft(new TextEdit(one, written)),
                    two -> Either.forRight(new InsertReplaceEdit(written, two.getInsert(), two.getReplace()))));
        }
        if (isSnippet) {
            item.setInsertTextFormat(InsertTextFormat.Snippet);
        }
        boolean hasLines = candidate.text().indexOf('\n') >= 0;
        if (hasLines && client.completions().asIs()) {
            item.setInsertTextMode(InsertTextMode.AsIs);
        }
    }

    private static String snippet(Candidate candidate) {
        String before = candidate.text().substring(0, candidate.caret());
        String behind = candidate.text().substring(candidate.caret());
        return escaped(before) + "$0" + escaped(behind);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("$", "\\$");
    }

    /** In this file the id comes with the text, in another one by a command behind it. */
    private void setNewId(NewId id, CompletionItem item) {
        Page of = id.block().page();
        if (of.path().equals(page.path())) {
            setBesides(List.of(id.line()), item);
            return;
        }
        IdToWrite write = new IdToWrite(snapshot.pages().uri(of.path()), FoundBlock.of(id.block()), id.id());
        item.setCommand(new Command(IdToWrite.TITLE, IdToWrite.COMMAND, List.of(write.json())));
    }

    private void setBesides(List<Edit> edits, CompletionItem item) {
        item.setAdditionalTextEdits(edits.stream()
                .map(edit -> new TextEdit(Ranges.of(text, edit.span(), client.encoding()), edit.replacement()))
                .toList());
    }

    private static CompletionItemKind kind(Candidate.Kind kind) {
        return switch (kind) {
            case BLOCK -> CompletionItemKind.Reference;
            case PAGE, FILE -> CompletionItemKind.File;
            case PAGE_WITHOUT_FILE -> CompletionItemKind.Text;
            case JOURNAL -> CompletionItemKind.Event;
            case KEY -> CompletionItemKind.Property;
            case VALUE -> CompletionItemKind.Value;
            case COLOR -> CompletionItemKind.Color;
            case MARKER -> CompletionItemKind.EnumMember;
            case TEMPLATE -> CompletionItemKind.Snippet;
            case MACRO, COMMAND -> CompletionItemKind.Function;
            case WORD -> CompletionItemKind.Keyword;
        };
    }
}
