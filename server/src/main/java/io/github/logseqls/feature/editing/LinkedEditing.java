package io.github.logseqls.feature.editing;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Encoding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.eclipse.lsp4j.LinkedEditingRanges;

/**
 * The id of a block and what refers to it in the same page, to be edited as one. There is none where two blocks of the page claim
 * the id, since one of them is to be changed then.
 */
public final class LinkedEditing {

    /** What an id is made of, in the regular expressions that editors use. */
    private static final String ID_CHARACTERS = "[0-9A-Fa-f-]+";

    private LinkedEditing() {}

    /** The places in the order of the text, two or more, spelt the same; {@code offset} is in the page. */
    public static Optional<LinkedEditingRanges> at(Page page, int offset, Encoding encoding) {
        Optional<Mention> caret = Mentions.at(page, offset)
                .filter(mention -> mention.target() instanceof Target.OfBlock)
                .filter(mention -> mention.nameSpan().touches(offset));
        if (caret.isEmpty()
                || page.outline()
                                .blocks(((Target.OfBlock) caret.get().target()).id())
                                .size()
                        != 1) {
            return Optional.empty();
        }
        String id = page.outline().text().slice(caret.get().nameSpan());
        List<Mention> linked = spelt(page, id);
        return linked.size() < 2 || linked.stream().noneMatch(mention -> mention.form() == Mention.Form.ID)
                ? Optional.empty()
                : Optional.of(new LinkedEditingRanges(
                        linked.stream()
                                .map(mention -> Ranges.of(page.outline().text(), mention.nameSpan(), encoding))
                                .toList(),
                        ID_CHARACTERS));
    }

    private static List<Mention> spelt(Page page, String id) {
        Outline outline = page.outline();
        return blocksWith(outline, id).stream()
                .flatMap(block -> Mentions.of(page, block).stream())
                .filter(mention -> mention.target() instanceof Target.OfBlock)
                .filter(mention -> outline.text().slice(mention.nameSpan()).equals(id))
                .sorted(Comparator.comparingInt(mention -> mention.nameSpan().start()))
                .toList();
    }

    /** The blocks in whose text an id stands. Editors ask whenever the caret moves, so no other markup is read. */
    private static ImmutableList<Integer> blocksWith(Outline outline, String id) {
        String text = outline.text().string();
        TreeSet<Integer> blocks = new TreeSet<>();
        for (int at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + BlockId.LENGTH)) {
            OptionalInt block = outline.blockAt(at);
            block.ifPresent(blocks::add);
        }
        return ImmutableList.copyOf(blocks);
    }
}
