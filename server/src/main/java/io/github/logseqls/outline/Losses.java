package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Loss.What;
import io.github.logseqls.outline.Loss.Why;
import io.github.logseqls.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what Logseq loses of one block; spans are offsets in the block until they are handed out. */
final class Losses {

    private final Syntax syntax;
    private final Block block;
    private final String text;
    private final List<Inline> inlines;
    private final Reasons reasons;
    private final int start;
    private final ImmutableList.Builder<Loss> found = ImmutableList.builder();

    private Losses(Syntax syntax, Block block, String text, List<Inline> inlines, int start) {
        this.syntax = syntax;
        this.block = block;
        this.text = text;
        this.inlines = inlines;
        this.reasons = new Reasons(syntax, block, text, inlines);
        this.start = start;
    }

    /** What is lost of the block with these inlines that starts at {@code start} in its page. */
    static ImmutableList<Loss> of(Syntax syntax, Block block, String text, List<Inline> inlines, int start) {
        Losses losses = new Losses(syntax, block, text, inlines, start);
        losses.readProperties();
        block.constructs().forEach(losses::readConstruct);
        losses.readIds();
        losses.readBlockRefs();
        return losses.found.build();
    }

    private void add(What what, Why why, Span span) {
        found.add(new Loss(what, why, span.shift(start)));
    }

    /** The first group of the block: a key that stands again below, or that cannot be kept. */
    private void readProperties() {
        Set<PropertyKey> below = new HashSet<>();
        for (Property property : block.properties().reverse()) {
            boolean isLast = below.add(property.key());
            if (!property.key().isValid() || !isLast) {
                add(what(property), isLast ? Why.INVALID_KEY : Why.OVERRIDDEN, property.span());
            }
        }
    }

    private void readConstruct(Construct construct) {
        switch (construct.kind()) {
            case PROPERTIES -> {
                if (!Reasons.isFirstGroup(block, construct)) {
                    propertiesIn(construct).forEach(lost -> add(what(lost), Why.IN_LATER_GROUP, lost.span()));
                }
            }
            case DIRECTIVE -> {
                if (block.kind() != Block.Kind.PREAMBLE) {
                    add(What.DIRECTIVE, Why.HOISTED, construct.span());
                }
            }
            default ->
                SwallowedBullets.in(syntax, text, construct)
                        .forEach(bullet -> add(What.BULLET, Reasons.in(construct), bullet));
        }
    }

    private List<Property> propertiesIn(Construct group) {
        return Properties.group(syntax, text, new Ahead(text), group.span().start())
                .map(ConstructAt::properties)
                .orElse(ImmutableList.of());
    }

    private static What what(Property property) {
        return property.key().name().equals("id") ? What.ID : What.PROPERTY;
    }

    /** Each {@code id:: uuid} that is in no group of properties. */
    private void readIds() {
        for (int at = Chars.indexOfIgnoreCase(text, "id:", 0);
                at >= 0;
                at = Chars.indexOfIgnoreCase(text, "id:", at + 1)) {
            int key = wordStart(at);
            boolean hasTwo = text.startsWith("::", at + 2);
            int value = hasTwo ? at + 4 : at + 3;
            while (value < text.length() && isBlank(text.charAt(value))) {
                value++;
            }
            int end = value + BlockId.LENGTH;
            boolean isId = end <= text.length()
                    && BlockId.parse(text.substring(value, end)).isPresent()
                    && PropertyKey.of(text.substring(key, at + 2)).name().equals("id");
            if (isId) {
                reasons.ofId(key, hasTwo).ifPresent(why -> add(What.ID, why, new Span(key, end)));
            }
        }
    }

    private int wordStart(int from) {
        int at = from;
        while (at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || "-_".indexOf(text.charAt(at - 1)) >= 0)) {
            at--;
        }
        return at;
    }

    /** Each {@code ((uuid))} that is no reference for Logseq. */
    private void readBlockRefs() {
        Optional<Set<Integer>> seen = Optional.empty();
        for (int at = text.indexOf("(("); at >= 0; at = text.indexOf("((", at + 1)) {
            int target = at + 2;
            int end = target + BlockId.LENGTH;
            boolean isRef = text.startsWith("))", end)
                    && BlockId.parse(text.substring(target, end)).isPresent();
            if (!isRef) {
                continue;
            }
            Set<Integer> known = seen.orElseGet(this::targets);
            seen = Optional.of(known);
            if (!known.contains(target)) {
                Span span = new Span(at, end + 2);
                reasons.ofRef(span).ifPresent(why -> add(What.BLOCK_REF, why, span));
            }
        }
    }

    /** Where the targets of the references begin that Logseq sees. */
    private Set<Integer> targets() {
        Set<Integer> targets = new HashSet<>();
        for (Inline inline : inlines) {
            if (inline instanceof BlockRef ref) {
                targets.add(ref.targetSpan().start());
            }
        }
        return targets;
    }

    /** White space of any kind: what an eye takes for a space. */
    static boolean isBlank(char c) {
        return !Chars.isLineEnd(c) && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
