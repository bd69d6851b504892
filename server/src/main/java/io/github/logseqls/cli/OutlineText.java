package io.github.logseqls.cli;

import io.github.logseqls.graph.StoredBlock;
import io.github.logseqls.graph.StoredPage;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.PageRef;
import io.github.logseqls.outline.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One page for people to read: its title, then a line for each block, indented by its level. */
final class OutlineText {

    private OutlineText() {}

    static List<String> lines(String path, Outline outline, Optional<StoredPage> page) {
        List<String> lines = new ArrayList<>();
        lines.add(path + ": " + page.map(StoredPage::title).orElse("(blank)"));
        for (int index = 0; index < outline.size() && page.isPresent(); index++) {
            StoredBlock block = page.get().blocks().get(index);
            lines.add("  ".repeat(outline.level(index))
                    + mark(outline, index)
                    + firstLine(block.content())
                    + notes(block));
        }
        return lines;
    }

    private static String mark(Outline outline, int index) {
        return switch (outline.block(index).kind()) {
            case PREAMBLE -> "| ";
            case BULLET -> "- ";
            case HEADING -> "";
        };
    }

    private static String firstLine(String content) {
        return content.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The block's id and what it refers to, in the order in which they stand. */
    private static String notes(StoredBlock block) {
        String id = block.id().map(known -> "  {id " + known + "}").orElse("");
        String refs =
                block.references().stream().map(OutlineText::shown).distinct().collect(Collectors.joining(" "));
        return id + (refs.isEmpty() ? "" : "  {refs " + refs + "}");
    }

    private static String shown(Inline inline) {
        if (inline instanceof BlockRef ref) {
            return "((" + ref.target() + "))";
        }
        return inline instanceof PageRef ref ? "[[" + ref.name() + "]]" : "#" + ((Tag) inline).text();
    }
}
