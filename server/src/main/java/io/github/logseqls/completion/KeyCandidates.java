package io.github.logseqls.completion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.github.logseqls.completion.Candidate.About;
import io.github.logseqls.completion.Typed.Key.Drawer;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.PropertyKey;
import java.util.List;
import java.util.function.Function;

/** The keys of properties: those in use, the most used first, and Logseq's own. */
final class KeyCandidates {

    private static final ImmutableSet<String> OF_PAGES =
            ImmutableSet.of("title", "alias", "icon", "public", "exclude-from-graph-view", "filters");
    private static final ImmutableSet<String> OF_ALL = ImmutableSet.of("tags");
    private static final ImmutableSet<String> OF_BLOCKS = ImmutableSet.of(
            "template",
            "template-including-parent",
            "collapsed",
            "heading",
            "background-color",
            "logseq.order-list-type",
            "id",
            "query-table",
            "query-properties",
            "query-sort-by",
            "query-sort-desc",
            "logseq.table.version",
            "logseq.table.headers",
            "logseq.table.hover",
            "logseq.table.borders",
            "logseq.table.stripes",
            "logseq.table.max-width",
            "logseq.table.compact",
            "logseq.color");

    private KeyCandidates() {}

    /** Those that begin the first line of a block of Markdown. */
    static ImmutableList<Candidate> of(Writing writing, Typed.FirstWord typed) {
        Drawer none = Drawer.NONE;
        return fitting(writing, typed.query(), key -> candidate(writing, key, none.text(key, "")));
    }

    static ImmutableList<Candidate> of(Writing writing, Typed.Key typed) {
        Below below = Below.of(writing, typed.token().typed().start());
        return fitting(writing, typed.query(), key -> candidate(writing, key, text(typed.drawer(), key, below)));
    }

    private static String text(Drawer drawer, String key, Below below) {
        return below.lines(drawer.text(key, "|").split("\n"));
    }

    private static ImmutableList<Candidate> fitting(
            Writing writing, String typed, Function<String, Candidate> candidate) {
        boolean ofPage = writing.block()
                .map(block -> block.block().kind() == Block.Kind.PREAMBLE)
                .orElse(true);
        ImmutableSet<String> there = there(writing, typed);
        List<Candidate> all = Sets.union(
                        Sets.union(OF_ALL, ofPage ? OF_PAGES : OF_BLOCKS),
                        ImmutableSet.copyOf(writing.index().vocabulary().keys()))
                .stream()
                .filter(key -> !there.contains(key) && isWritten(key, ofPage) && !isBeingTyped(writing, key, typed))
                .sorted(Uses.mostFirst(writing, Symbol.Key::new))
                .map(candidate)
                .toList();
        return Fitting.in(all, typed);
    }

    /** The keys that the block has already, but for the one that is being typed. */
    private static ImmutableSet<String> there(Writing writing, String typed) {
        return writing.block().stream()
                .map(BlockAt::block)
                .flatMap(block -> block.properties().stream())
                .map(property -> property.key().name())
                .filter(key -> !key.equals(PropertyKey.of(typed).name()))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Whether people write a key in such a place: what the app keeps for itself is not for them. */
    private static boolean isWritten(String key, boolean ofPage) {
        PropertyKey known = new PropertyKey(key);
        return known.isValid()
                && (!known.isBuiltIn() || OF_ALL.contains(key) || (ofPage ? OF_PAGES : OF_BLOCKS).contains(key));
    }

    /** Whether a key is there only since it is being typed. */
    private static boolean isBeingTyped(Writing writing, String key, String typed) {
        return key.equals(PropertyKey.of(typed).name())
                && !new PropertyKey(key).isBuiltIn()
                && writing.graph().count(new Symbol.Key(key)) == 1
                && Uses.of(writing, new Symbol.Key(key)) == 1;
    }

    private static Candidate candidate(Writing writing, String key, String text) {
        String where = Uses.told(Uses.of(writing, new Symbol.Key(key)));
        return Candidate.withCaret(Candidate.Kind.KEY, key, where, text, new About.OfTarget(new Target.OfKey(key)));
    }
}
