package io.github.logseqls.graph;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The text that Logseq writes when it saves a page, byte for byte (format.md 8.2), its traps included (8.3): what it loses is
 * lost here.
 */
public final class SavedPage {

    private static final Splitter LINES = Splitter.on(Pattern.compile("\r?\n"));
    private static final String FOLDED = "collapsed";

    private final Outline outline;
    private final StoredPage page;
    private final String indentation;

    private SavedPage(Outline outline, StoredPage page, String indentation) {
        this.outline = outline;
        this.page = page;
        this.indentation = indentation;
    }

    /** The text of the page in a file, with LF for each line end; a blank file is no page, and never written. */
    public static Optional<String> of(PagePath path, Outline outline, GraphConfig config) {
        return StoredPage.of(path, outline, config)
                .map(page -> String.join("\n", blocks(outline, page, config.bulletIndentation())));
    }

    /** The texts of a page's blocks, likewise; between them stand line ends. */
    public static ImmutableList<String> blocks(Outline outline, StoredPage page, String indentation) {
        SavedPage saved = new SavedPage(outline, page, indentation);
        return IntStream.range(0, outline.size()).mapToObj(saved::block).collect(ImmutableList.toImmutableList());
    }

    private String block(int index) {
        StoredBlock block = page.blocks().get(index);
        String content = Whitespace.ANY.trimFrom(block.content());
        if (isWrittenAsPreamble(index, block)) {
            return content + "\n";
        }
        String text = block.collapsed() ? folded(index, content) : content;
        if (outline.syntax() == Syntax.ORG) {
            return bullet("*".repeat(outline.level(index)), "", text);
        }
        if (index == 0 && block.properties().values().containsKey("heading")) {
            return String.join("\n", LINES.split(text));
        }
        String indent = indentation.repeat(outline.level(index) - 1);
        return bullet(indent + "-", indent + "  ", text);
    }

    /** A preamble, and what Logseq takes for one: any first block with the sign of a property in its first line. */
    private boolean isWrittenAsPreamble(int index, StoredBlock block) {
        if (outline.block(index).kind() == Block.Kind.PREAMBLE) {
            return true;
        }
        String firstLine = LINES.split(block.content()).iterator().next();
        return index == 0 && outline.syntax() == Syntax.MARKDOWN && firstLine.contains(":: ");
    }

    /** Whatever folds a block is written as {@code true}. */
    private String folded(int index, String content) {
        String value = outline.block(index).property(FOLDED).orElseThrow().value();
        String mark = outline.syntax() == Syntax.ORG ? ":" + FOLDED + ":" : FOLDED + "::";
        return content.replaceFirst(
                "(?mi)^(\\s*)" + mark + "[ \t]*" + Pattern.quote(value) + "[ \t]*$", "$1" + mark + " true");
    }

    private static String bullet(String mark, String indent, String text) {
        String lines = String.join("\n" + indent, LINES.split(text));
        return lines.isEmpty() ? mark : mark + " " + lines;
    }
}
