package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * A page as Logseq reads it: a flat list of blocks in file order. Blocks are named by their index; parents, levels and
 * the ends of subtrees are derived from their widths. Together the blocks cover the text without gaps, unless it is
 * blank: then there are none. Any text has an outline.
 */
public final class Outline {

    private final Syntax syntax;
    private final Text text;
    private final Blocks blocks;

    /** Compares each edited outline with one parsed anew: slow, for those who look for a bug. */
    private static final boolean PARANOID = Boolean.getBoolean("logseqls.paranoid");

    Outline(Syntax syntax, Text text, Blocks blocks) {
        this.syntax = syntax;
        this.text = text;
        this.blocks = blocks;
    }

    public static Outline parse(Text text, Syntax syntax) {
        return new Outline(syntax, text, Blocks.of(PageScanner.scan(syntax, text.string())));
    }

    /**
     * The outline of the text after an edit: equal to one parsed anew, and sharing every block that the edit did not touch.
     *
     * <p>Reading begins at the block before the edit, or at the first block with an opener that the edit may have closed, and
     * ends at the first block behind the edit that began before it too.
     */
    public Outline with(Edit edit) {
        Text changed = text.with(edit);
        Outline result = text.isBlank() || changed.isBlank() ? parse(changed, syntax) : Reparse.of(this, edit, changed);
        if (PARANOID && !result.isReadAs(parse(changed, syntax))) {
            throw new IllegalStateException("an edit made another outline than parsing does: " + edit + " in " + text);
        }
        return result;
    }

    /** Which blocks this outline does not share with another one of the page. */
    public Changed changedSince(Outline before) {
        int most = Math.min(size(), before.size());
        int from = blocks.sharedAtStart(before.blocks);
        int sharedAtEnd = Math.min(most - from, blocks.sharedAtEnd(before.blocks));
        return new Changed(from, size() - sharedAtEnd, before.size() - sharedAtEnd);
    }

    /** Whether two outlines have the same blocks, read in the same way. */
    boolean isReadAs(Outline other) {
        boolean same = size() == other.size() && text.equals(other.text);
        for (int index = 0; index < size() && same; index++) {
            same = start(index) == other.start(index)
                    && level(index) == other.level(index)
                    && block(index).isReadAs(other.block(index));
        }
        return same;
    }

    public Syntax syntax() {
        return syntax;
    }

    Blocks blocks() {
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
        return blocks.start(index);
    }

    /** All of a block, its indentation and trailing blank lines included. */
    public Span span(int index) {
        return new Span(start(index), start(index + 1));
    }

    /** A span inside a block as one inside the page. */
    public Span inPage(int index, Span inBlock) {
        return inBlock.shift(start(index));
    }

    /** A block and all its descendants, up to the last character that is not blank. */
    public Span subtree(int index) {
        int start = start(index);
        return new Span(start, Chars.trimEnd(text, start, start(subtreeEnd(index))));
    }

    /** The first line of a block's content, without bullet, trailing white space and line end. */
    public Span title(int index) {
        int from = start(index) + block(index).contentStart();
        return new Span(
                from, Chars.trimEnd(text, from, text.line(text.lineOf(from)).end()));
    }

    /** The offset in the page at which the text of a block's first line begins, behind task marker and priority. */
    public int titleStart(int index) {
        return start(index) + block(index).titleStart();
    }

    /** The blocks that claim an id, in file order. */
    public ImmutableList<Integer> blocks(BlockId id) {
        return blocks.claiming(id);
    }

    /** Logseq's level: 1 at the top, a parent's plus one below it. */
    public int level(int index) {
        return blocks.level(index);
    }

    public OptionalInt parent(int index) {
        return blocks.parent(index);
    }

    /** The index behind the last descendant of a block. */
    public int subtreeEnd(int index) {
        return blocks.subtreeEnd(index);
    }

    public boolean hasChildren(int index) {
        return blocks.subtreeEnd(index) > index + 1;
    }

    /** The block that holds {@code offset}; the last one at the end of the text, none in a blank page. */
    public OptionalInt blockAt(int offset) {
        return size() == 0 ? OptionalInt.empty() : OptionalInt.of(blocks.at(offset));
    }

    /**
     * The markup in a block, with spans inside the page: in no promised order, and markup that another piece holds beside that
     * piece. Two spans may be equal, as those of a link and of the page it names, but no two pieces are.
     */
    public ImmutableList<Inline> inlines(int index) {
        return inlines(index, Inline.class);
    }

    /**
     * The running text of a block below its first line, in the paragraphs that Logseq sees, with spans from the start of the
     * block.
     */
    public ImmutableList<Span> paragraphs(int index) {
        return Paragraphs.of(block(index), text.slice(span(index)));
    }

    /** The markup in a text that is the value of a property, where it is none of a block's own. */
    public static ImmutableList<Inline> inlinesOfValue(Syntax syntax, String value) {
        return Prose.inlinesOfValue(syntax, value);
    }

    /** The references to blocks in a block, with spans inside the page. */
    public ImmutableList<BlockRef> blockRefs(int index) {
        return inlines(index, BlockRef.class);
    }

    /** What Logseq loses or ignores of a block, found when asked for; spans inside the page. */
    public ImmutableList<Loss> losses(int index) {
        int start = start(index);
        ImmutableList<Inline> inlines = block(index).inlines(syntax, text, start);
        return Losses.of(syntax, block(index), text.slice(span(index)), inlines, start);
    }

    /** The bullets or stars of lines in a construct that look like the start of a block, and are none; spans inside the page. */
    public ImmutableList<Span> swallowedBullets(int index, Construct construct) {
        Span span = inPage(index, construct.span());
        Construct alone = construct.shift(-construct.span().start());
        return SwallowedBullets.in(syntax, text.slice(span), alone).stream()
                .map(bullet -> bullet.shift(span.start()))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Whether an id or a reference of a block may be among its {@link #losses}. This is asked of each block of a graph: it only
     * looks for texts of that form, and rather says yes.
     */
    public boolean mayLoseIds(int index) {
        Block block = block(index);
        return block.length() > BlockId.LENGTH
                && text.ask(span(index), new UnreadIds(block, block.inlines(syntax, text, start(index))));
    }

    private <T extends Inline> ImmutableList<T> inlines(int index, Class<T> kind) {
        int start = start(index);
        ImmutableList<Inline> inlines = block(index).inlines(syntax, text, start);
        if (inlines.isEmpty()) {
            return ImmutableList.of();
        }
        UnaryOperator<Span> inPage = span -> span.shift(start);
        ImmutableList.Builder<T> found = ImmutableList.builder();
        for (Inline inline : inlines) {
            if (kind.isInstance(inline)) {
                found.add(kind.cast(inline.moved(inPage)));
            }
        }
        return found.build();
    }
}
