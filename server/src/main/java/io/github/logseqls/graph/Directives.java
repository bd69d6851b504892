package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.PropertyKey;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code #+key: value} lines of a page and those of its front matter. Logseq takes them from wherever they stand, also
 * from inside bullets, for properties of the page (format.md 2.3). The keys are as written.
 */
final class Directives {

    private static final Pattern LINE = Pattern.compile("([^:\r\n]+):[ \t\f\u001a]*([^\r\n]*)(?:\r\n?|\n|$)");

    private static final ImmutableSet<String> NAMING = ImmutableSet.of("title", "alias", "tags");

    private Directives() {}

    /**
     * One of them.
     *
     * @param property what it says; the spans of its markup are in the page
     * @param keySpan its key: UTF-16 offsets in the page
     * @param valueSpan all that stands behind the key, likewise
     */
    record Directive(WrittenProperty property, Span keySpan, Span valueSpan) {}

    static ImmutableList<WrittenProperty> of(Outline outline) {
        ImmutableList.Builder<WrittenProperty> directives = ImmutableList.builder();
        for (int index = 0; index < outline.size(); index++) {
            in(outline, index).forEach(directive -> directives.add(directive.property()));
        }
        return directives.build();
    }

    /** Those that stand in one block. */
    static ImmutableList<Directive> in(Outline outline, int index) {
        ImmutableList.Builder<Directive> directives = ImmutableList.builder();
        for (Construct construct : outline.block(index).constructs()) {
            Span span = outline.inPage(index, construct.span());
            switch (construct.kind()) {
                case DIRECTIVE -> directives.addAll(lines(outline, directive(outline.text(), span)));
                case FRONT_MATTER -> directives.addAll(lines(outline, inside(outline.text(), span)));
                default -> {
                    // Nothing else speaks for the page.
                }
            }
        }
        return directives.build();
    }

    /** Whether Logseq keeps what a directive of a key says: where the page has no preamble, little is. */
    static boolean areKept(Outline outline, PropertyKey key) {
        return key.isValid() && (standForPreamble(outline) || NAMING.contains(key.name()));
    }

    /** Whether they take the place of properties before the first bullet of a page. */
    static boolean standForPreamble(Outline outline) {
        return outline.size() > 0 && outline.block(0).kind() == Block.Kind.PREAMBLE;
    }

    /** A directive without {@code #+}, but with the blanks at the end of its line. */
    private static Span directive(Text text, Span span) {
        int end = text.line(text.lineOf(span.start())).end();
        return new Span(span.start() + "#+".length(), Math.max(end, span.end()));
    }

    /** Front matter without its first line and the closing dashes. */
    private static Span inside(Text text, Span span) {
        int start = text.lineStart(text.lineOf(span.start()) + 1);
        return new Span(start, Math.max(start, span.end() - "---".length()));
    }

    /** All lines of a part of the page; none where one of them has no key. */
    private static ImmutableList<Directive> lines(Outline outline, Span span) {
        ImmutableList.Builder<Directive> found = ImmutableList.builder();
        Matcher line = LINE.matcher(outline.text().slice(span));
        while (line.regionStart() < span.length()) {
            if (!line.lookingAt()) {
                return ImmutableList.of();
            }
            Span value = new Span(line.start(2), line.end(2)).shift(span.start());
            ImmutableList<Inline> markup = Outline.inlinesOfValue(outline.syntax(), line.group(2)).stream()
                    .map(inline -> inline.shift(value.start()))
                    .sorted(BlockSource.IN_ORDER)
                    .collect(ImmutableList.toImmutableList());
            found.add(new Directive(
                    new WrittenProperty(line.group(1), line.group(2), markup),
                    new Span(line.start(1), line.end(1)).shift(span.start()),
                    value));
            line.region(line.end(), span.length());
        }
        return found.build();
    }
}
