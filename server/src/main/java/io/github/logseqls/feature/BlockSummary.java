package io.github.logseqls.feature;

import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Target;
import io.github.logseqls.graph.TellingLine;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.outline.TaskMarks;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.SymbolKind;

/**
 * A block in one line.
 *
 * @param name its first line without marks; never empty
 * @param detail what else there is to know: marker, priority, the language of code, tags; may be empty
 * @param kind its role, in the words that the protocol has for programs
 * @param line the first line as written, in UTF-16 offsets in the page
 */
public record BlockSummary(String name, String detail, SymbolKind kind, Span line) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_DETAIL = 60;
    private static final int LONGEST_HEAD = 2_000;
    private static final Pattern DIRECTIVE = Pattern.compile("(?m)^(?:#\\+)?([^\\s:#]+):");
    private static final Pattern OPENER = Pattern.compile("^(?:`+|~+|#\\+\\w+)");
    private static final Pattern HEADING = Pattern.compile("#+(\\s.*)?", Pattern.DOTALL);

    /**
     * The summary; empty for the blank lines above a page's first bullet.
     *
     * @param blocks finds the blocks that are referred to
     */
    public static Optional<BlockSummary> of(BlockAt block, Function<BlockId, Optional<BlockAt>> blocks) {
        Optional<TellingLine> telling = TellingLine.of(block, blocks);
        if (block.block().kind() == Block.Kind.PREAMBLE) {
            return ofPreamble(block, telling);
        }
        List<Property> shown = block.block().properties().stream()
                .filter(property -> !property.key().isHidden())
                .toList();
        boolean onlyProperties = telling.isEmpty() && !shown.isEmpty();
        String name = onlyProperties
                ? shown.get(0).key() + ": " + shown.get(0).value()
                : telling.map(TellingLine::text).orElse(Places.NO_TEXT);
        Optional<Construct> code = telling.flatMap(TellingLine::code);
        Span title = block.outline().title(block.index());
        return Optional.of(new BlockSummary(
                Places.shorten(name, LONGEST_NAME),
                Places.shorten(detail(block, code), LONGEST_DETAIL),
                onlyProperties ? SymbolKind.Property : kind(block, code.isPresent()),
                title));
    }

    private static Optional<BlockSummary> ofPreamble(BlockAt block, Optional<TellingLine> telling) {
        boolean properties = !block.block().properties().isEmpty()
                || block.block().constructs().stream().anyMatch(BlockSummary::isOfPage);
        Outline outline = block.outline();
        if (telling.isEmpty() && !properties) {
            return Optional.empty();
        }
        int line = outline.text().lineOf(outline.start(block.index()));
        while (outline.text().isBlankLine(line)) {
            line++;
        }
        Span span = outline.text().line(line);
        if (!properties) {
            return telling.map(
                    text -> new BlockSummary(Places.shorten(text.text(), LONGEST_NAME), "", SymbolKind.String, span));
        }
        return Optional.of(new BlockSummary(
                "Page properties",
                Places.shorten(String.join(", ", keys(block)), LONGEST_DETAIL),
                SymbolKind.Property,
                span));
    }

    /** The keys of properties, of {@code #+key: value} and of front matter. */
    private static Set<String> keys(BlockAt block) {
        Set<String> keys = new LinkedHashSet<>();
        block.block().properties().forEach(property -> keys.add(property.key().name()));
        for (Construct construct : block.block().constructs()) {
            if (isOfPage(construct)) {
                Span span = block.outline().inPage(block.index(), construct.span());
                Span begin = new Span(span.start(), Math.min(span.end(), span.start() + LONGEST_HEAD));
                DIRECTIVE
                        .matcher(block.outline().text().slice(begin))
                        .results()
                        .forEach(key -> keys.add(key.group(1).toLowerCase(Locale.ROOT)));
            }
        }
        return keys;
    }

    private static boolean isOfPage(Construct construct) {
        return construct.kind() == Construct.Kind.DIRECTIVE || construct.kind() == Construct.Kind.FRONT_MATTER;
    }

    private static SymbolKind kind(BlockAt at, boolean code) {
        Block block = at.block();
        if (block.property("template").isPresent()) {
            return SymbolKind.Class;
        }
        if (!block.taskMarks().marker().isEmpty()) {
            return SymbolKind.Event;
        }
        if (code) {
            return SymbolKind.Function;
        }
        return isHeading(at) ? SymbolKind.Namespace : SymbolKind.String;
    }

    /** Whether a block is a heading of Markdown, with a bullet or without. */
    public static boolean isHeading(BlockAt block) {
        Outline outline = block.outline();
        Span title = outline.title(block.index());
        return outline.syntax() == Syntax.MARKDOWN
                && !title.isEmpty()
                && outline.text().charAt(title.start()) == '#'
                && HEADING.matcher(outline.text().slice(title)).matches();
    }

    private static String detail(BlockAt block, Optional<Construct> code) {
        List<String> parts = new ArrayList<>();
        TaskMarks marks = block.block().taskMarks();
        parts.add(marks.marker());
        parts.add(marks.priority().isEmpty() ? "" : "[#" + marks.priority() + "]");
        parts.add(code.map(construct -> language(block, construct)).orElse(""));
        block.block().property("tags").ifPresent(tags -> addNames(block, tags, parts));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    /** What stands behind the mark that opens code. */
    private static String language(BlockAt block, Construct code) {
        Text text = block.outline().text();
        Span span = block.outline().inPage(block.index(), code.span());
        Span line = text.line(text.lineOf(span.start()));
        String opener = text.slice(new Span(span.start(), Math.min(line.end(), span.end())));
        return switch (code.kind()) {
            case FENCE, BEGIN -> OPENER.matcher(opener).replaceFirst("").strip();
            default -> "";
        };
    }

    private static void addNames(BlockAt block, Property tags, List<String> to) {
        Span value = block.outline().inPage(block.index(), tags.valueSpan());
        Mentions.of(block.page(), block.index()).stream()
                .filter(mention -> value.contains(mention.span()))
                .filter(mention -> mention.target() instanceof Target.OfPage)
                .sorted(Comparator.comparingInt(mention -> mention.span().start()))
                .map(mention -> tag(((Target.OfPage) mention.target()).title()))
                .forEach(to::add);
    }

    private static String tag(String title) {
        return title.indexOf(' ') < 0 ? "#" + title : "#[[" + title + "]]";
    }
}
