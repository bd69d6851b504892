package io.github.logseqls.graph;

import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Changed;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the rest of the graph needs to know of a file: names, no positions. Typing prose leaves them equal.
 *
 * @param kind what the file is
 * @param title the name by which a page is shown; empty for a file that is none
 * @param symbols the names that the file defines and uses
 * @param changed when the file last changed on disk, in milliseconds since 1970; 0 where that is not known
 */
public record Facts(Kind kind, String title, Symbols symbols, long changed) {

    /** What a file of a graph is. */
    public enum Kind {
        /** Markdown or Org: an outline. */
        PAGE,
        /**
         * A whiteboard or the highlights of a PDF. Its ids are as good as any, but the notes page of a PDF repeats them
         * on purpose: they never count as duplicates.
         */
        DATA,
        /** A file that links may lead to, whatever it holds. */
        ASSET,
        /** A file that Logseq reads and this program could not: what it holds is not known. */
        UNREADABLE
    }

    /** Of a file that is not read. */
    public static final Facts ASSET = new Facts(Kind.ASSET, "", Symbols.NONE, 0);

    /** Of a file that is not there. */
    static final Facts NONE = new Facts(Kind.UNREADABLE, "", Symbols.NONE, 0);

    public static Facts of(PagePath path, Outline outline, GraphConfig config) {
        List<Symbol> found = new ArrayList<>();
        PageHead head = PageHead.of(path, outline, config);
        found.addAll(head.symbols());
        addBlocks(path, outline, 0, outline.size(), config, found);
        new Steps(outline, found).add(0, outline.size());
        return new Facts(Kind.PAGE, head.title(), Symbols.of(found), 0);
    }

    /** A page that cannot be read is there all the same. */
    public static Facts unreadable(PagePath path, GraphConfig config) {
        String title = PageTitle.ofFile(path, config);
        return new Facts(Kind.UNREADABLE, title, Symbols.of(PageHead.ofTitle(title)), 0);
    }

    /** A whiteboard is a page too; the highlights of a PDF are none. */
    public static Facts ofData(PagePath path, String text, GraphConfig config) {
        String title = PageTitle.ofFile(path, config);
        Symbols symbols = DataSymbols.in(text, config);
        List<Symbol> head = config.folders().isWhiteboard(path) ? PageHead.ofTitle(title) : List.of();
        return new Facts(Kind.DATA, title, symbols.with(List.of(), head), 0);
    }

    /** The same facts of a file that changed at another time. */
    public Facts at(long time) {
        return time == changed ? this : new Facts(kind, title, symbols, time);
    }

    /**
     * The facts of a page after an edit, found by reading the blocks that it changed; these are the facts of {@code before}.
     * The same object where no name changed.
     */
    public Facts edited(PagePath path, Outline before, Outline after, GraphConfig config) {
        Changed blocks = after.changedSince(before);
        List<Symbol> gone = new ArrayList<>();
        List<Symbol> come = new ArrayList<>();
        addBlocks(path, before, blocks.from(), blocks.endBefore(), config, gone);
        addBlocks(path, after, blocks.from(), blocks.end(), config, come);
        new Steps(before, gone).add(blocks.from(), blocks.endBefore());
        new Steps(after, come).add(blocks.from(), blocks.end());
        String newTitle = title;
        if (PageHead.isIn(before, blocks.from(), blocks.endBefore())
                || PageHead.isIn(after, blocks.from(), blocks.end())) {
            gone.addAll(PageHead.of(path, before, config).symbols());
            PageHead head = PageHead.of(path, after, config);
            come.addAll(head.symbols());
            newTitle = head.title();
        }
        Symbols named = symbols.with(gone, come);
        return named.equals(symbols) && newTitle.equals(title) ? this : new Facts(kind, newTitle, named, changed);
    }

    /** Notes where a conflict may begin. The blocks are asked together: nearly none holds one. */
    private static void addConflicts(Outline outline, int from, int end, List<Symbol> to) {
        Span blocks = new Span(from == end ? 0 : outline.start(from), from == end ? 0 : outline.start(end));
        to.addAll(Collections.nCopies(MergeConflicts.openersIn(outline.text(), blocks), new Symbol.Flaw()));
    }

    /** Adds the names of some blocks; a preamble belongs to the head of the page. */
    private static void addBlocks(
            PagePath path, Outline outline, int from, int end, GraphConfig config, List<Symbol> to) {
        addConflicts(outline, from, end, to);
        BlockSymbols symbols = new BlockSymbols(path, outline, config, to);
        for (int index = from; index < end; index++) {
            if (outline.block(index).kind() != Block.Kind.PREAMBLE) {
                symbols.add(index);
            }
        }
    }
}
