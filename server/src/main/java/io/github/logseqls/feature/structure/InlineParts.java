package io.github.logseqls.feature.structure;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Emphasis;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Link;
import io.github.logseqls.outline.Macro;
import io.github.logseqls.outline.PageRef;
import io.github.logseqls.outline.Tag;
import io.github.logseqls.text.Span;

/** What stands between the marks of a piece of markup: its text, label, target, name or arguments. */
final class InlineParts {

    private InlineParts() {}

    /** The spans, where the piece's own is; those of what it has not are empty. */
    static ImmutableList<Span> of(Inline inline) {
        if (inline instanceof BlockRef ref) {
            return ImmutableList.of(ref.targetSpan(), ref.labelSpan());
        }
        if (inline instanceof PageRef ref) {
            return ImmutableList.of(ref.nameSpan(), ref.labelSpan());
        }
        if (inline instanceof Tag tag) {
            return ImmutableList.of(tag.nameSpan());
        }
        if (inline instanceof Link link) {
            return ImmutableList.of(link.targetSpan(), link.labelSpan());
        }
        if (inline instanceof Emphasis emphasis) {
            return ImmutableList.of(emphasis.inside());
        }
        return inline instanceof Macro macro
                ? ImmutableList.<Span>builder()
                        .addAll(macro.arguments())
                        .add(macro.argumentsSpan())
                        .build()
                : ImmutableList.of();
    }
}
