package io.github.logseqls.fix;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Indent;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Loss;
import io.github.logseqls.outline.Macro;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Optional;

/** Ids and references that look right and that Logseq does not see: they are put where it does. */
final class IgnoredFixes {

    private static final CharMatcher QUOTES = CharMatcher.anyOf("\"' ");

    private final Faulty faulty;
    private final BlockAt block;
    private final Text text;
    private final Span lost;

    private IgnoredFixes(Faulty faulty) {
        this.faulty = faulty;
        this.block = faulty.block();
        this.text = faulty.outline().text();
        this.lost = faulty.span();
    }

    static ImmutableList<Fix> ofRef(Faulty faulty) {
        return new IgnoredFixes(faulty).ofRef();
    }

    static ImmutableList<Fix> ofId(Faulty faulty) {
        return new IgnoredFixes(faulty).ofId();
    }

    private Optional<Loss.Why> why() {
        return faulty.outline().losses(block.index()).stream()
                .filter(loss -> loss.span().equals(lost))
                .map(Loss::why)
                .findFirst();
    }

    private ImmutableList<Fix> ofRef() {
        return switch (why().orElse(Loss.Why.IN_OTHER_MARKUP)) {
            case GLUED, IN_TAG ->
                ImmutableList.of(Fix.safe(
                        "Put a space before this reference", () -> change(new Edit(before(lost.start()), " "))));
            case IN_PARENTHESES -> inParentheses();
            case IN_EMPHASIS -> EmphasisFixes.of(faulty);
            case IN_MACRO -> ofEmbed();
            default -> ImmutableList.of();
        };
    }

    /** {@code [label] (((id)))} was meant as a label; else the parentheses around it are the text's own. */
    private ImmutableList<Fix> inParentheses() {
        int outer = lost.start() - 1;
        int label = outer;
        while (label > block.outline().start(block.index()) && text.charAt(label - 1) == ' ') {
            label--;
        }
        Span gap = new Span(label, outer);
        boolean isLabel = !gap.isEmpty() && label > 0 && text.charAt(label - 1) == ']';
        return ImmutableList.of(
                isLabel
                        ? Fix.preferred("Join the label and its reference", () -> change(new Edit(gap, "")))
                        : Fix.preferred(
                                "Put a space between the parentheses",
                                () -> change(new Edit(before(lost.start()), " "))));
    }

    /** An embed that is written in large letters or with quotes. */
    private ImmutableList<Fix> ofEmbed() {
        return faulty.outline().inlines(block.index()).stream()
                .filter(inline -> inline instanceof Macro macro
                        && Ascii.equalsIgnoreCase(macro.name(), "embed")
                        && macro.span().contains(lost)
                        && QUOTES.trimFrom(text.slice(macro.argumentsSpan())).equals(text.slice(lost)))
                .map(Inline::span)
                .map(macro -> {
                    String written = "{{embed %s}}".formatted(text.slice(lost));
                    return Fix.preferred(
                            "Write it as an embed that Logseq sees", () -> change(new Edit(macro, written)));
                })
                .collect(ImmutableList.toImmutableList());
    }

    private static Span before(int offset) {
        return new Span(offset, offset);
    }

    private ImmutableList<Fix> ofId() {
        Optional<BlockId> id = id();
        boolean isPossible = id.isPresent()
                && faulty.outline().syntax() == Syntax.MARKDOWN
                && block.block().property("id").isEmpty()
                && !faulty.graph().links().isDefined(id.get());
        if (!isPossible) {
            return ImmutableList.of();
        }
        String written = "id:: " + id.get();
        return switch (why().orElse(Loss.Why.IN_OTHER_MARKUP)) {
            case NO_SPACE, ONE_COLON ->
                ImmutableList.of(Fix.safe("Write it as " + written, () -> change(new Edit(lost, written))));
            case IN_LATER_GROUP, IN_LIST, IN_HTML ->
                isLine()
                        ? ImmutableList.of(Fix.safe("Move the id to where Logseq sees it", () -> moved(written)))
                        : ImmutableList.of();
            default -> ImmutableList.of();
        };
    }

    private Optional<BlockId> id() {
        return lost.length() < BlockId.LENGTH
                ? Optional.empty()
                : BlockId.parse(text.slice(new Span(lost.end() - BlockId.LENGTH, lost.end())));
    }

    /** Whether nothing else stands on the line, which is not the block's first. */
    private boolean isLine() {
        int line = text.lineOf(lost.start());
        return line > firstLine() && text.trimmed(text.line(line)).equals(lost);
    }

    private int firstLine() {
        return text.lineOf(block.outline().start(block.index()) + block.block().contentStart());
    }

    /** To the end of the properties that count, else right below the first line (format.md 3.4). */
    private Change moved(String written) {
        int line = text.lineOf(lost.start());
        int above = block.block().properties().stream()
                .map(Property::keySpan)
                .mapToInt(key ->
                        text.lineOf(block.outline().inPage(block.index(), key).start()))
                .max()
                .orElse(firstLine());
        int behind = text.line(above).end();
        String lineEnd = text.slice(new Span(behind, text.lineStart(above + 1)));
        // With the line end before it, since the last line of a page has none behind it.
        Edit removed =
                new Edit(new Span(text.line(line - 1).end(), text.line(line).end()), "");
        return change(new Edit(before(behind), lineEnd + Indent.of(block) + written), removed);
    }

    private Change change(Edit... edits) {
        return Change.of(faulty.page(), edits);
    }
}
