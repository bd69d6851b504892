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
    private final int start;
    private final ImmutableList.Builder<Loss> found = ImmutableList.builder();

    private Losses(Syntax syntax, Block block, String text, List<Inline> inlines, int start) {
        this.syntax = syntax;
        this.block = block;
        this.text = text;
        this.inlines = inlines;
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
                add(what(property), isLast ? Why.INVALID_KEY : Why.OVERRIDDEN, line(property));
            }
        }
    }

    private void readConstruct(Construct construct) {
        switch (construct.kind()) {
            case PROPERTIES -> {
                if (!isFirstGroup(construct)) {
                    propertiesIn(construct).forEach(lost -> add(what(lost), Why.IN_LATER_GROUP, line(lost)));
                }
            }
            case DIRECTIVE -> {
                if (block.kind() != Block.Kind.PREAMBLE) {
                    add(What.DIRECTIVE, Why.HOISTED, construct.span());
                }
            }
            case FENCE, BEGIN, MATH, LATEX, HTML, COMMENT, DRAWER, HICCUP -> readSwallowedBullets(construct);
            default -> {
                // These end where a block begins.
            }
        }
    }

    private boolean isFirstGroup(Construct construct) {
        return !block.properties().isEmpty()
                && construct.span().contains(block.properties().get(0).keySpan());
    }

    private List<Property> propertiesIn(Construct group) {
        return Properties.group(syntax, text, group.span().start())
                .map(ConstructAt::properties)
                .orElse(ImmutableList.of());
    }

    private static What what(Property property) {
        return property.key().name().equals("id") ? What.ID : What.PROPERTY;
    }

    private static Span line(Property property) {
        return new Span(
                property.keySpan().start(),
                Math.max(property.keySpan().end(), property.valueSpan().end()));
    }

    private void readSwallowedBullets(Construct construct) {
        int line = Chars.skipLineEnd(text, Chars.lineEnd(text, construct.span().start()));
        while (line < construct.span().end()) {
            int first = syntax == Syntax.ORG ? line : Chars.skipSpaces(text, line);
            int behind = syntax == Syntax.ORG ? Chars.skip(text, first, '*') : first + 1;
            boolean isBullet = first < construct.span().end()
                    && (syntax == Syntax.ORG ? behind > first : text.charAt(first) == '-')
                    && Chars.isTerminator(text, behind);
            if (isBullet) {
                add(What.BULLET, why(construct), new Span(first, behind));
            }
            int end = Chars.lineEnd(text, line);
            line = end == text.length() ? end : Chars.skipLineEnd(text, end);
        }
    }

    /** Each {@code id:: uuid} that is in no group of properties. */
    private void readIds() {
        for (int at = text.indexOf("id:"); at >= 0; at = text.indexOf("id:", at + 1)) {
            boolean isWord = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '-';
            boolean hasTwo = text.startsWith("::", at + 2);
            int colons = hasTwo ? at + 4 : at + 3;
            int value = colons;
            while (value < text.length() && isBlank(text.charAt(value))) {
                value++;
            }
            int end = value + BlockId.LENGTH;
            boolean isId = isWord
                    && end <= text.length()
                    && BlockId.parse(text.substring(value, end)).isPresent();
            Optional<Construct> around = constructAt(at);
            if (isId && !around.map(Losses::isMetadata).orElse(false)) {
                add(What.ID, around.isPresent() ? why(around.get()) : whyNoId(at, hasTwo), new Span(at, end));
            }
        }
    }

    private static boolean isMetadata(Construct construct) {
        return switch (construct.kind()) {
            case PROPERTIES, FRONT_MATTER, DIRECTIVE -> true;
            default -> false;
        };
    }

    private Why whyNoId(int at, boolean hasTwo) {
        int line = at;
        while (line > block.contentStart() && Chars.isSpace(text.charAt(line - 1))) {
            line--;
        }
        boolean isMidLine = line > block.contentStart() && !Chars.isLineEnd(text.charAt(line - 1));
        if (isMidLine) {
            boolean isQuoted = text.charAt(line - 1) == '>';
            return isQuoted ? Why.IN_QUOTE : Why.MID_LINE;
        }
        return hasTwo ? Why.NO_SPACE : Why.ONE_COLON;
    }

    /** Each {@code ((uuid))} that is no reference for Logseq. */
    private void readBlockRefs() {
        Set<Integer> seen = new HashSet<>();
        for (int at = text.indexOf("(("); at >= 0; at = text.indexOf("((", at + 1)) {
            int target = at + 2;
            int end = target + BlockId.LENGTH;
            boolean isRef = text.startsWith("))", end)
                    && BlockId.parse(text.substring(target, end)).isPresent();
            if (isRef && seen.isEmpty()) {
                inlines.forEach(inline -> {
                    if (inline instanceof BlockRef ref) {
                        seen.add(ref.targetSpan().start());
                    }
                });
            }
            if (isRef && !seen.contains(target)) {
                Span span = new Span(at, end + 2);
                add(What.BLOCK_REF, whyNoRef(span), span);
            }
        }
    }

    private Why whyNoRef(Span ref) {
        Optional<Construct> construct = constructAt(ref.start());
        Optional<Why> markup = innermostAround(ref).map(inline -> why(inline));
        if (construct.isPresent()) {
            switch (construct.get().kind()) {
                case PROPERTIES -> {
                    return markup.orElse(isFirstGroup(construct.get()) ? whyNoRefInValue(ref) : Why.IN_LATER_GROUP);
                }
                case FENCE, MATH, LATEX, HTML, COMMENT, DRAWER, HICCUP, FRONT_MATTER, DIRECTIVE, EXAMPLE -> {
                    return why(construct.get());
                }
                case BEGIN -> {
                    if (Containers.isVerbatim(construct.get())) {
                        return why(construct.get());
                    }
                }
                default -> {
                    // Running text stands in these too.
                }
            }
        }
        return markup.orElseGet(() -> isInParentheses(ref) ? Why.IN_PARENTHESES : Why.GLUED);
    }

    private Why whyNoRefInValue(Span ref) {
        for (Property property : block.properties()) {
            if (property.valueSpan().contains(ref.start())) {
                boolean isRead = property.key().isValid() && !property.isQuoted();
                return isRead ? isInParentheses(ref) ? Why.IN_PARENTHESES : Why.GLUED : Why.IN_VALUE;
            }
        }
        return Why.IN_VALUE;
    }

    private boolean isInParentheses(Span ref) {
        return ref.start() > 0 && text.charAt(ref.start() - 1) == '(' && text.startsWith(")", ref.end());
    }

    private Optional<Construct> constructAt(int offset) {
        for (Construct construct : block.constructs()) {
            if (construct.span().contains(offset)) {
                return Optional.of(construct);
            }
        }
        return Optional.empty();
    }

    private Optional<Inline> innermostAround(Span span) {
        Optional<Inline> innermost = Optional.empty();
        for (Inline inline : inlines) {
            boolean isInside = inline.span().contains(span)
                    && innermost
                            .map(other -> other.span().contains(inline.span()))
                            .orElse(true);
            if (isInside) {
                innermost = Optional.of(inline);
            }
        }
        return innermost;
    }

    private static Why why(Inline inline) {
        if (inline instanceof Emphasis) {
            return Why.IN_EMPHASIS;
        }
        if (inline instanceof BlockRef ref && ref.form() == BlockRef.Form.PLAIN) {
            return Why.IN_PARENTHESES;
        }
        if (inline instanceof Macro) {
            return Why.IN_MACRO;
        }
        if (inline instanceof Tag) {
            return Why.IN_TAG;
        }
        if (inline instanceof Verbatim verbatim) {
            return switch (verbatim.kind()) {
                case CODE -> Why.IN_CODE;
                case MATH -> Why.IN_MATH;
                case HTML -> Why.IN_HTML;
                case HICCUP -> Why.IN_HICCUP;
                default -> Why.IN_OTHER_MARKUP;
            };
        }
        return inline instanceof Timestamp ? Why.IN_OTHER_MARKUP : Why.IN_LINK;
    }

    private static Why why(Construct construct) {
        return switch (construct.kind()) {
            case FENCE, EXAMPLE -> Why.IN_CODE;
            case BEGIN -> Why.IN_BEGIN;
            case MATH -> Why.IN_MATH;
            case LATEX -> Why.IN_LATEX;
            case HTML -> Why.IN_HTML;
            case COMMENT -> Why.IN_COMMENT;
            case DRAWER -> Why.IN_DRAWER;
            case HICCUP -> Why.IN_HICCUP;
            case LIST -> Why.IN_LIST;
            case QUOTE -> Why.IN_QUOTE;
            case TABLE -> Why.IN_TABLE;
            case PROPERTIES, FRONT_MATTER, DIRECTIVE -> Why.IN_VALUE;
            case RULE, FOOTNOTE, DEFINITIONS -> Why.IN_OTHER_MARKUP;
        };
    }

    /** White space of any kind: what an eye takes for a space. */
    private static boolean isBlank(char c) {
        return !Chars.isLineEnd(c) && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
