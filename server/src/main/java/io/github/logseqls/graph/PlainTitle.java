package io.github.logseqls.graph;

import com.google.common.collect.ImmutableSet;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Emphasis;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Link;
import io.github.logseqls.outline.Macro;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.PageRef;
import io.github.logseqls.outline.Tag;
import io.github.logseqls.outline.Verbatim;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The first line of a block as people read it: without marks of any kind, with the first line of other blocks in place of
 * references to them. Task marker and priority are left out.
 *
 * <p>A block that refers to itself, straight or in a circle, is shown once.
 */
public final class PlainTitle {

    private static final int LONGEST = 400;
    private static final int DEEPEST_REFERENCE = 3;
    private static final String UNKNOWN_BLOCK = "((…))";
    private static final Comparator<Inline> OUTER_FIRST = Comparator.<Inline>comparingInt(
                    inline -> inline.span().start())
            .thenComparing(inline -> inline.span().end(), Comparator.reverseOrder())
            .thenComparing(inline -> inline instanceof Link || inline instanceof Macro);

    private final Function<BlockId, Optional<BlockAt>> blocks;
    private final BlockAt block;
    private final Set<BlockId> seen;

    private PlainTitle(Function<BlockId, Optional<BlockAt>> blocks, BlockAt block, Set<BlockId> seen) {
        this.blocks = blocks;
        this.block = block;
        this.seen = seen;
    }

    /**
     * The line; empty for a block that begins with no text.
     *
     * @param blocks finds the block that an id names
     */
    public static String of(BlockAt block, Function<BlockId, Optional<BlockAt>> blocks) {
        PlainTitle title = new PlainTitle(blocks, block, own(block));
        return title.line(title.textSpan());
    }

    /** As {@link #of(BlockAt, Function)}, of another line of the block or a part of one; {@code line} is in the page. */
    public static String of(BlockAt block, Span line, Function<BlockId, Optional<BlockAt>> blocks) {
        return new PlainTitle(blocks, block, own(block)).line(line);
    }

    private static Set<BlockId> own(BlockAt block) {
        return block.block().id().map(Set::of).orElse(Set.of());
    }

    private String line(Span part) {
        List<Inline> markup = block.outline().inlines(block.index()).stream()
                .filter(inline -> part.contains(inline.span()))
                .sorted(OUTER_FIRST)
                .toList();
        return Places.shorten(plain(part, markup).strip(), LONGEST);
    }

    /** The first line behind task marks and the signs of a heading. */
    private Span textSpan() {
        Outline outline = block.outline();
        Span title = outline.title(block.index());
        String text = outline.text().slice(title);
        int at = 0;
        while (at < text.length() && text.charAt(at) == '#') {
            at++;
        }
        at = at < text.length() && Character.isWhitespace(text.charAt(at)) ? at : 0;
        int behindMarks = outline.titleStart(block.index());
        return new Span(Math.min(title.end(), Math.max(title.start() + at, behindMarks)), title.end());
    }

    private String plain(Span part, List<Inline> markup) {
        Text text = block.outline().text();
        StringBuilder shown = new StringBuilder();
        int at = part.start();
        for (int i = 0; i < markup.size() && shown.length() <= LONGEST; i++) {
            Inline inline = markup.get(i);
            Span span = inline.span();
            if (span.start() >= at && part.contains(span)) {
                shown.append(text.slice(new Span(at, span.start())));
                shown.append(plain(inline, markup.subList(i + 1, markup.size())));
                at = span.end();
            }
        }
        int end = Math.min(part.end(), at + LONGEST + 1);
        return shown.append(text.slice(new Span(at, Math.max(at, end)))).toString();
    }

    private String plain(Inline inline, List<Inline> inside) {
        Text text = block.outline().text();
        if (inline instanceof BlockRef ref) {
            return ref.labelSpan().isEmpty() ? title(ref) : plain(ref.labelSpan(), inside);
        }
        if (inline instanceof PageRef ref) {
            return ref.labelSpan().isEmpty() ? ref.name() : plain(ref.labelSpan(), inside);
        }
        if (inline instanceof Tag tag) {
            // Those at the end of a headline of Org have colons around them already.
            return tag.span().equals(tag.nameSpan()) ? tag.name() : "#" + tag.name();
        }
        if (inline instanceof Link link) {
            return link.labelSpan().isEmpty() ? link.target() : plain(link.labelSpan(), inside);
        }
        if (inline instanceof Emphasis emphasis) {
            return plain(emphasis.inside(), inside);
        }
        String written = text.slice(inline.span());
        return inline instanceof Verbatim verbatim && verbatim.kind() == Verbatim.Kind.CODE
                ? withoutEnds(written)
                : written;
    }

    /** Code without the marks around it, which are the same at both ends. */
    private static String withoutEnds(String code) {
        int marks = 0;
        while (2 * marks + 2 < code.length()
                && code.charAt(marks) == code.charAt(0)
                && code.charAt(code.length() - 1 - marks) == code.charAt(0)) {
            marks++;
        }
        return code.substring(marks, code.length() - marks);
    }

    private String title(BlockRef ref) {
        Optional<BlockId> id = ref.id().filter(known -> seen.size() < DEEPEST_REFERENCE && !seen.contains(known));
        return id.flatMap(blocks)
                .map(target -> new PlainTitle(blocks, target, with(seen, id.get())))
                .map(title -> title.line(title.textSpan()))
                .filter(line -> !line.isEmpty())
                .orElse(UNKNOWN_BLOCK);
    }

    private static Set<BlockId> with(Set<BlockId> seen, BlockId id) {
        return ImmutableSet.<BlockId>builder().addAll(seen).add(id).build();
    }
}
