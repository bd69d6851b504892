package io.github.logseqls.feature.editing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.SavedPage;
import io.github.logseqls.graph.StoredBlock;
import io.github.logseqls.graph.StoredPage;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page and what Logseq would write of it, tree by tree: a block of the first level with all below it, or the preamble. Trees
 * that cannot be written so without changing what the page means are found by trying.
 */
final class FormattedPage {

    /** After so many trees that had to stay the page stays as it is. */
    private static final int MOST_ATTEMPTS = 50;

    private static final Pattern LF = Pattern.compile("(?<!\r)\n");

    private final Page page;
    private final Outline outline;
    private final StoredPage stored;
    private final ImmutableList<String> saved;
    private final boolean keepsFinalLineEnd;
    private final String lineEnd;
    /** The first blocks of all trees, and the number of all blocks. */
    private final List<Integer> roots = new ArrayList<>();

    FormattedPage(Page page, StoredPage stored, boolean keepsFinalLineEnd) {
        this.page = page;
        this.outline = page.outline();
        this.stored = stored;
        this.saved = SavedPage.blocks(outline, stored, page.config().bulletIndentation());
        this.keepsFinalLineEnd = keepsFinalLineEnd;
        this.lineEnd = lineEnd(outline.text().string());
        for (int index = 0; index < outline.size(); index = outline.subtreeEnd(index)) {
            roots.add(index);
        }
        roots.add(outline.size());
    }

    /** The changes to all trees that touch a part of the page and can be changed. */
    ImmutableList<Edit> changes(Span part) {
        BitSet changed = new BitSet();
        for (int tree = 0; tree + 1 < roots.size(); tree++) {
            Span span = span(tree);
            changed.set(tree, span.start() <= part.end() && part.start() <= span.end());
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS && !changed.isEmpty(); attempt++) {
            ImmutableList<Edit> edits = edits(changed);
            Optional<Integer> damaged = firstDamaged(edits);
            if (damaged.isEmpty()) {
                return edits;
            }
            int tree = treeOf(damaged.get());
            // What comes before decides how a tree is read: where it is not the tree itself, it is the one before.
            int stays = changed.get(tree) ? tree : Math.max(changed.previousSetBit(tree), -1);
            changed.clear(stays < 0 ? changed.nextSetBit(0) : stays);
        }
        return ImmutableList.of();
    }

    /** CRLF where each line ends so, else LF; a lone CR ends no line to Logseq. */
    private static String lineEnd(String text) {
        return text.indexOf('\n') >= 0 && !LF.matcher(text).find() ? "\r\n" : "\n";
    }

    private Span span(int tree) {
        return new Span(outline.start(roots.get(tree)), outline.start(roots.get(tree + 1)));
    }

    private int treeOf(int block) {
        int tree = 0;
        while (roots.get(tree + 1) <= block) {
            tree++;
        }
        return tree;
    }

    private ImmutableList<Edit> edits(BitSet changed) {
        ImmutableList.Builder<Edit> edits = ImmutableList.builder();
        for (int tree = changed.nextSetBit(0); tree >= 0; tree = changed.nextSetBit(tree + 1)) {
            for (int block = roots.get(tree); block < roots.get(tree + 1); block++) {
                Span span = outline.span(block);
                String after = written(block);
                if (!after.equals(outline.text().slice(span))) {
                    edits.add(new Edit(span, after));
                }
            }
        }
        return edits.build();
    }

    /** What is written of a block, with the line end behind it. */
    private String written(int block) {
        // A preamble has kept its own.
        String text = LF.matcher(saved.get(block)).replaceAll(lineEnd);
        if (block + 1 < outline.size()) {
            return text + lineEnd;
        }
        Text before = outline.text();
        boolean ends = before.length() > 0 && Text.isLineEnd(before.charAt(before.length() - 1));
        return keepsFinalLineEnd && ends && !text.endsWith(lineEnd) ? text + lineEnd : text;
    }

    /** The first block that means something else after some changes; the last one where there are more blocks then. */
    private Optional<Integer> firstDamaged(ImmutableList<Edit> edits) {
        Outline after = Outline.parse(outline.text().withAll(edits), outline.syntax());
        Optional<StoredPage> kept = StoredPage.of(page.path(), after, page.config());
        if (kept.isEmpty()) {
            return Optional.of(0);
        }
        ImmutableList<String> savedAgain =
                SavedPage.blocks(after, kept.get(), page.config().bulletIndentation());
        int least = Math.min(outline.size(), after.size());
        for (int block = 0; block < least; block++) {
            boolean same = savedAgain.get(block).equals(saved.get(block))
                    && outline.level(block) == after.level(block)
                    && isAlike(outline.block(block), after.block(block))
                    && isAlike(stored.blocks().get(block), kept.get().blocks().get(block));
            if (!same) {
                return Optional.of(block);
            }
        }
        if (outline.size() != after.size()) {
            return Optional.of(least - 1);
        }
        return isAlike(stored, kept.get()) ? Optional.empty() : Optional.of(0);
    }

    private static boolean isAlike(Block one, Block other) {
        return one.id().equals(other.id())
                && (one.kind() == Block.Kind.PREAMBLE) == (other.kind() == Block.Kind.PREAMBLE);
    }

    private static boolean isAlike(StoredBlock one, StoredBlock other) {
        return one.id().equals(other.id())
                && one.properties().values().equals(other.properties().values())
                && one.collapsed() == other.collapsed()
                && one.planning().equals(other.planning())
                && one.blocks().equals(other.blocks())
                && one.pages().equals(other.pages());
    }

    /** Whether two pages are the same apart from their blocks. */
    private static boolean isAlike(StoredPage one, StoredPage other) {
        return one.title().equals(other.title())
                && one.alias().equals(other.alias())
                && one.tags().equals(other.tags())
                && one.properties().equals(other.properties())
                && Iterables.elementsEqual(one.writtenTags(), other.writtenTags());
    }
}
