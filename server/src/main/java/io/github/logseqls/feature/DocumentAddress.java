package io.github.logseqls.feature;

import com.google.common.net.PercentEscaper;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import io.github.logseqls.text.PercentCodes;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a document that is made from a graph to be read, not kept in a file:
 * {@code logseq-ls:/linked-references/Title (linked references).md?graph=file:///notes/}. What follows the last slash is how editors
 * name its tab.
 *
 * @param name the title of a page; of a {@link Kind#SUBTREE} the first line of its block
 * @param block where that block is; empty for another kind
 * @param graph the address of the graph's folder, as it was given
 */
public record DocumentAddress(Kind kind, String name, Optional<Place> block, String graph) {

    public static final String SCHEME = "logseq-ls";

    /**
     * Where a block is.
     *
     * @param index which of the page's blocks it is, from 0
     */
    public record Place(PagePath page, int index) {}

    /** What such a document shows. */
    public enum Kind {
        LINKED_REFERENCES("linked-references", "linkedReferences", " (linked references).md"),
        UNLINKED_MENTIONS("unlinked-mentions", "unlinkedMentions", " (unlinked mentions).md"),
        SUBTREE("subtree", "subtree", ".md");

        private final String folder;
        private final String word;
        private final String ending;

        Kind(String folder, String word, String ending) {
            this.folder = folder;
            this.word = word;
            this.ending = ending;
        }

        /** The kind that an editor asks for by a word such as {@code linkedReferences}. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }

    private static final PercentEscaper PATH = new PercentEscaper("-._~/", false);
    private static final PercentEscaper QUERY = new PercentEscaper("-._~/:", false);

    /** Editors may encode the query once more than it was, or once less. */
    private static final Pattern QUERY_PARTS =
            Pattern.compile("(?:block=(\\d{1,9})&page=(.*)&)?graph=(.+)", Pattern.DOTALL);

    public static DocumentAddress linkedReferences(Snapshot snapshot, String title) {
        return new DocumentAddress(Kind.LINKED_REFERENCES, title, Optional.empty(), snapshot.uri());
    }

    /**
     * The address of what can be read about the place at {@code offset} in the page: about the page that is named there, or else
     * the page itself; of a subtree, that of the block there. Empty in a file that lies in no graph.
     */
    public static Optional<DocumentAddress> at(Snapshot snapshot, Page page, int offset, Kind kind) {
        if (snapshot.graph().extent() == Graph.Extent.SINGLE_FILE) {
            return Optional.empty();
        }
        if (kind == Kind.SUBTREE) {
            OptionalInt index = page.outline().blockAt(offset);
            return index.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DocumentAddress(
                            kind,
                            Places.shortTitle(new BlockAt(page, index.getAsInt())),
                            Optional.of(new Place(page.path(), index.getAsInt())),
                            snapshot.uri()));
        }
        String title = Mentions.at(page, offset)
                .flatMap(mention ->
                        mention.target() instanceof Target.OfPage named ? Optional.of(named.title()) : Optional.empty())
                .orElseGet(page::title);
        return Optional.of(new DocumentAddress(kind, title, Optional.empty(), snapshot.uri()));
    }

    /** The address that a URI is; empty for any other. */
    public static Optional<DocumentAddress> parse(String uri) {
        int query = uri.indexOf('?');
        if (query < 0 || !uri.startsWith(SCHEME + ":/")) {
            return Optional.empty();
        }
        Optional<String> path = PercentCodes.decodedWhole(uri.substring(SCHEME.length() + 2, query));
        Optional<Matcher> parts = PercentCodes.decodedWhole(uri.substring(query + 1))
                .map(QUERY_PARTS::matcher)
                .filter(Matcher::matches);
        return path.flatMap(known -> parts.flatMap(matcher -> parse(known, matcher)));
    }

    private static Optional<DocumentAddress> parse(String path, Matcher query) {
        Optional<Place> block = Optional.ofNullable(query.group(1))
                .map(index -> new Place(new PagePath(query.group(2)), Integer.parseInt(index)));
        return Arrays.stream(Kind.values())
                .filter(kind -> path.startsWith(kind.folder + "/") && path.endsWith(kind.ending))
                .filter(kind -> path.length() >= kind.folder.length() + 1 + kind.ending.length())
                .filter(kind -> block.isPresent() == (kind == Kind.SUBTREE))
                .findFirst()
                .map(kind -> new DocumentAddress(
                        kind,
                        path.substring(kind.folder.length() + 1, path.length() - kind.ending.length()),
                        block,
                        query.group(3)));
    }

    public String uri() {
        String part = block.map(at -> "block=" + at.index() + "&page="
                        + QUERY.escape(at.page().path()) + "&")
                .orElse("");
        return SCHEME + ":/" + kind.folder + "/" + PATH.escape(name + kind.ending) + "?" + part + "graph="
                + QUERY.escape(graph);
    }

    /** The block of a subtree where it is now; only in a page of the graph, since an address may name any file. */
    public Optional<BlockAt> blockIn(Snapshot snapshot) {
        return block.filter(at -> snapshot.graph().isPage(at.page()))
                .flatMap(at -> snapshot.page(at.page())
                        .flatMap(page -> new FoundBlock(at.index(), name, Optional.empty()).in(page)));
    }
}
