package io.github.logseqls.feature.editing;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.FileStep;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.rename.Renaming;
import io.github.logseqls.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.eclipse.lsp4j.AnnotatedTextEdit;
import org.eclipse.lsp4j.ChangeAnnotation;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.DeleteFile;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameFile;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * What an editor is to change.
 *
 * @param edit the edits of all pages; empty where none are made
 * @param refusal why they are not made, for the user
 */
public record ChangeEdits(Optional<WorkspaceEdit> edit, Optional<String> refusal) {

    /** Nothing to change, and nothing to say. */
    public static final ChangeEdits NONE = new ChangeEdits(Optional.empty(), Optional.empty());

    private static final String LOSSY =
            "%s holds bytes that are no UTF-8, which the editor would lose when it writes the file. Open it, and save it as UTF-8 first.";

    private static final String HERE = "here";
    private static final String ELSEWHERE = "elsewhere";
    private static final String EVERYWHERE = "everywhere";

    static ChangeEdits refused(String why) {
        return new ChangeEdits(Optional.empty(), Optional.of(why));
    }

    /** The edits of a change that was asked for in {@code asked}; what it changes in other pages is to be confirmed. */
    public static ChangeEdits of(Snapshot snapshot, Page asked, Change change, String title, ClientAbilities client) {
        return of(snapshot, change, client, path -> {
            boolean isHere = path.equals(asked.path());
            return new Note(isHere ? HERE : ELSEWHERE, title, Optional.empty(), !isHere);
        });
    }

    /**
     * The edits that give something another name. Whoever asked for that wants it everywhere: only what may surprise is to be
     * confirmed.
     */
    static ChangeEdits of(Snapshot snapshot, Renaming renaming, ClientAbilities client) {
        boolean warns = !renaming.warnings().isEmpty();
        Optional<String> warnings =
                Optional.of(String.join(" ", renaming.warnings())).filter(text -> warns);
        return of(snapshot, renaming.change(), client, path -> new Note(EVERYWHERE, renaming.what(), warnings, warns));
    }

    /**
     * What an editor says of a part of a change.
     *
     * @param key what tells it from others
     * @param text more than its title
     * @param asks whether it is to be confirmed
     */
    private record Note(String key, String title, Optional<String> text, boolean asks) {

        ChangeAnnotation annotation() {
            ChangeAnnotation annotation = new ChangeAnnotation(title);
            annotation.setNeedsConfirmation(asks);
            text.ifPresent(annotation::setDescription);
            return annotation;
        }
    }

    private static ChangeEdits of(
            Snapshot snapshot, Change change, ClientAbilities client, Function<PagePath, Note> notes) {
        if (!client.edits().can(change)) {
            return refused("This makes, renames or deletes files, which the editor leaves to you.");
        }
        Optional<PagePath> lossy = lossy(snapshot, change);
        if (lossy.isPresent()) {
            return refused(LOSSY.formatted(lossy.get()));
        }
        WorkspaceEdit edit = new WorkspaceEdit();
        if (!client.edits().versions()) {
            Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
            change.pages()
                    .forEach(page -> changes.put(
                            snapshot.pages().uri(page.page().path()), edits(page, Optional.empty(), client)));
            edit.setChanges(changes);
            return new ChangeEdits(Optional.of(edit), Optional.empty());
        }
        Map<String, ChangeAnnotation> annotations = new LinkedHashMap<>();
        ImmutableList.Builder<Either<TextDocumentEdit, ResourceOperation>> documents = ImmutableList.builder();
        change.files().stream()
                .filter(FileStep.Created.class::isInstance)
                .forEach(step -> documents.addAll(created((FileStep.Created) step, snapshot)));
        for (Change.OfPage page : change.pages()) {
            Note note = notes.apply(page.page().path());
            annotations.put(note.key(), note.annotation());
            documents.add(Either.forLeft(document(snapshot, page, note.key(), client)));
        }
        for (FileStep step : change.files()) {
            other(step, snapshot).ifPresent(operation -> {
                if (client.edits().annotations()) {
                    Note note = notes.apply(pathOf(step));
                    annotations.put(note.key(), note.annotation());
                    operation.setAnnotationId(note.key());
                }
                documents.add(Either.forRight(operation));
            });
        }
        edit.setDocumentChanges(documents.build());
        if (client.edits().annotations()) {
            edit.setChangeAnnotations(annotations);
        }
        return new ChangeEdits(Optional.of(edit), Optional.empty());
    }

