package io.github.logseqls.feature.decoration;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.Preferences;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.feature.navigation.Linked;
import io.github.logseqls.feature.reading.Backlinks;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * How often a block with an id and the page as a whole are referred to, above them; nothing where nobody does.
 *
 * <p>An editor that has the command {@value #COMMAND} gets what it shows then when it asks for it; for any other the number is
 * there to be read.
 */
public final class CodeLenses {

    /** Shows places: its arguments are the address of a document, a position in it, and the places. */
    public static final String COMMAND = "logseq-ls.showReferences";

    private CodeLenses() {}

    /**
     * The lenses of a page, its own first.
     *
     * @param uri the address of the page as the editor spells it
     */
    public static ImmutableList<CodeLens> of(
            Snapshot snapshot, Page page, String uri, Preferences.Lenses wanted, ClientAbilities client) {
        ImmutableList.Builder<CodeLens> lenses = ImmutableList.builder();
        Graph graph = snapshot.graph();
        PageName name = name(snapshot, page.path());
        if (wanted.pages() && Backlinks.existToPage(graph, name)) {
            lenses.add(lens(page, new Span(0, 0), new Unresolved(uri, Optional.empty()), snapshot, client));
        }
        Outline outline = page.outline();
        for (int block = 0; wanted.blocks() && block < outline.size(); block++) {
            Optional<BlockId> id = outline.block(block).id();
            if (id.isPresent() && Backlinks.existToBlock(graph, id.get())) {
                lenses.add(lens(page, outline.title(block), new Unresolved(uri, id), snapshot, client));
            }
        }
        return lenses.build();
    }

    /** What a lens without its command is about. */
    public static Optional<Unresolved> unresolved(CodeLens lens) {
        return Unresolved.of(lens.getData());
    }

    /** A lens with its command, for which the pages that refer to what it is about are read. */
    public static CodeLens resolved(
            CodeLens lens,
            Snapshot snapshot,
            PagePath path,
            Unresolved about,
            ClientAbilities client,
            CancelChecker cancel) {
        Linked linked = about.block()
                .map(id -> Linked.toBlock(snapshot.graph(), id))
                .orElseGet(() -> Linked.toPage(snapshot.graph(), name(snapshot, path)));
        ImmutableList<Location> places = linked.places(snapshot, client.encoding(), cancel);
        lens.setCommand(new Command(
                title(snapshot, path, about),
                COMMAND,
                List.of(about.uri(), lens.getRange().getStart(), places)));
        return lens;
    }

    private static CodeLens lens(Page page, Span span, Unresolved about, Snapshot snapshot, ClientAbilities client) {
        Range range = Ranges.of(page.outline().text(), span, client.encoding());
        if (!client.commands().contains(COMMAND)) {
            // All lenses of a page are counted at once here, so few words have to do.
            String title = about.block()
                    .map(id -> Backlinks.countOfBlock(snapshot.graph(), id))
                    .orElseGet(() -> title(snapshot, page.path(), about));
            return new CodeLens(range, new Command(title, ""), null);
        }
        return new CodeLens(range, null, about.json());
    }

    private static String title(Snapshot snapshot, PagePath path, Unresolved about) {
        return about.block()
                .map(id -> Backlinks.ofBlock(snapshot.graph(), id).count("reference", "references"))
                .orElseGet(() -> Backlinks.ofPage(snapshot.graph(), name(snapshot, path))
                        .count("linked reference", "linked references"));
    }

    private static PageName name(Snapshot snapshot, PagePath path) {
        return PageName.of(snapshot.graph().facts(path).map(Facts::title).orElse(""));
    }
}
