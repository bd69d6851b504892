package io.github.logseqls.feature.editing;

import com.google.gson.JsonObject;
import io.github.logseqls.check.Code;
import io.github.logseqls.check.Finding;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.fix.Fix;
import io.github.logseqls.fix.Fixes;
import io.github.logseqls.fix.Given;
import io.github.logseqls.fix.Lookup;
import io.github.logseqls.fix.Mending;
import io.github.logseqls.graph.Page;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;

/**
 * A fix that an editor was offered: enough to find it again when it is chosen.
 *
 * @param uri the address of the document, as the editor spells it
 * @param version the editor's number for the content that it was offered for
 * @param title what the fix is called
 * @param code the kind of finding that it is for; empty for all kinds
 * @param start where its one finding begins, in UTF-16 offsets; empty for all findings
 * @param isLookup whether it has to be looked for, which takes its time
 */
public record FixToMake(
        String uri, int version, String title, Optional<Code> code, Optional<Integer> start, boolean isLookup) {

    private static final String EDITED =
            "The page was edited since this fix was offered. Ask for what can be done there again.";

    /** One fix of one finding. */
    static FixToMake of(String uri, int version, Finding finding, Fix fix) {
        return of(uri, version, finding, fix.title(), false);
    }

    /** A fix of one finding that is to be looked for. */
    static FixToMake of(String uri, int version, Finding finding, Lookup lookup) {
        return of(uri, version, finding, lookup.title(), true);
    }

    private static FixToMake of(String uri, int version, Finding finding, String title, boolean isLookup) {
        return new FixToMake(
                uri,
                version,
                title,
                Optional.of(finding.code()),
                Optional.of(finding.span().start()),
                isLookup);
    }

    /** All safe fixes of a page. */
    static FixToMake safe(String uri, int version) {
        return new FixToMake(
                uri,
                version,
                "Fix all in this page that can be fixed safely",
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** All safe fixes of a page for one kind of finding. */
    static FixToMake safe(String uri, int version, Code code) {
        String title = "Fix all of this kind in this page: " + code;
        return new FixToMake(uri, version, title, Optional.of(code), Optional.empty(), false);
    }

    /** The fix that an action stands for; empty where it is none of ours, as editors may send what they like. */
    public static Optional<FixToMake> of(CodeAction action) {
        return action.getData() instanceof JsonObject data
                ? of(action.getTitle(), new ActionData(data))
                : Optional.empty();
    }

    private static Optional<FixToMake> of(String title, ActionData data) {
        Optional<String> uri = data.text("uri");
        Optional<Integer> version = data.number("version");
        return uri.isEmpty() || version.isEmpty()
                ? Optional.empty()
                : Optional.of(new FixToMake(
                        uri.get(),
                        version.get(),
                        title,
                        data.text("code").flatMap(Code::of),
                        data.number("start"),
                        data.json().has("lookup")));
    }

    JsonObject json() {
        JsonObject data = new JsonObject();
        data.addProperty("uri", uri);
        data.addProperty("version", version);
        code.ifPresent(kind -> data.addProperty("code", kind.toString()));
        start.ifPresent(offset -> data.addProperty("start", offset));
        if (isLookup) {
            data.addProperty("lookup", true);
        }
        return data;
    }

    /** Nothing is changed, since the page is no longer what the fix was made for. */
    public static ChangeEdits outdated() {
        return ChangeEdits.refused(EDITED);
    }

    /** What the fix changes in this page and others, or why it is not made. */
    public ChangeEdits made(Given given, Page page, ClientAbilities client) {
        if (given.snapshot().pages().version(page.path()).orElse(0) != version) {
            return ChangeEdits.refused(EDITED);
        }
        return start.isPresent() ? one(given, page, start.get(), client) : safe(given, page, client);
    }

    private ChangeEdits one(Given given, Page page, int offset, ClientAbilities client) {
        for (Finding finding : given.findings(page)) {
            if (finding.span().start() == offset && Optional.of(finding.code()).equals(code)) {
                return isLookup ? lookedUp(given, page, finding, client) : known(given, page, finding, client);
            }
        }
        return ChangeEdits.refused(EDITED);
    }

    private ChangeEdits known(Given given, Page page, Finding finding, ClientAbilities client) {
        return Fixes.of(given, page, finding).stream()
                .filter(fix -> fix.title().equals(title))
                .findFirst()
                .map(fix -> tried(given, page, finding, fix, client))
                .orElseGet(() -> ChangeEdits.refused(EDITED));
    }

    private ChangeEdits lookedUp(Given given, Page page, Finding finding, ClientAbilities client) {
        return Fixes.lookups(given, page, finding).stream()
                .filter(lookup -> lookup.title().equals(title))
                .findFirst()
                .map(lookup -> lookup.fix()
                        .get()
                        .map(fix -> tried(given, page, finding, fix, client))
                        .orElseGet(() -> ChangeEdits.refused(lookup.nothing())))
                .orElseGet(() -> ChangeEdits.refused(EDITED));
    }

    private static ChangeEdits tried(Given given, Page page, Finding finding, Fix fix, ClientAbilities client) {
        return switch (fix.tried(given, page, finding)) {
            case MENDS -> ChangeEdits.of(given.snapshot(), page, fix.change().get(), fix.title(), client);
            case HARMS -> ChangeEdits.refused("This would break more around it than it mends. Mend it by hand.");
            case CHANGED_ON_DISK ->
                ChangeEdits.refused(
                        "A file that this changes was just changed on disk, and is being read. Try again then.");
        };
    }

    /** Nobody waits for a message where all that is safe is none. */
    private ChangeEdits safe(Given given, Page page, ClientAbilities client) {
        return Mending.of(given, page, finding -> code.isEmpty() || code.get() == finding.code())
                .map(mending -> ChangeEdits.of(given.snapshot(), page, mending.change(), title, client))
                .orElse(ChangeEdits.NONE);
    }
}
