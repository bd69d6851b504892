package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.PropertyKey;
import java.util.ArrayList;
import java.util.List;

/**
 * What speaks for a page as a whole: its title, its own properties, and the preamble that holds them.
 *
 * @param title the name by which the page is shown
 * @param symbols the names in all of it
 */
record PageHead(String title, ImmutableList<Symbol> symbols) {

    static PageHead of(PagePath path, Outline outline, GraphConfig config) {
        List<WrittenProperty> directives = Directives.of(outline);
        String title = PageTitle.of(path, outline, directives, config);
        PageName name = PageName.of(title);
        List<Symbol> symbols = new ArrayList<>(ofTitle(title));
        BlockSymbols blocks = new BlockSymbols(path, outline, config, symbols);
        PageProperties properties;
        if (hasPreamble(outline)) {
            properties = blocks.addPreamble(directives);
        } else {
            properties = PageProperties.asWritten(directives, outline, config);
            properties.tags().forEach(blocks::addPage);
        }
        for (WrittenProperty directive : directives) {
            PropertyKey key = PropertyKey.of(directive.key());
            if (Directives.areKept(outline, key)) {
                symbols.add(new Symbol.Key(key.name()));
            }
        }
        for (String alias : properties.aliases(name)) {
            PageName compared = PageName.of(alias);
            symbols.add(new Symbol.Alias(compared));
            if (!compared.toString().equals(alias)) {
                symbols.add(new Symbol.Spelling(alias));
            }
        }
        if (hasPreamble(outline) || !directives.isEmpty()) {
            PageName ofFile = PageName.of(PageTitle.ofFile(path, config));
            if (!ofFile.equals(name)) {
                symbols.add(new Symbol.FileName(ofFile));
            }
        }
        if (isNoDay(path, title, config) || ConflictCopy.isOne(path)) {
            symbols.add(new Symbol.Flaw());
        }
        return new PageHead(title, ImmutableList.copyOf(symbols));
    }

    /** Whether a file lies among the journals and is none. */
    private static boolean isNoDay(PagePath path, String title, GraphConfig config) {
        return config.folders().isInJournals(path)
                && config.journals().parse(title).isEmpty();
    }

    /** What the title of a page, a whiteboard or an unreadable file names. */
    static ImmutableList<Symbol> ofTitle(String title) {
        ImmutableList.Builder<Symbol> symbols = ImmutableList.builder();
        symbols.add(new Symbol.Title(PageName.of(title)));
        PageName.parents(title).forEach(parent -> symbols.add(new Symbol.Child(PageName.of(parent))));
        return symbols.build();
    }

    /** Whether some of the blocks from {@code from} up to {@code end} may say something of the page as a whole. */
    static boolean isIn(Outline outline, int from, int end) {
        for (int index = from; index < end; index++) {
            Block block = outline.block(index);
            if (block.kind() == Block.Kind.PREAMBLE
                    || block.constructs().stream().anyMatch(PageHead::speaksForPage)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasPreamble(Outline outline) {
        return outline.size() > 0 && outline.block(0).kind() == Block.Kind.PREAMBLE;
    }

    private static boolean speaksForPage(Construct construct) {
        return construct.kind() == Construct.Kind.DIRECTIVE || construct.kind() == Construct.Kind.FRONT_MATTER;
    }
}
