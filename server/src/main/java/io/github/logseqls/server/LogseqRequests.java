package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.feature.AppPlace;
import io.github.logseqls.feature.DocumentAddress;
import io.github.logseqls.feature.decoration.Displays;
import io.github.logseqls.feature.editing.BlockEdits;
import io.github.logseqls.feature.editing.KeyEdits;
import io.github.logseqls.feature.editing.PastedBlocks;
import io.github.logseqls.feature.reading.LinkedReferences;
import io.github.logseqls.feature.structure.Folding;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import io.github.logseqls.workspace.View;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.Position;
import org.jspecify.annotations.Nullable;

/** What editors ask beside the protocol. */
record LogseqRequests(Supplier<Session> session) implements LogseqService {

    private static final String ENTER = "enter";

    @Override
    public CompletableFuture<CollapsedBlocks> collapsedBlocks(PageParams params) {
        return session.get()
                .answer(
                        "logseq/collapsedBlocks",
                        params.textDocument().getUri(),
                        new CollapsedBlocks(ImmutableList.of()),
                        view -> new CollapsedBlocks(
                                Folding.collapsedLines(view.page().outline())));
    }

    @Override
    public CompletableFuture<Displays> displays(DisplaysParams params) {
        return session.get()
                .answer(
                        "logseq/displays",
                        params.textDocument().getUri(),
                        Displays.NONE,
                        (view, cancel) -> Displays.in(
                                view.snapshot(),
                                view.page(),
                                Edits.span(view.page().outline().text(), params.range(), encoding()),
                                encoding(),
                                cancel));
    }

    @Override
    @SuppressWarnings("NullAway") // The protocol's word for no page is null.
    public CompletableFuture<@Nullable LinkedReferences> linkedReferences(PageParams params) {
        return session.get()
                .walk(
                        "logseq/linkedReferences",
                        params.textDocument().getUri(),
                        null,
                        (view, cancel) ->
                                LinkedReferences.to(view.snapshot(), view.page().title(), encoding(), cancel));
    }

    @Override
    @SuppressWarnings("NullAway") // The protocol's word for no document is null.
    public CompletableFuture<@Nullable DocumentAnswer> document(DocumentParams params) {
        return session.get()
                .answerAt(
                        "logseq/document",
                        params.textDocument(),
                        params.position(),
                        null,
                        at -> DocumentAddress.Kind.of(params.kind())
                                .flatMap(kind -> DocumentAddress.at(at.snapshot(), at.page(), at.offset(), kind))
                                .map(address -> new DocumentAnswer(address.uri()))
                                .orElse(null));
    }

    @Override
    @SuppressWarnings("NullAway") // The protocol's word for no place is null.
    public CompletableFuture<@Nullable Place> place(PlaceParams params) {
        return session.get().answerAt("logseq/place", params.textDocument(), params.position(), null, at -> {
            AppPlace place = AppPlace.at(at.page(), at.offset());
            return new Place(place.page(), place.block().map(BlockId::toString).orElse(null));
        });
    }

    @Override
    public CompletableFuture<PastedBlocks> paste(PasteParams params) {
        return session.get()
                .answer(
                        "logseq/paste",
                        params.textDocument().getUri(),
                        PastedBlocks.NONE,
                        view -> PastedBlocks.of(
                                view.snapshot(),
                                view.page(),
                                Edits.span(view.page().outline().text(), params.range(), encoding()),
                                params.text(),
                                new FreshIds(UUID.randomUUID()),
                                encoding()));
    }

    @Override
    public CompletableFuture<KeyAnswer> key(KeyParams params) {
        return session.get()
                .answer("logseq/key", params.textDocument().getUri(), KeyEdits.NONE, view -> keyEdits(view, params))
                .thenApply(key -> {
                    key.refusal().ifPresent(session.get()::refuse);
                    return new KeyAnswer(key.before(), key.behind());
                });
    }

    private KeyEdits keyEdits(View view, KeyParams params) {
        Page page = view.page();
        Span selection = Edits.span(page.outline().text(), params.range(), encoding());
        Position typedTo = params.typedTo();
        int end = typedTo == null ? selection.end() : Edits.offset(view, typedTo, encoding());
        Span typedOn = new Span(selection.end(), Math.max(selection.end(), end));
        return params.key().equals(ENTER)
                ? KeyEdits.ofLineEnd(page, typedOn, encoding())
                : BlockEdits.Step.named(params.key())
                        .map(step -> KeyEdits.ofStep(step, page, selection, typedOn, encoding()))
                        .orElse(KeyEdits.NONE);
    }

    private Encoding encoding() {
        return session.get().client().abilities().encoding();
    }
}
