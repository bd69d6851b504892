package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.function.Consumer;

/**
 * Reads what refers to blocks and pages: references, tags and macros. The methods that read take the offset at which
 * something might begin, and return the offset behind it, or -1 where there is none.
 */
final class References {

    private static final String EMBED = "embed";
    /** How many references inside another one are read: each is a name of its own length, so more would be quadratic. */
    private static final int MOST_NESTED = 16;

    private final String text;
    private final Consumer<Inline> found;

    References(String text, Consumer<Inline> found) {
        this.text = text;
        this.found = found;
    }

    int blockRef(Stretch stretch, int at) {
        int close = stretch.follows(at, "((") ? stretch.indexInLine(")", at + 2) : -1;
        if (close <= at + 2 || !stretch.follows(close, "))")) {
            return -1;
        }
        addBlockRef(BlockRef.Form.PLAIN, new Span(at, close + 2), at + 2, close);
        return close + 2;
    }

    /** {@code #name}; a name goes on over {@code .} and {@code ;} where more of it follows (format.md 4.2). */
    int tag(Stretch stretch, int at) {
        int to = at + 1;
        while (to < stretch.end()) {
            char c = text.charAt(to);
            boolean inner = (c == '.' || c == ';') && to + 1 < stretch.end() && isInTag(text.charAt(to + 1));
            int page = c == '[' ? flatPageRefEnd(stretch, to) : -1;
            if (page > 0) {
                to = page;
            } else if (inner || isInTag(c)) {
                to++;
            } else {
                break;
            }
        }
        if (to == at + 1) {
            return -1;
        }
        Tag tag = new Tag(new Span(at, to), new Span(at + 1, to), unescaped(text.substring(at + 1, to)));
        found.accept(tag);
        if (!tag.name().equals(tag.text())) {
            addNamedBlock(new Span(at, to), at + 1, to);
        }
        return to;
    }

    /** A name without the backslashes before its punctuation marks, which Logseq drops. */
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

    /** {@code {{name arguments}}}, with two braces or three; only {@code embed} refers to anything. */
    int macro(Stretch stretch, int at) {
        int inner = stretch.follows(at, "{{") ? stretch.indexInLine("}", at + 2) : -1;
        String close = inner > 0 && stretch.follows(at, "{{{") && stretch.follows(inner, "}}}") ? "}}}" : "}}";
        int name = at + close.length();
        if (inner <= name || !stretch.follows(inner, close)) {
            return -1;
        }
        int nameEnd = name;
        while (nameEnd < inner && text.charAt(nameEnd) != ' ' && text.charAt(nameEnd) != '(') {
            nameEnd++;
        }
        if (nameEnd == name) {
            return -1;
        }
        if (!areArguments(stretch, nameEnd, inner)) {
            return -1;
        }
        Span span = new Span(at, inner + close.length());
        int start = Math.min(inner, Chars.skipSpaces(text, nameEnd));
        Span arguments = new Span(start, Chars.trimEnd(text, start, inner));
        found.accept(new Macro(span, text.substring(name, nameEnd), arguments));
        if (text.substring(name, nameEnd).equals(EMBED)) {
            addEmbed(stretch, span, arguments);
        }
        return span.end();
    }

    /** Whether a comma or the end follows each argument that is a reference or quoted; else Logseq sees no macro. */
    private boolean areArguments(Stretch stretch, int from, int to) {
        for (int at = from; at < to; at++) {
            int start = Math.min(to, Chars.skipSpaces(text, at));
            int end = Chars.skipSpaces(text, argumentEnd(stretch.part(start, to), start));
            if (end < to && text.charAt(end) != ',') {
                return false;
            }
            at = end;
        }
        return true;
    }