    /** As {@link #of}, where the user has chosen which pages are changed. */
    static ChangeEdits chosen(Snapshot snapshot, Page asked, Change change, String title, ClientAbilities client) {
        ChangeEdits made = of(snapshot, asked, change, title, client);
        made.edit
                .flatMap(edit -> Optional.ofNullable(edit.getChangeAnnotations()))
                .ifPresent(annotations -> annotations.values().forEach(each -> each.setNeedsConfirmation(false)));
        return made;
    }

    /** Without options an editor refuses to make a file that is there. */
    private static List<Either<TextDocumentEdit, ResourceOperation>> created(FileStep.Created step, Snapshot snapshot) {
        String uri = snapshot.pages().uri(step.path());
        return List.of(
                Either.forRight(new CreateFile(uri)),
                Either.forLeft(new TextDocumentEdit(
                        new VersionedTextDocumentIdentifier(uri, null),
                        List.of(Either.forLeft(new TextEdit(Ranges.START, step.text()))))));
    }

    /** What happens to a file that is there; without options an editor refuses to replace another one. */
    private static Optional<ResourceOperation> other(FileStep step, Snapshot snapshot) {
        if (step instanceof FileStep.Moved moved) {
            return Optional.of(new RenameFile(
                    snapshot.pages().uri(moved.from()), snapshot.pages().uri(moved.to())));
        }
        return step instanceof FileStep.Deleted deleted
                ? Optional.of(new DeleteFile(snapshot.pages().uri(deleted.path())))
                : Optional.empty();
    }

    private static PagePath pathOf(FileStep step) {
        if (step instanceof FileStep.Created created) {
            return created.path();
        }
        return step instanceof FileStep.Moved moved ? moved.from() : ((FileStep.Deleted) step).path();
    }

    private static TextDocumentEdit document(
            Snapshot snapshot, Change.OfPage page, String annotation, ClientAbilities client) {
        OptionalInt version = snapshot.pages().version(page.page().path());
        return new TextDocumentEdit(
                new VersionedTextDocumentIdentifier(
                        snapshot.pages().uri(page.page().path()), version.isPresent() ? version.getAsInt() : null),
                edits(page, Optional.of(annotation).filter(key -> client.edits().annotations()), client).stream()
                        .map(Either::<TextEdit, SnippetTextEdit>forLeft)
                        .toList());
    }

    private static List<TextEdit> edits(Change.OfPage page, Optional<String> annotation, ClientAbilities client) {
        Text text = page.page().outline().text();
        return page.edits().stream()
                .map(edit -> {
                    Range range = Ranges.of(text, edit.span(), client.encoding());
                    return annotation.isPresent()
                            ? new AnnotatedTextEdit(range, edit.replacement(), annotation.get())
                            : new TextEdit(range, edit.replacement());
                })
                .toList();
    }

    /** A file that the editor cannot write as it is but for the edits. What is open there is what its user sees. */
    private static Optional<PagePath> lossy(Snapshot snapshot, Change change) {
        return change.pages().stream()
                .map(page -> page.page().path())
                .filter(path -> snapshot.pages().version(path).isEmpty())
                .filter(path -> snapshot.graph().findings(path).stream()
                        .anyMatch(finding -> finding.kind() == FileFinding.Kind.INVALID_UTF8))
                .findFirst();
    }

    /** The action with these edits; as it was where there are none. */
    public CodeAction in(CodeAction action) {
        edit.ifPresent(action::setEdit);
        return action;
    }
}
