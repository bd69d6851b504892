package io.github.logseqls.feature.editing;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonObject;
import io.github.logseqls.change.Template;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.refactor.Extraction;
import io.github.logseqls.refactor.InsertedTemplate;
import io.github.logseqls.refactor.MergedPage;
import io.github.logseqls.refactor.Refactored;
import io.github.logseqls.refactor.Refactoring;
import io.github.logseqls.refactor.Refactorings;
import io.github.logseqls.refactor.Spot;
import io.github.logseqls.refactor.TextAsReference;
import io.github.logseqls.rename.Renaming;
import io.github.logseqls.text.Span;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * A refactoring that an editor was offered: enough to find it again when it is chosen.
 *
 * @param uri the address of the document, as the editor spells it
 * @param version the editor's number for the content that it was offered for
 * @param name what the refactoring is called in commands
 * @param selection for what it was offered, in UTF-16 offsets
 */
public record RefactoringToMake(String uri, int version, String name, Span selection) {

    private static final String EDITED =
            "The page was edited since this was offered. Ask for what can be done there again.";

    /** The one that an action stands for; empty where it is none of ours, as editors may send what they like. */
    public static Optional<RefactoringToMake> of(CodeAction action) {
        return action.getData() instanceof JsonObject data && data.has("refactoring")
                ? of(new ActionData(data))
                : Optional.empty();
    }

    private static Optional<RefactoringToMake> of(ActionData data) {
        Optional<String> uri = data.text("uri");
        Optional<String> name = data.text("refactoring");
        Optional<Integer> version = data.number("version");
        Optional<Integer> start = data.number("start").filter(offset -> offset >= 0);
        Optional<Integer> end = data.number("end");
        boolean isWhole = uri.isPresent() && name.isPresent() && version.isPresent();
        return isWhole && start.isPresent() && end.isPresent() && start.get() <= end.get()
                ? Optional.of(
                        new RefactoringToMake(uri.get(), version.get(), name.get(), new Span(start.get(), end.get())))
                : Optional.empty();
    }

    JsonObject json() {
        JsonObject data = new JsonObject();
        data.addProperty("uri", uri);
        data.addProperty("version", version);
        data.addProperty("refactoring", name);
        data.addProperty("start", selection.start());
        data.addProperty("end", selection.end());
        return data;
    }

    /** Whether the texts of the graph are looked through for it. */
    public boolean isSearched() {
        return name.equals(TextAsReference.NAME);
    }

    /**
     * What it changes in this page and others, or why it is not made.
     *
     * @param spot the place that {@link #selection} is now
     */
    public ChangeEdits made(Spot spot, ClientAbilities client) {
        if (spot.snapshot().pages().version(spot.page().path()).orElse(0) != version) {
            return ChangeEdits.refused(EDITED);
        }
        return Refactorings.at(spot).stream()
                .filter(refactoring -> refactoring.name().equals(name))
                .findFirst()
                .map(refactoring -> made(refactoring, spot, client))
                .orElseGet(() -> ChangeEdits.refused(EDITED));
    }

    /** A refactoring that is asked for by its name; refused where it is not offered at the place. */
    public static ChangeEdits named(String name, Spot spot, ClientAbilities client) {
        return Refactorings.at(spot).stream()
                .filter(refactoring -> refactoring.name().equals(name))
                .findFirst()
                .map(refactoring -> made(refactoring, spot, client))
                .orElseGet(() -> ChangeEdits.refused("There is no refactoring “" + name + "” for the block here."));
    }

    /** The block at a place goes to a new page of a name. */
    public static ChangeEdits extracted(String page, Spot spot, ClientAbilities client) {
        return edits(Extraction.toPage(spot, page), "Extract to page “" + page + "”", spot, client);
    }

    /** The page at a place becomes one with the page of a name; {@code cancel} is asked before each page is read. */
    public static ChangeEdits merged(String page, Spot spot, ClientAbilities client, CancelChecker cancel) {
        MergedPage merged = MergedPage.of(spot, page, cancel::checkCanceled);
        return merged.refactored() instanceof Refactored.Made made
                ? ChangeEdits.of(
                        spot.snapshot(),
                        new Renaming(
                                "Merge “" + spot.page().title() + "” into “" + page.strip() + "”",
                                made.change(),
                                merged.warnings()),
                        client)
                : ChangeEdits.refused(((Refactored.Refused) merged.refactored()).why());
    }

    /** A template is put in at a place. */
    public static ChangeEdits withTemplate(String name, Spot spot, ClientAbilities client) {
        return edits(InsertedTemplate.of(spot, name), "Insert template “" + name + "”", spot, client);
    }

    /** The names of the templates that can be put in, in order. */
    public static ImmutableList<String> templates(Snapshot snapshot) {
        return Template.names(snapshot);
    }

    static ChangeEdits made(Refactoring refactoring, Spot spot, ClientAbilities client) {
        return edits(refactoring.made().get(), refactoring.title(), spot, client);
    }

    static ChangeEdits edits(Refactored refactored, String title, Spot spot, ClientAbilities client) {
        return refactored instanceof Refactored.Made made
                ? ChangeEdits.of(spot.snapshot(), spot.page(), made.change(), title, client)
                : ChangeEdits.refused(((Refactored.Refused) refactored).why());
    }
}