    private int argumentEnd(Stretch arguments, int at) {
        int pageRef = pageRefEnd(arguments, at);
        if (pageRef > 0) {
            return pageRef;
        }
        int blockRef = arguments.follows(at, "((") ? arguments.indexInLine("))", at) : -1;
        if (blockRef > at + 2) {
            return blockRef + 2;
        }
        int quote = arguments.follows(at, "\"") ? arguments.indexInLine("\"", at + 1) : -1;
        if (quote > at + 1) {
            return quote + 1;
        }
        int comma = arguments.indexInLine(",", at);
        return comma < 0 ? arguments.end() : comma;
    }

    private void addEmbed(Stretch stretch, Span span, Span arguments) {
        int start = arguments.start();
        int end = arguments.end();
        if (text.startsWith("((", start) && end >= start + 5 && text.startsWith("))", end - 2)) {
            addBlockRef(BlockRef.Form.EMBED, span, start + 2, end - 2);
        } else if (pageRefEnd(stretch, start) == end) {
            addPageRefs(stretch, PageRef.Form.EMBED, span, start, end);
        } else if (!arguments.isEmpty() && text.charAt(start) != '"') {
            found.accept(new PageRef(PageRef.Form.EMBED, span, arguments, text.substring(start, end)));
        }
    }

    /** Behind the {@code ]]} that balances the {@code [[} at {@code at}, or else behind the first one. */
    int pageRefEnd(Stretch stretch, int at) {
        if (!stretch.follows(at, "[[") || stretch.indexInLine("]]", at) < 0) {
            return -1;
        }
        int first = -1;
        int depth = 1;
        for (int i = at + 2; i < stretch.end() && !Chars.isLineEnd(text.charAt(i)); i++) {
            if (stretch.follows(i, "[[")) {
                depth++;
                i++;
            } else if (stretch.follows(i, "]]")) {
                first = first < 0 ? i + 2 : first;
                depth--;
                i++;
                if (depth == 0) {
                    first = i + 1;
                    break;
                }
            }
        }
        return isBlank(at + 2, first - 2) ? -1 : first;
    }

    /** As {@link #pageRefEnd}, where references do not nest: inside tags. */
    private int flatPageRefEnd(Stretch stretch, int at) {
        int close = stretch.follows(at, "[[") ? stretch.indexInLine("]]", at) : -1;
        return close > 0 && !isBlank(at + 2, close) ? close + 2 : -1;
    }

    /** Notes the page reference with brackets from {@code open} to {@code behind}, and those inside it. */
    void addPageRefs(Stretch stretch, PageRef.Form form, Span span, int open, int behind) {
        addPageRef(form, span, open, behind);
        int most = MOST_NESTED;
        for (int at = open + 2; at < behind - 2 && most > 0; at++) {
            int inner = stretch.follows(at, "[[") ? pageRefEnd(stretch.part(at, behind - 2), at) : -1;
            if (inner > 0) {
                addPageRef(PageRef.Form.PLAIN, new Span(at, inner), at, inner);
                most--;
            }
        }
    }

    private void addPageRef(PageRef.Form form, Span span, int open, int behind) {
        String name = unescaped(text.substring(open + 2, behind - 2));
        found.accept(new PageRef(form, span, new Span(open + 2, behind - 2), name));
        addNamedBlock(span, open, behind);
    }

    /** Notes the block that a page reference names, where its name is an id, in double parentheses or not. */
    private void addNamedBlock(Span span, int open, int behind) {
        boolean inParentheses =
                text.startsWith("((", open + 2) && behind - 4 >= open + 4 && text.startsWith("))", behind - 4);
        int start = inParentheses ? open + 4 : open + 2;
        int close = inParentheses ? behind - 4 : behind - 2;
        if (BlockId.parse(text.substring(start, close)).isPresent()) {
            addBlockRef(BlockRef.Form.PAGE, span, start, close);
        }
    }

    void addBlockRef(BlockRef.Form form, Span span, int target, int targetEnd) {
        found.accept(new BlockRef(form, span, new Span(target, targetEnd), text.substring(target, targetEnd)));
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInTag(char c) {
        return !Chars.isSpaceOrLineEnd(c) && ",;.!?'\":#".indexOf(c) < 0;
    }
}
