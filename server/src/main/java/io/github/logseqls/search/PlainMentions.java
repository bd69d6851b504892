package io.github.logseqls.search;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Emphasis;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places in running text that hold a name as whole words, where Logseq sees no reference to anything. */
public final class PlainMentions {

    private static final ImmutableSet<Construct.Kind> PROSE = ImmutableSet.of(
            Construct.Kind.BEGIN,
            Construct.Kind.QUOTE,
            Construct.Kind.LIST,
            Construct.Kind.DEFINITIONS,
            Construct.Kind.FOOTNOTE,
            Construct.Kind.TABLE);

    private PlainMentions() {}

    /** Those in a block, in UTF-16 offsets in the page; none in what stands before the first block. */
    public static ImmutableList<Span> in(Outline outline, int index, Pattern name) {
        Block block = outline.block(index);
        if (block.kind() == Block.Kind.PREAMBLE) {
            return ImmutableList.of();
        }
        String text = outline.text().slice(outline.span(index));
        List<Span> taken = taken(outline, index);
        Matcher matcher = name.matcher(text);
        ImmutableList.Builder<Span> found = ImmutableList.builder();
        while (matcher.find()) {
            Span span = new Span(matcher.start(), matcher.end());
            if (span.start() >= block.contentStart()
                    && isWhole(text, span)
                    && taken.stream().noneMatch(other -> other.start() < span.end() && span.start() < other.end())) {
                found.add(outline.inPage(index, span));
            }
        }
        return found.build();
    }

    /** What is no running text in a block, with spans from its start. */
    private static List<Span> taken(Outline outline, int index) {
        int start = outline.start(index);
        ImmutableList.Builder<Span> taken = ImmutableList.builder();
        for (Construct construct : outline.block(index).constructs()) {
            if (!PROSE.contains(construct.kind()) || construct.isVerbatimBegin()) {
                taken.add(construct.span());
            }
        }
        for (Inline inline : outline.inlines(index)) {
            if (!(inline instanceof Emphasis)) {
                taken.add(inline.span().shift(-start));
            }
        }
        return taken.build();
    }

    private static boolean isWhole(String text, Span span) {
        return isEdge(text, span.start()) && isEdge(text, span.end());
    }

    private static boolean isEdge(String text, int at) {
        return at == 0 || at == text.length() || WordEdges.isBetween(text.codePointBefore(at), text.codePointAt(at));
    }
}
