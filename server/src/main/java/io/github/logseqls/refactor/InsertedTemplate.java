package io.github.logseqls.refactor;

import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.change.Template;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import java.util.List;
import java.util.Optional;

/** A template put in at a place. */
public final class InsertedTemplate {

    private InsertedTemplate() {}

    /** The template of a name in the place of an empty block at the caret, else behind the block there. */
    public static Refactored of(Spot spot, String name) {
        Optional<Template> template = Template.of(spot.snapshot(), name);
        if (template.isEmpty()) {
            return new Refactored.Refused("There is no template “" + name + "” in this graph.");
        }
        if (template.get().syntax() != spot.outline().syntax()) {
            return new Refactored.Refused(
                    "The template is written in the other format, Markdown or Org, and cannot be put in here.");
        }
        List<Draft> blocks = template.get().blocks(spot.page(), spot.now());
        if (blocks.isEmpty()) {
            return new Refactored.Refused("The template holds nothing that could be put in.");
        }
        Optional<BlockAt> block = spot.block();
        return block.isPresent() ? at(spot, block.get(), blocks) : atEnd(spot, blocks);
    }

    private static Refactored at(Spot spot, BlockAt block, List<Draft> blocks) {
        Outline outline = spot.outline();
        int index = block.index();
        int level = outline.level(index);
        List<Draft> moved = Draft.deeper(blocks, level - 1);
        boolean isEmpty = Draft.of(outline, index).content().isEmpty();
        int end = outline.subtreeEnd(index);
        Edit edit = isEmpty
                ? Writing.replaced(spot.page(), index, index + 1, moved)
                : Writing.behind(spot.page(), index, moved);
        return Trial.of(
                spot,
                Change.of(spot.page(), edit),
                Draft.with(outline, isEmpty ? index : end, isEmpty ? index + 1 : end, moved));
    }

    private static Refactored atEnd(Spot spot, List<Draft> blocks) {
        Outline outline = spot.outline();
        Change change = Change.of(spot.page(), Writing.appended(spot.page(), blocks));
        return Trial.of(spot, change, Draft.with(outline, outline.size(), outline.size(), blocks));
    }
}
