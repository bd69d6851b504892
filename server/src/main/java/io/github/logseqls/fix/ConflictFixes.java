package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.MergeConflict;
import io.github.logseqls.graph.MergeConflicts;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Places;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Two versions that Git could not merge: one of them is kept, or both, one below the other. */
final class ConflictFixes {

    private static final int MARKS = "<<<<<<< ".length();
    private static final int LONGEST = 40;

    private final Faulty faulty;
    private final Text text;
    private final MergeConflict conflict;
    private final Span all;

    private ConflictFixes(Faulty faulty, MergeConflict conflict) {
        this.faulty = faulty;
        this.text = faulty.outline().text();
        this.conflict = conflict;
        int below = text.lineOf(conflict.closer().start()) + 1;
        this.all = new Span(
                text.lineStart(text.lineOf(conflict.opener().start())),
                below < text.lineCount() ? text.lineStart(below) : text.length());
    }

    static ImmutableList<Fix> of(Faulty faulty) {
        return MergeConflicts.in(faulty.outline())
                .at(faulty.span().start())
                .map(conflict -> new ConflictFixes(faulty, conflict).fixes())
                .orElseGet(ImmutableList::of);
    }

    private ImmutableList<Fix> fixes() {
        return ImmutableList.of(
                Fix.possible("Keep the first version, " + name(conflict.opener()), () -> kept(conflict.ours())),
                Fix.possible("Keep the second version, " + name(conflict.closer()), () -> kept(conflict.theirs())),
                Fix.possible("Keep both versions; what has an id twice gets a new one in the second", this::both));
    }

    private String name(Span marks) {
        return Places.shorten(text.slice(marks).substring(MARKS), LONGEST);
    }

    private Change kept(Span version) {
        return Change.of(
                faulty.page(),
                new Edit(new Span(all.start(), version.start()), ""),
                new Edit(new Span(version.end(), all.end()), ""));
    }

    private Change both() {
        int first = conflict.ours().end();
        int second = conflict.theirs().start();
        List<Edit> edits = new ArrayList<>(List.of(
                new Edit(new Span(all.start(), conflict.ours().start()), ""),
                new Edit(new Span(first, second), ""),
                new Edit(new Span(conflict.theirs().end(), all.end()), "")));
        Change.OfPage joined = Change.of(faulty.page(), edits).pages().get(0);
        edits.addAll(newIds(joined));
        return Change.of(faulty.page(), edits);
    }

    /** New ids for blocks of the second version whose ids others have in the page without the marks. */
    private List<Edit> newIds(Change.OfPage joined) {
        Page after =
                new Page(faulty.page().path(), joined.after(), faulty.page().config());
        Outline outline = after.outline();
        int start = joined.moved(conflict.theirs().start());
        Span theirs = new Span(start, start + conflict.theirs().length());
        Set<BlockId> others = new HashSet<>();
        List<BlockAt> second = new ArrayList<>();
        for (int block = 0; block < outline.size(); block++) {
            if (outline.block(block).id().isPresent()) {
                if (theirs.contains(value(outline, block))) {
                    second.add(new BlockAt(after, block));
                } else {
                    others.add(outline.block(block).id().orElseThrow());
                }
            }
        }
        int moved = conflict.theirs().start() - start;
        return second.stream()
                .filter(block -> !others.add(block.block().id().orElseThrow()))
                .map(block -> new Edit(
                        value(outline, block.index()).shift(moved),
                        faulty.newId(block).toString()))
                .toList();
    }

    private static Span value(Outline outline, int block) {
        return outline.inPage(
                block, outline.block(block).property("id").orElseThrow().valueSpan());
    }
}
