package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** References to blocks that lead nowhere. */
final class BlockRefFixes {

    private static final int PARENTHESES = 2;

    private BlockRefFixes() {}

    /** The id that was meant, where a block has it. */
    static ImmutableList<Fix> ofMalformed(Faulty faulty) {
        Span target =
                new Span(faulty.span().start() + PARENTHESES, faulty.span().end() - PARENTHESES);
        return MeantId.of(faulty.outline().text().slice(target))
                .filter(faulty.graph().links()::isDefined)
                .map(id -> {
                    String whose = faulty.snapshot().block(id).map(faulty::name).orElseGet(id::toString);
                    return ImmutableList.of(Fix.safe(
                            "Refer to " + whose, () -> Change.of(faulty.page(), new Edit(target, id.toString()))));
                })
                .orElseGet(ImmutableList::of);
    }

    /** Only a label may tell what was referred to; else the reference can but go. */
    static ImmutableList<Fix> ofBroken(Faulty faulty) {
        return Stream.of(
                        ref(faulty).map(ref -> LikestBlock.ofLabel(faulty, ref)).orElseGet(ImmutableList::of),
                        removing(faulty))
                .flatMap(List::stream)
                .collect(ImmutableList.toImmutableList());
    }

    static ImmutableList<Fix> removing(Faulty faulty) {
        return ref(faulty)
                .map(ref -> ImmutableList.of(
                        Fix.possible(title(ref), () -> Change.of(faulty.page(), removed(faulty, ref)))))
                .orElseGet(ImmutableList::of);
    }

    private static String title(BlockRef ref) {
        if (ref.form() == BlockRef.Form.EMBED) {
            return "Remove this embed";
        }
        return ref.labelSpan().isEmpty() ? "Remove this reference" : "Leave only the label of this reference";
    }

    /** The reference that was found. */
    static Optional<BlockRef> ref(Faulty faulty) {
        return faulty.outline().blockRefs(faulty.block().index()).stream()
                .filter(ref -> ref.targetSpan().start() == faulty.span().start() + PARENTHESES)
                .findFirst();
    }

    private static Edit removed(Faulty faulty, BlockRef ref) {
        return ref.labelSpan().isEmpty()
                ? new Edit(withBlank(faulty, ref.span()), "")
                : new Edit(ref.span(), faulty.outline().text().slice(ref.labelSpan()));
    }

    /** With one of the blanks around it, so that what is left reads on. */
    private static Span withBlank(Faulty faulty, Span ref) {
        BlockAt block = faulty.block();
        Text text = faulty.outline().text();
        Span line = text.line(text.lineOf(ref.start()));
        int content = block.outline().start(block.index()) + block.block().contentStart();
        boolean isFirst = text.slice(new Span(Math.min(ref.start(), Math.max(line.start(), content)), ref.start()))
                .isBlank();
        boolean isLast = ref.end() == line.end();
        boolean blankBefore = !isFirst && text.charAt(ref.start() - 1) == ' ';
        boolean blankBehind = !isLast && text.charAt(ref.end()) == ' ';
        boolean endsPhrase = isLast || ",.;:!?".indexOf(text.charAt(ref.end())) >= 0;
        if (blankBefore && (blankBehind || endsPhrase)) {
            return new Span(ref.start() - 1, ref.end());
        }
        return isFirst && blankBehind ? new Span(ref.start(), ref.end() + 1) : ref;
    }
}
