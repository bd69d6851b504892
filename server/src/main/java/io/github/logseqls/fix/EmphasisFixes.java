package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.outline.Emphasis;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;

/** A reference that bold, italic or other marks of emphasis hide: they are closed before it and opened again behind it. */
final class EmphasisFixes {

    private final Faulty faulty;
    private final Text text;
    private final Span ref;
    private final Emphasis around;

    private EmphasisFixes(Faulty faulty, Emphasis around) {
        this.faulty = faulty;
        this.text = faulty.outline().text();
        this.ref = faulty.span();
        this.around = around;
    }

    /** None where marks stand inside others: how much of them is meant to stay nobody knows. */
    static ImmutableList<Fix> of(Faulty faulty) {
        List<Emphasis> around = faulty.outline().inlines(faulty.block().index()).stream()
                .filter(Emphasis.class::isInstance)
                .map(Emphasis.class::cast)
                .filter(emphasis -> emphasis.inside().contains(faulty.span()))
                .toList();
        return around.size() == 1 ? new EmphasisFixes(faulty, around.get(0)).fixes() : ImmutableList.of();
    }

    private ImmutableList<Fix> fixes() {
        return ImmutableList.of(Fix.preferred(
                "Take this reference out of the emphasis",
                () -> Change.of(faulty.page(), List.of(before(), behind()))));
    }

    private Edit before() {
        Span words = text.trimmed(new Span(around.inside().start(), ref.start()));
        if (words.isEmpty()) {
            boolean isGlued = around.span().start()
                            > faulty.outline().start(faulty.block().index())
                    && !Character.isWhitespace(text.charAt(around.span().start() - 1));
            return new Edit(new Span(around.span().start(), ref.start()), isGlued ? " " : "");
        }
        Span gap = gap(words, ref);
        return new Edit(gap, around.mark() + (gap.isEmpty() ? " " : text.slice(gap)));
    }

    private Edit behind() {
        Span words = text.trimmed(new Span(ref.end(), around.inside().end()));
        if (words.isEmpty()) {
            return new Edit(new Span(ref.end(), around.span().end()), "");
        }
        Span gap = gap(ref, words);
        return new Edit(gap, text.slice(gap) + around.mark());
    }

    private static Span gap(Span left, Span right) {
        int start = left.end();
        int end = right.start();
        return new Span(start, end);
    }
}
