package io.github.logseqls.feature.navigation;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.Meaning;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Encoding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * All places of the graph that mention what stands under the caret: a block, a page under each of its names, a property key, a
 * template, a marker or a file. The caret may stand on any of them.
 */
public final class References {

    private static final Comparator<Mention> IN_TEXT = Comparator.<Mention>comparingInt(
                    mention -> mention.span().start())
            .thenComparing(mention -> mention.span().end(), Comparator.reverseOrder());

    private References() {}

    /**
     * The places, file by file in load order; {@code offset} is in the page.
     *
     * @param declarations whether to name those too that define it: an {@code id::} line, a title, an alias
     */
    public static ImmutableList<Location> at(
            Snapshot snapshot, Page page, int offset, boolean declarations, Encoding encoding, CancelChecker cancel) {
        Optional<Mention> caret = Mentions.at(page, offset);
        if (caret.isEmpty()) {
            return ImmutableList.of();
        }
        Meaning meaning = Meaning.of(snapshot.graph(), caret.get().target());
        return places(
                snapshot,
                meaning.files(snapshot.graph()),
                other -> mentions(other, meaning).stream()
                        .filter(mention -> declarations || !mention.form().defines())
                        .toList(),
                encoding,
                cancel);
    }

    /** The places that are looked for in files, in their order; {@code cancel} is asked before each of them. */
    static ImmutableList<Location> places(
            Snapshot snapshot,
            Iterable<PagePath> files,
            Function<Page, List<Mention>> mentions,
            Encoding encoding,
            CancelChecker cancel) {
        ImmutableList.Builder<Location> places = ImmutableList.builder();
        for (PagePath path : files) {
            cancel.checkCanceled();
            snapshot.page(path).ifPresent(page -> {
                String uri = snapshot.pages().uri(path);
                // A link in Org may name a file and, by its label, the page in it.
                mentions.apply(page).stream()
                        .map(Mention::span)
                        .distinct()
                        .forEach(span -> places.add(
                                new Location(uri, Ranges.of(page.outline().text(), span, encoding))));
            });
        }
        return places.build();
    }

    /** The places in one page, in the order of the text. */
    static ImmutableList<Mention> mentions(Page page, Meaning meaning) {
        return inText(Mentions.of(page, meaning).stream());
    }

    /** The places in one page that are {@code wanted}, likewise. */
    static ImmutableList<Mention> mentions(Page page, Predicate<Mention> wanted) {
        return inText(Mentions.of(page).stream().filter(wanted));
    }

    private static ImmutableList<Mention> inText(Stream<Mention> mentions) {
        return mentions
                // A date has a journal without referring to it.
                .filter(mention -> mention.form() != Mention.Form.DATE)
                .sorted(IN_TEXT)
                .collect(ImmutableList.toImmutableList());
    }
}
