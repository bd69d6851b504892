package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Spans;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The conflicts that Git left in a page, in order. Logseq takes the marks for text and indents them when it saves the page, so
 * that indented ones count too (format.md 10.19). Where all of a conflict stands in code it is an example and none.
 */
public record MergeConflicts(ImmutableList<MergeConflict> list) {

    private static final MergeConflicts NONE = new MergeConflicts(ImmutableList.of());

    private static final String OPENER = "<<<<<<< ";

    private static final Pattern MARKS =
            Pattern.compile("(?<![^\r\n])[ \t]*(<{7} |\\|{7}(?![^ \r\n])|={7}(?![^\r\n])|>{7} )[^\r\n]*(?:\r\n?|\n)?");

    public static MergeConflicts in(Outline outline) {
        Text text = outline.text();
        if (openersIn(text, new Span(0, text.length())) == 0) {
            return NONE;
        }
        ImmutableList.Builder<MergeConflict> found = ImmutableList.builder();
        Lines lines = new Lines(text);
        Matcher marks = MARKS.matcher(text.string());
        while (marks.find()) {
            lines.add(marks.group(1).charAt(0), new Span(marks.start(), marks.end()))
                    .filter(conflict -> !isInCode(outline, conflict.span()))
                    .ifPresent(found::add);
        }
        return new MergeConflicts(found.build());
    }

    /** In how many places of a part of a text a conflict may begin. */
    static int openersIn(Text text, Span part) {
        String lines = part.length() == text.length() ? text.string() : text.slice(part);
        int openers = 0;
        for (int at = lines.indexOf(OPENER); at >= 0; at = lines.indexOf(OPENER, at + OPENER.length())) {
            openers++;
        }
        return openers;
    }

    /** The conflict that holds the character at {@code offset}. */
    public Optional<MergeConflict> at(int offset) {
        int found = Spans.indexAt(list, MergeConflict::span, offset);
        return found < 0 ? Optional.empty() : Optional.of(list.get(found));
    }

    private static boolean isInCode(Outline outline, Span conflict) {
        int block = outline.blockAt(conflict.start()).orElseThrow();
        Span inBlock = conflict.shift(-outline.start(block));
        List<Construct> constructs = outline.block(block).constructs();
        int around = Spans.indexAt(constructs, Construct::span, inBlock.start());
        return around >= 0
                && isCode(constructs.get(around))
                && constructs.get(around).span().contains(inBlock);
    }

    private static boolean isCode(Construct construct) {
        return switch (construct.kind()) {
            case FENCE, COMMENT, EXAMPLE -> true;
            case BEGIN -> construct.isVerbatimBegin();
            default -> false;
        };
    }

    /** The lines of marks that were met of one conflict; another opener begins anew. */
    private static final class Lines {

        private static final Span NONE = new Span(0, 0);

        private final Text text;
        private Span opener = NONE;
        private Span bars = NONE;
        private Span middle = NONE;

        Lines(Text text) {
            this.text = text;
        }

        /** Adds a line; the conflict that ends with it. */
        Optional<MergeConflict> add(char mark, Span line) {
            if (mark == '<') {
                opener = line;
                bars = NONE;
                middle = NONE;
            } else if (opener.isEmpty()) {
                return Optional.empty();
            } else if (mark == '|' && bars.isEmpty() && middle.isEmpty()) {
                bars = line;
            } else if (mark == '=' && middle.isEmpty()) {
                middle = line;
            } else if (mark == '>' && !middle.isEmpty()) {
                MergeConflict conflict = conflict(line);
                opener = NONE;
                return Optional.of(conflict);
            }
            return Optional.empty();
        }

        private MergeConflict conflict(Span closer) {
            return new MergeConflict(
                    text.trimmed(opener),
                    between(opener, bars.isEmpty() ? middle : bars),
                    between(bars.isEmpty() ? middle : bars, middle),
                    between(middle, closer),
                    text.trimmed(closer));
        }

        /** What stands between two lines; nothing between a line and itself. */
        private static Span between(Span one, Span next) {
            int end = Math.max(one.end(), next.start());
            return new Span(one.end(), end);
        }
    }
}
