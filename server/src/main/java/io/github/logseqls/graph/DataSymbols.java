package io.github.logseqls.graph;

import io.github.logseqls.outline.BlockId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the names in an EDN file: the ids of {@link DataIds}, and the blocks and pages that the shapes of a whiteboard show
 * or link to.
 */
final class DataSymbols {

    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*+)\"";
    private static final Pattern SHOWN = Pattern.compile(":pageId\\s*" + TEXT, Pattern.DOTALL);
    private static final Pattern LINKED = Pattern.compile(":refs\\s*\\[((?:\\s|" + TEXT + ")*+)\\]", Pattern.DOTALL);
    private static final Pattern ONE = Pattern.compile(TEXT, Pattern.DOTALL);

    private DataSymbols() {}

    static Symbols in(String text, GraphConfig config) {
        List<Symbol> found = new ArrayList<>();
        DataIds.in(text).keySet().forEach(id -> found.add(new Symbol.DataDefinition(id)));
        addAll(SHOWN.matcher(text), config, found);
        Matcher linked = LINKED.matcher(text);
        while (linked.find()) {
            addAll(ONE.matcher(linked.group(1)), config, found);
        }
        return Symbols.of(found);
    }

    private static void addAll(Matcher names, GraphConfig config, List<Symbol> found) {
        while (names.find()) {
            String name = names.group(1).replaceAll("\\\\(.)", "$1");
            Optional<BlockId> id = BlockId.parse(name);
            if (id.isPresent()) {
                found.add(new Symbol.BlockUse(id.get()));
            } else {
                for (String title : ReferencedPages.withNamespaces(name, config)) {
                    found.add(new Symbol.PageUse(PageName.of(title)));
                }
            }
        }
    }
}
