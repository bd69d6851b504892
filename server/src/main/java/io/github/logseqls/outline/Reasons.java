package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Loss.Why;
import io.github.logseqls.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why Logseq does not see what is written in one block; spans are offsets in the block. References are asked for from left to
 * right, so that all of them together are answered in one pass.
 */
final class Reasons {

    /** What holds other markup stands before that. */
    private static final Comparator<Inline> IN_ORDER = Comparator.<Inline>comparingInt(
                    inline -> inline.span().start())
            .thenComparing(inline -> inline.span().end(), Comparator.reverseOrder());

    private final Syntax syntax;
    private final Block block;
    private final String text;
    private final List<Inline> inlines;
    /** The inlines in order, once a reference was asked for. */
    private @Nullable List<Inline> inOrder;
    /** How many of them begin before the reference that was asked for last. */
    private int begun;
    /** Those of them that may hold further references; the one that began last on top. */
    private final Deque<Inline> around = new ArrayDeque<>();

    private @Nullable List<Hidden> hidden;
    private @Nullable List<Span> dates;

    /** A piece of the block, perhaps inside a quote or the like, in which Logseq reads nothing. */
    private record Hidden(Span span, Why why) {}

    Reasons(Syntax syntax, Block block, String text, List<Inline> inlines) {
        this.syntax = syntax;
        this.block = block;
        this.text = text;
        this.inlines = inlines;
    }

    /** Why an {@code id:: uuid}, or with one colon, does not count that begins at {@code at}; empty where it may. */
    Optional<Why> ofId(int at, boolean hasTwoColons) {
        Optional<Construct> construct = constructAt(at);
        if (construct.isPresent()) {
            return switch (construct.get().kind()) {
                case PROPERTIES, FRONT_MATTER, DIRECTIVE -> Optional.empty();
                default -> Optional.of(in(construct.get()));
            };
        }
        return Optional.of(syntax == Syntax.ORG ? Why.NOT_IN_ORG : ofLine(at, hasTwoColons));
    }

    private Why ofLine(int at, boolean hasTwoColons) {
        int line = at;
        while (line > block.contentStart() && Chars.isSpace(text.charAt(line - 1))) {
            line--;
        }
        boolean isMidLine = line > block.contentStart() && !Chars.isLineEnd(text.charAt(line - 1));
        if (isMidLine) {
            return text.charAt(line - 1) == '>' ? Why.IN_QUOTE : Why.MID_LINE;
        }
        return hasTwoColons ? Why.NO_SPACE : Why.ONE_COLON;
    }

    /**
     * Why a {@code ((uuid))} that the reader has not found is none; empty where nothing explains it.
     */
    Optional<Why> ofRef(Span ref) {
        Optional<Inline> markup = innermostAround(ref);
        if (markup.isPresent() && markup.get() instanceof Verbatim) {
            return markup.map(Reasons::in);
        }
        Optional<Construct> construct = constructAt(ref.start());
        if (construct.isPresent()) {
            Optional<Why> why = construct.get().kind() == Construct.Kind.PROPERTIES
                    ? inProperties(construct.get(), ref)
                    : hiddenAt(ref.start());
            if (why.isPresent()) {
                return why;
            }
        } else if (Spans.indexAt(dates(), span -> span, ref.start()) >= 0) {
            return Optional.of(Why.IN_DATES);
        }
        return markup.map(Reasons::in).or(() -> before(ref));
    }

    private Optional<Why> inProperties(Construct group, Span ref) {
        if (!isFirstGroup(block, group)) {
            return Optional.of(Why.IN_LATER_GROUP);
        }
        List<Property> properties = block.properties();
        int found = Spans.indexAt(properties, Property::valueSpan, ref.start());
        return found >= 0 && Prose.isRead(text, properties.get(found)) ? Optional.empty() : Optional.of(Why.IN_VALUE);
    }

    /** Whether a group of properties is the one that counts. */
    static boolean isFirstGroup(Block block, Construct group) {
        return !block.properties().isEmpty()
                && group.span().contains(block.properties().get(0).keySpan());
    }

    private Optional<Why> before(Span ref) {
        char before = ref.start() > 0 ? text.charAt(ref.start() - 1) : '\n';
        if (before == '(' && text.startsWith(")", ref.end())) {
            return Optional.of(Why.IN_PARENTHESES);
        }
        return Chars.isSpaceOrLineEnd(before) ? Optional.empty() : Optional.of(Why.GLUED);
    }

    private Optional<Construct> constructAt(int offset) {
        ImmutableList<Construct> constructs = block.constructs();
        int found = Spans.indexAt(constructs, Construct::span, offset);
        return found < 0 ? Optional.empty() : Optional.of(constructs.get(found));
    }

    private Optional<Why> hiddenAt(int offset) {
        List<Hidden> known = hidden;
        if (known == null) {
            known = hidden();
            hidden = known;
        }
        int found = Spans.indexAt(known, Hidden::span, offset);
        return found < 0 ? Optional.empty() : Optional.of(known.get(found).why());
    }

    private List<Hidden> hidden() {
        List<Hidden> found = new ArrayList<>();
        new Containers(syntax, new Containers.Contents() {
                    @Override
                    public void read(Excerpt excerpt, List<Span> pieces) {}

                    @Override
                    public void skip(Excerpt excerpt, Construct construct) {
                        found.add(new Hidden(excerpt.inBlock(construct.span()), in(construct)));
                    }
                })
                .read(text, block.constructs());
        found.sort(Comparator.comparingInt(piece -> piece.span().start()));
        return found;
    }

    private List<Span> dates() {
        List<Span> known = dates;
        if (known == null) {
            known = Paragraphs.ofDates(block, text, inlines);
            dates = known;
        }
        return known;
    }

    private Optional<Inline> innermostAround(Span ref) {
        List<Inline> sorted = inOrder;
        if (sorted == null) {
            sorted = ImmutableList.sortedCopyOf(IN_ORDER, inlines);
            inOrder = sorted;
        }
        while (begun < sorted.size() && sorted.get(begun).span().start() <= ref.start()) {
            around.push(sorted.get(begun++));
        }
        while (!around.isEmpty() && around.element().span().end() < ref.end()) {
            around.pop();
        }
        return Optional.ofNullable(around.peek());
    }

    private static Why in(Inline inline) {
        if (inline instanceof Emphasis) {
            return Why.IN_EMPHASIS;
        }
        if (inline instanceof BlockRef ref) {
            return switch (ref.form()) {
                case PLAIN -> Why.IN_PARENTHESES;
                case EMBED -> Why.IN_MACRO;
                case LABELLED, PAGE -> Why.IN_LINK;
            };
        }
        if (inline instanceof Macro || inline instanceof PageRef page && page.form() == PageRef.Form.EMBED) {
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

    /** Why Logseq does not see what stands in a construct. */
    static Why in(Construct construct) {
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
}
