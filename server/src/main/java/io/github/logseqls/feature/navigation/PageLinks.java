package io.github.logseqls.feature.navigation;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.DocumentAddress;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Meaning;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import io.github.logseqls.text.Encoding;
import java.util.List;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Range;

/** Where what a place names is defined, other than blocks: the files of a page, a file itself, the line of a template. */
final class PageLinks {

    private PageLinks() {}

    /** The places, in load order; none for a page that has no file, and for what is defined nowhere. */
    static ImmutableList<LocationLink> of(Snapshot snapshot, Mention mention, Range origin, Encoding encoding) {
        Target target = mention.target();
        if (target instanceof Target.OfTemplate) {
            return toTemplate(snapshot, target, origin, encoding);
        }
        ImmutableList.Builder<LocationLink> links = ImmutableList.builder();
        for (PagePath file : files(snapshot.graph(), target)) {
            LocationLink link = LocationLinks.toFile(snapshot, file);
            link.setOriginSelectionRange(origin);
            links.add(link);
        }
        return links.build();
    }

    /** The document that lists what refers to a page which has no file; none for anything else. */
    static ImmutableList<LocationLink> toReferences(Snapshot snapshot, Mention mention, Range origin) {
        if (!(mention.target() instanceof Target.OfPage page)
                || snapshot.graph().extent() == Graph.Extent.SINGLE_FILE) {
            return ImmutableList.of();
        }
        String uri = DocumentAddress.linkedReferences(snapshot, page.title()).uri();
        return ImmutableList.of(new LocationLink(uri, Ranges.START, Ranges.START, origin));
    }

    private static List<PagePath> files(Graph graph, Target target) {
        if (target instanceof Target.OfPage page) {
            return graph.pages().sources(page.name());
        }
        if (target instanceof Target.OfKey key) {
            return graph.pages().sources(PageName.of(key.key()));
        }
        return target instanceof Target.OfFile file && graph.facts(file.path()).isPresent()
                ? List.of(file.path())
                : List.of();
    }

    private static ImmutableList<LocationLink> toTemplate(
            Snapshot snapshot, Target target, Range origin, Encoding encoding) {
        Meaning meaning = Meaning.of(snapshot.graph(), target);
        ImmutableList.Builder<LocationLink> links = ImmutableList.builder();
        for (PagePath path : meaning.files(snapshot.graph())) {
            snapshot.page(path).ifPresent(page -> links.addAll(toTemplate(snapshot, page, meaning, origin, encoding)));
        }
        return links.build();
    }

    private static List<LocationLink> toTemplate(
            Snapshot snapshot, Page page, Meaning meaning, Range origin, Encoding encoding) {
        return References.mentions(page, meaning).stream()
                .filter(mention -> mention.form() == Mention.Form.TEMPLATE)
                .map(mention -> Ranges.of(page.outline().text(), mention.span(), encoding))
                .map(range -> new LocationLink(snapshot.pages().uri(page.path()), range, range, origin))
                .toList();
    }
}
