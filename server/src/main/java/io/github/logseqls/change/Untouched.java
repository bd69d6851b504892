package io.github.logseqls.change;

import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import java.util.HashSet;
import java.util.Set;

/** What a change of pages leaves as it is: all that they name outside its edits. */
public final class Untouched {

    private Untouched() {}

    /** Whether all that is named outside the edits of a change is named as before in the graph after it. */
    public static boolean isNamedAsBefore(Change change, Snapshot after) {
        return change.pages().stream()
                .allMatch(page -> after.page(page.page().path())
                        .map(now -> isNamedAsBefore(page, now))
                        .orElse(true));
    }

    private static boolean isNamedAsBefore(Change.OfPage page, Page now) {
        Set<Named> left = new HashSet<>();
        for (Mention mention : Mentions.of(now)) {
            left.add(new Named(mention.target(), mention.nameSpan().start()));
        }
        return Mentions.of(page.page()).stream()
                .filter(mention -> !page.touches(mention.span()))
                .map(mention -> new Named(
                        mention.target(), page.moved(mention.nameSpan().start())))
                .allMatch(left::contains);
    }

    /** A name at an offset in the page after the change. */
    private record Named(Target target, int offset) {}
}
