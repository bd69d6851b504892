package io.github.logseqls.feature.navigation;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.LinkPath;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Link;
import io.github.logseqls.outline.Macro;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import org.eclipse.lsp4j.DocumentLink;

/**
 * What a page leads to with a click: web addresses, and files of the graph. Nothing else ever is a target; a file that the graph
 * does not have is none either. Pages are targets for editors only that cannot go to definitions.
 *
 * <p>All targets are known from the index, so none is left to be found later.
 */
public final class DocumentLinks {

    private static final int LONGEST_TOOLTIP = 200;

    private final Snapshot snapshot;
    private final Page page;
    private final ClientAbilities client;
    private final ImmutableList.Builder<DocumentLink> links = ImmutableList.builder();

    private DocumentLinks(Snapshot snapshot, Page page, ClientAbilities client) {
        this.snapshot = snapshot;
        this.page = page;
        this.client = client;
    }

    /** The links, block by block. */
    public static ImmutableList<DocumentLink> of(Snapshot snapshot, Page page, ClientAbilities client) {
        DocumentLinks found = new DocumentLinks(snapshot, page, client);
        for (int index = 0; index < page.outline().size(); index++) {
            found.addBlock(index);
        }
        return found.links.build();
    }

    private void addBlock(int index) {
        Outline outline = page.outline();
        for (Inline inline : outline.inlines(index)) {
            if (inline instanceof Link link) {
                add(link);
            } else if (inline instanceof Macro macro) {
                // Such as {{video https://...}}.
                macro.arguments()
                        .forEach(argument -> addWeb(argument, outline.text().slice(argument)));
            }
        }
        if (!client.jumps().asked()) {
            Mentions.of(page, index).forEach(this::addPage);
        }
    }

    private void add(Link link) {
        addWeb(link.targetSpan(), link.target());
        LinkPath.of(page.path(), link.target())
                .filter(path -> snapshot.graph().facts(path).isPresent())
                .ifPresent(path -> addFile(link.targetSpan(), path));
    }

    private void addWeb(Span span, String address) {
        WebAddress.of(address.strip()).ifPresent(web -> add(span, web.uri(), "Open " + web.uri()));
    }

    private void addFile(Span span, PagePath path) {
        add(span, snapshot.pages().uri(path), "Open " + path);
    }

    private void addPage(Mention mention) {
        boolean uses = !mention.form().defines() && mention.form() != Mention.Form.DATE;
        if (uses && mention.target() instanceof Target.OfPage target) {
            snapshot.graph().pages().sources(target.name()).stream()
                    .findFirst()
                    .ifPresent(path -> addFile(mention.nameSpan(), path));
        }
    }

    private void add(Span span, String target, String tooltip) {
        DocumentLink link = new DocumentLink(Ranges.of(page.outline().text(), span, client.encoding()), target);
        if (client.linkTooltips()) {
            link.setTooltip(Places.shorten(tooltip, LONGEST_TOOLTIP));
        }
        links.add(link);
    }
}
