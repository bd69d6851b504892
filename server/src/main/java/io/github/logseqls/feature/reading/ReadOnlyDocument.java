package io.github.logseqls.feature.reading;

import io.github.logseqls.feature.DocumentAddress;
import io.github.logseqls.feature.SafeMarkdown;
import io.github.logseqls.feature.reading.LinkedReferences.Reference;
import io.github.logseqls.feature.reading.LinkedReferences.ReferringPage;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.search.Searchable;
import io.github.logseqls.text.Encoding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * The Markdown of a document that is made from a graph to be read. Links lead to lines of the graph's own files; text from notes
 * is shown as text, and what it links is not followed.
 */
public final class ReadOnlyDocument {

    private ReadOnlyDocument() {}

    /** The content; {@code cancel} is asked before each page is read. */
    public static String of(Searchable graph, DocumentAddress address, CancelChecker cancel) {
        return switch (address.kind()) {
            case LINKED_REFERENCES -> linkedReferences(graph.snapshot(), address.name(), cancel);
            case UNLINKED_MENTIONS -> unlinkedMentions(graph, address.name(), cancel);
            case SUBTREE -> subtree(graph.snapshot(), address);
        };
    }

    private static String linkedReferences(Snapshot snapshot, String title, CancelChecker cancel) {
        LinkedReferences found = LinkedReferences.to(snapshot, title, Encoding.UTF16, cancel);
        String number = (found.partial() ? "more than " : "") + found.more();
        String more = found.more() == 0 ? "" : "\n_And %s more._\n".formatted(number);
        return "# Linked references of " + text(title) + "\n\n"
                + list(snapshot.graph(), found.pages(), "Nothing refers to this page.") + more;
    }

    private static String unlinkedMentions(Searchable graph, String title, CancelChecker cancel) {
        List<ReferringPage> pages = UnlinkedMentions.of(graph, title, Encoding.UTF16, cancel);
        return "# Unlinked mentions of " + text(title) + "\n\n"
                + list(graph.snapshot().graph(), pages, "No text names this page without a link.");
    }

    private static String list(Graph graph, List<ReferringPage> pages, String none) {
        String sections = pages.stream().map(ReadOnlyDocument::section).collect(Collectors.joining("\n"));
        if (graph.extent() == Graph.Extent.LOADING) {
            return "_The graph is still being read; this is what has been found so far._\n\n" + sections;
        }
        return pages.isEmpty() ? "_" + none + "_\n" : sections;
    }

    private static String section(ReferringPage page) {
        StringBuilder section = new StringBuilder("## " + link(page.title(), page.uri()) + "\n\n");
        for (Reference reference : page.references()) {
            int line = reference.location().getRange().getStart().getLine() + 1;
            section.append("- ");
            reference.breadcrumb().forEach(name -> section.append(text(name)).append(" › "));
            section.append(link(reference.text(), page.uri() + "#L" + line)).append("\n");
        }
        return section.toString();
    }

    private static String subtree(Snapshot snapshot, DocumentAddress address) {
        Optional<BlockAt> block = address.blockIn(snapshot);
        if (block.isEmpty()) {
            return "_This block is no longer there._\n";
        }
        int line = block.get()
                        .outline()
                        .text()
                        .lineOf(block.get().outline().start(block.get().index()))
                + 1;
        String way = String.join(" › ", Places.breadcrumb(block.get(), snapshot::block));
        String uri = snapshot.pages().uri(block.get().page().path()) + "#L" + line;
        return link(way, uri) + "\n\n" + SafeMarkdown.of(BlockPreview.whole(snapshot, block.get())) + "\n";
    }

    /** A link to a file of the graph, whose address has nothing but ASCII. */
    private static String link(String label, String uri) {
        return "[" + text(label) + "](<" + uri.replace("<", "%3C").replace(">", "%3E") + ">)";
    }

    private static String text(String text) {
        return SafeMarkdown.escaped(text);
    }
}
