package io.github.logseqls.change;

import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lines in which a page says something of itself as a whole (format.md 2.3). */
public final class PageLines {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PageLines() {}

    /** Adds some to a page that has none for these keys, where Logseq looks for them first. */
    public static Edit added(Page page, Map<String, String> properties) {
        Outline outline = page.outline();
        Text text = outline.text();
        boolean isOrg = outline.syntax() == Syntax.ORG;
        String lineEnd = LineEnds.of(text);
        int start = text.length() > 0 && BYTE_ORDER_MARK.indexOf(text.charAt(0)) == 0 ? 1 : 0;
        Optional<Construct> first = first(outline);
        int second = text.lineCount() > 1 ? text.lineStart(1) : start;
        if (first.filter(construct -> construct.kind() == Construct.Kind.FRONT_MATTER)
                .isPresent()) {
            return at(second, lines(properties, "", ": ", lineEnd));
        }
        boolean isDrawer = first.filter(construct -> construct.kind() == Construct.Kind.PROPERTIES)
                .filter(construct -> text.charAt(construct.span().start()) == ':')
                .isPresent();
        if (isDrawer && !hasDirectives(outline)) {
            return at(second, lines(properties, ":", ": ", lineEnd));
        }
        String lines = isOrg || hasDirectives(outline)
                ? lines(properties, "#+", ": ", lineEnd)
                : lines(properties, "", ":: ", lineEnd);
        boolean hasPreamble = outline.size() > 0 && outline.block(0).kind() == Block.Kind.PREAMBLE;
        return at(start, hasPreamble ? lines : lines + lineEnd);
    }

    private static String lines(Map<String, String> properties, String before, String between, String lineEnd) {
        return properties.entrySet().stream()
                .map(property -> before + property.getKey() + between + property.getValue() + lineEnd)
                .collect(Collectors.joining());
    }

    private static Optional<Construct> first(Outline outline) {
        return outline.size() > 0 && outline.block(0).kind() == Block.Kind.PREAMBLE
                ? outline.block(0).constructs().stream().findFirst()
                : Optional.empty();
    }

    private static boolean hasDirectives(Outline outline) {
        for (int block = 0; block < outline.size(); block++) {
            if (outline.block(block).constructs().stream()
                    .anyMatch(construct -> construct.kind() == Construct.Kind.DIRECTIVE)) {
                return true;
            }
        }
        return false;
    }

    private static Edit at(int offset, String lines) {
        return new Edit(new Span(offset, offset), lines);
    }
}
