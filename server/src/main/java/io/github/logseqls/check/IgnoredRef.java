package io.github.logseqls.check;

import com.google.common.base.Ascii;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Link;
import io.github.logseqls.outline.Loss;
import io.github.logseqls.outline.Macro;
import io.github.logseqls.outline.PageRef;
import io.github.logseqls.text.Span;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why Logseq does not see the references of one block. What is hidden on purpose is no mistake: in code, formulas, comments,
 * drawers and HTML, in the address of a link, and in the arguments of macros, which plugins read.
 */
final class IgnoredRef {

    private static final Pattern LABEL = Pattern.compile("(?s).*[^\\[\\]]] +\\(");
    private static final int LONGEST_LABEL = 100;

    private final Examined page;
    private final int block;
    /** The macros of the block, and the labels in it, by where they begin; found when first asked for. */
    private @Nullable TreeMap<Integer, Macro> macros;

    private @Nullable TreeMap<Integer, Span> labels;

    IgnoredRef(Examined page, int block) {
        this.page = page;
        this.block = block;
    }

    /** What is in the way and what to do; empty where nothing is wrong. */
    Optional<String> explain(Loss loss) {
        return switch (loss.why()) {
            case GLUED ->
                isEscaped(loss.span())
                        ? Optional.empty()
                        : Optional.of("it stands right behind other text. Put a space before the parentheses.");
            case IN_PARENTHESES -> Optional.of(inParentheses(loss.span()));
            case IN_EMPHASIS ->
                Optional.of("it is inside bold, italic, struck or highlighted text. Take it out of the marks.");
            case IN_TAG -> Optional.of("the tag before it takes it in. Put a space before the parentheses.");
            case IN_DATES ->
                Optional.of(
                        "from a paragraph that begins with a date it takes nothing but dates. Move the reference to the first line of the block.");
            case IN_LINK -> inLink(loss.span());
            case IN_MACRO -> inMacro(loss.span());
            default -> Optional.empty();
        };
    }

    private boolean isEscaped(Span ref) {
        return ref.start() > 0 && page.outline().text().charAt(ref.start() - 1) == '\\';
    }

    private String inParentheses(Span ref) {
        int before = Math.max(page.outline().start(block), ref.start() - LONGEST_LABEL);
        String text = page.outline().text().slice(new Span(before, ref.start()));
        return LABEL.matcher(text).matches()
                ? "a space parts the label from it. Remove the space: [label](((id)))."
                : "it is in three parentheses. Put spaces between them, or take the outer ones away.";
    }

    private Optional<String> inLink(Span ref) {
        TreeMap<Integer, Span> known = labels;
        if (known == null) {
            known = new TreeMap<>();
            for (Inline inline : page.outline().inlines(block)) {
                Span label = label(inline);
                known.put(label.start(), label);
            }
            labels = known;
        }
        return Optional.ofNullable(known.floorEntry(ref.start()))
                .filter(label -> label.getValue().contains(ref))
                .map(label -> "it is in the label of a link or image. Move it out of there.");
    }

    private static Span label(Inline inline) {
        if (inline instanceof Link link) {
            return link.labelSpan();
        }
        if (inline instanceof PageRef ref) {
            return ref.labelSpan();
        }
        return inline instanceof BlockRef ref ? ref.labelSpan() : new Span(0, 0);
    }

    private Optional<String> inMacro(Span ref) {
        TreeMap<Integer, Macro> known = macros;
        if (known == null) {
            known = new TreeMap<>();
            for (Inline inline : page.outline().inlines(block)) {
                if (inline instanceof Macro macro) {
                    known.put(macro.span().start(), macro);
                }
            }
            macros = known;
        }
        return Optional.ofNullable(known.floorEntry(ref.start()))
                .map(Map.Entry::getValue)
                .filter(macro -> macro.span().contains(ref))
                .flatMap(macro -> in(macro.name()));
    }

    private static Optional<String> in(String macro) {
        return switch (Ascii.toLowerCase(macro)) {
            case "embed" -> Optional.of("an embed is written in small letters and without quotes, {{embed ((id))}}.");
            case "cloze" -> Optional.of("it is in a cloze, which is text alone. Move it out of there.");
            default -> Optional.empty();
        };
    }
}
