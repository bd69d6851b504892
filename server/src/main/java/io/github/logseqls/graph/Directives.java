package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
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

    private Directives() {}

    static ImmutableList<WrittenProperty> of(Outline outline) {
        ImmutableList.Builder<WrittenProperty> directives = ImmutableList.builder();
        for (int index = 0; index < outline.size(); index++) {
            directives.addAll(in(outline, index));
        }
        return directives.build();
    }

    /** Those that stand in one block; the spans of their markup are in the page. */
    static ImmutableList<WrittenProperty> in(Outline outline, int index) {
        ImmutableList.Builder<WrittenProperty> directives = ImmutableList.builder();
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
    private static ImmutableList<WrittenProperty> lines(Outline outline, Span span) {
        ImmutableList.Builder<WrittenProperty> found = ImmutableList.builder();
        Matcher line = LINE.matcher(outline.text().slice(span));
        while (line.regionStart() < span.length()) {
            if (!line.lookingAt()) {
                return ImmutableList.of();
            }
            int value = line.start(2);
            ImmutableList<Inline> markup = Outline.inlinesOfValue(outline.syntax(), line.group(2)).stream()
                    .map(inline -> inline.shift(span.start() + value))
                    .sorted(BlockSource.IN_ORDER)
                    .collect(ImmutableList.toImmutableList());
            found.add(new WrittenProperty(line.group(1), line.group(2), markup));
            line.region(line.end(), span.length());
        }
        return found.build();
    }
}
