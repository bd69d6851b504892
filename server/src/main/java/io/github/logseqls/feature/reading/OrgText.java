package io.github.logseqls.feature.reading;

import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Emphasis;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Link;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.PageRef;
import io.github.logseqls.outline.Verbatim;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Running text of Org in Markdown: emphasis, code and links; links to pages are shown as Logseq shows them. */
final class OrgText {

    private static final int LONGEST = 400;
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s<>]+");

    private static final Comparator<Inline> OUTER_FIRST = Comparator.<Inline>comparingInt(
                    inline -> inline.span().start())
            .thenComparing(inline -> inline.span().end(), Comparator.reverseOrder())
            .thenComparing(inline -> inline instanceof Link);

    private final Text text;
    private final Function<BlockRef, String> blocks;

    private OrgText(Text text, Function<BlockRef, String> blocks) {
        this.text = text;
        this.blocks = blocks;
    }

    /**
     * A part of a block, which is in the page, cut where it gets long.
     *
     * @param blocks what is shown for a reference to a block
     */
    static String markdown(Outline outline, int index, Span part, Function<BlockRef, String> blocks) {
        List<Inline> markup = outline.inlines(index).stream()
                .filter(inline -> part.contains(inline.span()))
                .sorted(OUTER_FIRST)
                .toList();
        return new OrgText(outline.text(), blocks).markdown(part, markup);
    }

    private String markdown(Span part, List<Inline> markup) {
        StringBuilder shown = new StringBuilder();
        int at = part.start();
        for (int i = 0; i < markup.size() && shown.length() <= LONGEST; i++) {
            Inline inline = markup.get(i);
            if (inline.span().start() >= at && part.contains(inline.span())) {
                shown.append(text.slice(new Span(at, inline.span().start())));
                shown.append(markdown(inline, markup.subList(i + 1, markup.size())));
                at = inline.span().end();
            }
        }
        int end = Math.min(part.end(), Math.max(at, at + LONGEST));
        return shown.append(text.slice(new Span(at, end))).toString();
    }

    private String markdown(Inline inline, List<Inline> inside) {
        String written = text.slice(inline.span());
        if (inline instanceof BlockRef ref) {
            return blocks.apply(ref);
        }
        if (inline instanceof PageRef ref) {
            String name = ref.form() == PageRef.Form.FILE ? ref.name() : written;
            return ref.labelSpan().isEmpty() ? name : markdown(ref.labelSpan(), inside);
        }
        if (inline instanceof Link link) {
            return link(link, inside);
        }
        if (inline instanceof Emphasis emphasis) {
            String mark = mark(emphasis);
            return mark + markdown(emphasis.inside(), inside) + mark;
        }
        return inline instanceof Verbatim verbatim && verbatim.kind() == Verbatim.Kind.CODE ? code(written) : written;
    }

    private String link(Link link, List<Inline> inside) {
        String label = link.labelSpan().isEmpty() ? link.target() : markdown(link.labelSpan(), inside);
        return switch (link.kind()) {
            case BARE -> WEB_ADDRESS.matcher(link.target()).matches() ? "<" + link.target() + ">" : link.target();
            case LABELLED -> "[" + label + "](<" + link.target() + ">)";
            case IMAGE -> "![" + label + "](<" + link.target() + ">)";
        };
    }

    /** Markdown has no underlining and no highlighting; those are emphasis all the same. */
    private static String mark(Emphasis emphasis) {
        return switch (emphasis.mark()) {
            case "*", "^^" -> "**";
            case "/", "_" -> "*";
            case "+" -> "~~";
            default -> emphasis.mark();
        };
    }

    private static String code(String written) {
        String inside = written.length() > 2 ? written.substring(1, written.length() - 1) : written;
        return inside.contains("`") ? "`` " + inside + " ``" : "`" + inside + "`";
    }
}
