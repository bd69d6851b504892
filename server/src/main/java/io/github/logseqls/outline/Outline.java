package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Arrays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A page as Logseq reads it: a flat list of blocks in file order. Blocks are named by their index; parents, levels and
 * the ends of subtrees are derived from their widths. Together the blocks cover the text without gaps, unless it is
 * blank: then there are none. Any text has an outline.
 */
public final class Outline {

    private final Syntax syntax;
    private final Text text;
    private final ImmutableList<Block> blocks;
    private final int[] starts;
    private final Tree tree;
    /** Made when first asked for; idempotent. */
    private volatile @Nullable ImmutableListMultimap<BlockId, Integer> blocksById;

    /** Compares each edited outline with one parsed anew: slow, for those who look for a bug. */
    private static final boolean PARANOID = Boolean.getBoolean("logseqls.paranoid");

    Outline(Syntax syntax, Text text, ImmutableList<Block> blocks) {
        this.syntax = syntax;
        this.text = text;
        this.blocks = blocks;
        this.starts = starts(blocks);
        this.tree = Tree.of(blocks);
    }

    public static Outline parse(Text text, Syntax syntax) {
        return new Outline(syntax, text, PageScanner.scan(syntax, text.string()));
    }

    /**
     * The outline of the text after an edit: equal to one parsed anew, and sharing every block that the edit did not touch.
     *
     * <p>Reading begins at the block before the edit, or at the first block with an opener that the edit may have closed, and
     * ends at the first block behind the edit that began before it too.
     */
    public Outline with(Edit edit) {
        Text changed = text.with(edit);
        Outline result = text.string().isBlank() || changed.string().isBlank()
                ? parse(changed, syntax)
                : Reparse.of(this, edit, changed);
        if (PARANOID && !result.isReadAs(parse(changed, syntax))) {
            throw new IllegalStateException("an edit made another outline than parsing does: " + edit + " in " + text);
        }
        return result;
    }

    /** Whether two outlines have the same blocks, read in the same way. */
    boolean isReadAs(Outline other) {
        boolean same = blocks.size() == other.blocks.size() && text.equals(other.text);
        for (int index = 0; index < blocks.size() && same; index++) {
            same = blocks.get(index).isReadAs(other.blocks.get(index));
        }
        return same;
    }

    /** The block that starts at {@code offset}, or a negative number. */
    int blockStartingAt(int offset) {
        return Arrays.binarySearch(starts, 0, blocks.size(), offset);
    }

    Syntax syntax() {
        return syntax;
    }

    ImmutableList<Block> blocks() {
        return blocks;
    }

    public Text text() {
        return text;
    }

    /** The number of blocks. */
    public int size() {
        return blocks.size();
    }

    public Block block(int index) {
        return blocks.get(index);
    }

    /** The offset in the page at which a block starts. */
    public int start(int index) {
        return starts[index];
    }

    /** All of a block, its indentation and trailing blank lines included. */
    public Span span(int index) {
        return new Span(starts[index], starts[index + 1]);
    }

    /** A span inside a block as one inside the page. */
    public Span inPage(int index, Span inBlock) {
        return inBlock.shift(starts[index]);
    }

    /** A block and all its descendants, up to the last character that is not blank. */
    public Span subtree(int index) {
        int start = starts[index];
        return new Span(start, Chars.trimEnd(text.string(), start, starts[subtreeEnd(index)]));
    }

    /** The first line of a block's content, without bullet, trailing white space and line end. */
    public Span title(int index) {
        int from = starts[index] + block(index).contentStart();
        return new Span(from, Chars.trimEnd(text.string(), from, Chars.lineEnd(text.string(), from)));
    }

    /** The blocks that claim an id, in file order. */
    public ImmutableList<Integer> blocks(BlockId id) {
        ImmutableListMultimap<BlockId, Integer> known = blocksById;
        if (known == null) {
            known = blocksById(blocks);
            blocksById = known;
        }
        return known.get(id);
    }

    /** Logseq's level: 1 at the top, a parent's plus one below it. */
    public int level(int index) {
        return tree.level(index);
    }

    public OptionalInt parent(int index) {
        return tree.parent(index);
    }

    /** The index behind the last descendant of a block. */
    public int subtreeEnd(int index) {
        return tree.subtreeEnd(index);
    }

    public boolean hasChildren(int index) {
        return tree.subtreeEnd(index) > index + 1;
    }

    /** The block that holds {@code offset}; the last one at the end of the text, none in a blank page. */
    public OptionalInt blockAt(int offset) {
        if (blocks.isEmpty()) {
            return OptionalInt.empty();
        }
        int found = Arrays.binarySearch(starts, 0, blocks.size(), offset);
        return OptionalInt.of(found >= 0 ? found : -found - 2);
    }

    /** The markup in a block, with spans inside the page. */
    public ImmutableList<Inline> inlines(int index) {
        return inlines(index, Inline.class);
    }

    /** The references to blocks in a block, with spans inside the page. */
    public ImmutableList<BlockRef> blockRefs(int index) {
        boolean possible = Chars.occurs(text.string(), "((", starts[index], starts[index + 1])
                || Chars.occurs(text.string(), "[[", starts[index], starts[index + 1]);
        if (!possible) {
            return ImmutableList.of();
        }
        return inlines(index, BlockRef.class);
    }

    private <T extends Inline> ImmutableList<T> inlines(int index, Class<T> kind) {
        int start = starts[index];
        ImmutableList.Builder<T> found = ImmutableList.builder();
        for (Inline inline : block(index).inlines(syntax, text.slice(span(index)))) {
            if (kind.isInstance(inline)) {
                found.add(kind.cast(inline.shift(start)));
            }
        }
        return found.build();
    }

    private static ImmutableListMultimap<BlockId, Integer> blocksById(ImmutableList<Block> blocks) {
        ImmutableListMultimap.Builder<BlockId, Integer> byId = ImmutableListMultimap.builder();
        for (int index = 0; index < blocks.size(); index++) {
            int at = index;
            blocks.get(index).id().ifPresent(id -> byId.put(id, at));
        }
        return byId.build();
    }

    private static int[] starts(ImmutableList<Block> blocks) {
        int[] starts = new int[blocks.size() + 1];
        for (int index = 0; index < blocks.size(); index++) {
            starts[index + 1] = starts[index] + blocks.get(index).length();
        }
        return starts;
    }
}
