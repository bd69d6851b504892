package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads references to blocks and pages. The methods that read take the offset at which one might begin, and return the
 * offset behind it, or -1 where there is none.
 */
final class References {

    /** How deep references inside others are read: each has a name of its own length, so more would be quadratic. */
    private static final int DEEPEST = 16;

    private final String text;
    private final boolean unescapes;
    private final List<Inline> found;
    private @Nullable NestedRefs nestedRefs;

    /**
     * A reader of references in {@code text}.
     *
     * @param unescapes whether names lose the backslashes before their punctuation marks
     */
    References(String text, boolean unescapes, List<Inline> found) {
        this.text = text;
        this.unescapes = unescapes;
        this.found = found;
    }

    /** {@code ((target))}, which may go over lines. */
    int blockRef(Stretch stretch, int at) {
        int behind = blockRefEnd(stretch, at);
        if (behind > 0) {
            addBlockRef(BlockRef.Form.PLAIN, new Span(at, behind), new Span(at, at), new Span(at + 2, behind - 2));
        }
        return behind;
    }

    static int blockRefEnd(Stretch stretch, int at) {
        if (!stretch.follows(at, "((")) {
            return -1;
        }
        int close = stretch.until(Until.ROUND, at + 2);
        return close > at + 2 && stretch.follows(close, "))") ? close + 2 : -1;
    }

    /** {@code [[name]]}, where the first {@code ]]} ends it. */
    static int pageRefEnd(Stretch stretch, int at) {
        if (!stretch.follows(at, "[[")) {
            return -1;
        }
        int close = stretch.until(Until.DOUBLE_SQUARE, at + 2);
        return close > at + 2 && stretch.follows(close, "]]") ? close + 2 : -1;
    }

    /** A page reference that holds others, and whose brackets are balanced: {@code [[a [[b]] c]]}. */
    int nested(Stretch stretch, int at) {
        int behind = nestedEnd(stretch, at);
        if (behind > 0) {
            addNested(new Span(at, behind));
        }
        return behind;
    }

    int nestedEnd(Stretch stretch, int at) {
        if (!holdsBracket(stretch, at)) {
            return -1;
        }
        int behind = nestedRefs().end(at);
        boolean nests = behind > 0 && behind <= stretch.end() && nestedRefs().parts(at + 2, behind - 2) > 1;
        return nests ? behind : -1;
    }

    /** Whether a reference opens at {@code at} and another bracket before the first {@code ]]}; most references hold none. */
    private boolean holdsBracket(Stretch stretch, int at) {
        if (!stretch.follows(at, "[[")) {
            return false;
        }
        int inside = at + 2;
        while (inside < stretch.end() && text.charAt(inside) != '[') {
            if (text.charAt(inside) == ']' && stretch.has(inside + 1, ']')) {
                return false;
            }
            inside++;
        }
        return inside < stretch.end();
    }

    private void addNested(Span whole) {
        List<Span> level = List.of(whole);
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            List<Span> below = new ArrayList<>();
            for (Span ref : level) {
                Span inside = new Span(ref.start() + 2, ref.end() - 2);
                addPage(PageRef.Form.PLAIN, ref, new Span(ref.start(), ref.start()), inside, string(inside));
                addChildren(inside, below);
            }
            level = below;
        }
    }

    private void addChildren(Span inside, List<Span> children) {
        if (nestedRefs().parts(inside.start(), inside.end()) == 0) {
            return;
        }
        for (int at = inside.start(); at < inside.end(); ) {
            int end = nestedRefs().partEnd(at, inside.end());
            if (text.charAt(at) == '[') {
                children.add(new Span(at, end));
            }
            at = end;
        }
    }

    private NestedRefs nestedRefs() {
        NestedRefs known = nestedRefs;
        if (known == null) {
            known = new NestedRefs(text);
            nestedRefs = known;
        }
        return known;
    }

    /** Notes a reference to the page named at {@code name}, and to the block if that is an id (format.md 3.2). */
    void addPageRef(PageRef.Form form, Span span, Span label, Span name) {
        String plain = name(name);
        if (plain.length() < name.length()) {
            addEscaped(form, span, label, name, plain);
        } else {
            addPage(form, span, label, name, plain);
            addNamedBlock(BlockRef.Form.PAGE, span, label, name);
        }
    }

    /** As {@link #addPageRef}, for a name with backslashes, which may be that of a block without them only. */
    private void addEscaped(PageRef.Form form, Span span, Span label, Span name, String plain) {
        Span id = inside(plain, new Span(0, plain.length()), "((", "))");
        String target = plain.substring(id.start(), id.end());
        boolean isBlock = BlockId.parse(target).isPresent();
        addPage(form, span, label, name, isBlock ? target : plain);
        if (isBlock) {
            found.add(new BlockRef(BlockRef.Form.PAGE, span, label, name, target));
        }
    }

    /** Notes a reference to the page {@code name}, which is the id alone where it stands in double parentheses. */
    void addPage(PageRef.Form form, Span span, Span label, Span nameSpan, String name) {
        Span id = inside(text, nameSpan, "((", "))");
        if (isId(id)) {
            found.add(new PageRef(form, span, label, id, string(id)));
        } else if (!isBlank(name)) {
            // Any line end is a line feed to Logseq.
            found.add(new PageRef(form, span, label, nameSpan, name.replace('\r', '\n')));
        }
    }

    /** Notes a reference to the block that {@code target} names, where it is an id, in double parentheses or not. */
    void addNamedBlock(BlockRef.Form form, Span span, Span label, Span target) {
        Span id = inside(text, target, "((", "))");
        if (isId(id)) {
            addBlockRef(form, span, label, id);
        }
    }

    void addBlockRef(BlockRef.Form form, Span span, Span label, Span target) {
        found.add(new BlockRef(form, span, label, target, string(target)));
    }

    private boolean isId(Span span) {
        return span.length() == BlockId.LENGTH && BlockId.parse(string(span)).isPresent();
    }

    /** What stands between two brackets at both ends of {@code span}; all of that where they do not stand there. */
    static Span inside(String text, Span span, String open, String close) {
        boolean stands = span.length() >= open.length() + close.length()
                && text.startsWith(open, span.start())
                && text.startsWith(close, span.end() - close.length());
        return stands ? new Span(span.start() + open.length(), span.end() - close.length()) : span;
    }

    String string(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** The text of {@code span} as Logseq takes it for a name. */
    String name(Span span) {
        return unescapes ? unescaped(string(span)) : string(span);
    }

    /** A name without the backslashes before its punctuation marks. */
    private static String unescaped(String name) {
        if (name.indexOf('\\') < 0) {
            return name;
        }
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            boolean escapes =
                    name.charAt(at) == '\\' && at + 1 < name.length() && Chars.isPunctuation(name.charAt(at + 1));
            plain.append(name.charAt(escapes ? ++at : at));
        }
        return plain.toString();
    }

    /** Whether there is nothing but white space of any kind, which makes no name. */
    private static boolean isBlank(String name) {
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            if (!Character.isSpaceChar(c) && !(c >= '\t' && c <= '\r') && c != '\ufeff') {
                return false;
            }
        }
        return true;
    }
}
