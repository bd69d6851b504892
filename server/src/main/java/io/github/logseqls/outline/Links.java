package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Reads links, which may turn out to be references. All methods that read take the offset at which a link might begin, and
 * return the offset behind it, or -1 where there is none.
 */
final class Links {

    private final Syntax syntax;
    private final String text;
    private final References references;
    private final Consumer<Inline> found;

    Links(Syntax syntax, String text, References references, Consumer<Inline> found) {
        this.syntax = syntax;
        this.text = text;
        this.references = references;
        this.found = found;
    }

    int pageRefOrLink(Stretch stretch, int at) {
        if (syntax == Syntax.ORG) {
            return orgLink(stretch, at);
        }
        int behind = references.pageRefEnd(stretch, at);
        if (behind < 0) {
            return link(stretch, at);
        }
        references.addPageRefs(stretch, PageRef.Form.PLAIN, new Span(at, behind), at, behind);
        return behind;
    }

    /** The references and links in the name of a tag, which is no plain text for Logseq: {@code #a[[b]]}. */
    void insideTag(Stretch tag) {
        if (tag.follows(tag.start(), "[[") && text.indexOf("]]", tag.start()) == tag.end() - 2) {
            return;
        }
        for (int at = tag.start(); at < tag.end(); ) {
            int behind = text.charAt(at) == '[' ? pageRefOrLink(tag, at) : -1;
            at = behind > at ? behind : at + 1;
        }
    }

    int image(Stretch stretch, int at) {
        return link(stretch, at + 1);
    }

    /** {@code [[target]]} or {@code [[target][label]]}. */
    private int orgLink(Stretch stretch, int at) {
        int targetEnd = stretch.follows(at, "[[") ? stretch.indexInLine("]", at + 2) : -1;
        if (targetEnd > at + 2 && stretch.follows(targetEnd, "][")) {
            int close = orgLabelEnd(stretch, targetEnd + 2);
            if (close > 0) {
                addOrgLink(new Span(at, close + 2), new Span(at + 2, targetEnd), new Span(targetEnd + 2, close));
                return close + 2;
            }
        }
        int behind = references.pageRefEnd(stretch, at);
        if (behind < 0) {
            return -1;
        }
        String target = text.substring(at + 2, behind - 2);
        if (target.startsWith("file:") || target.contains("://")) {
            addBareLink(new Span(at, behind), new Span(at + 2, behind - 2));
        } else {
            references.addPageRefs(stretch, PageRef.Form.PLAIN, new Span(at, behind), at, behind);
        }
        return behind;
    }

    /** The {@code ]]} that ends a label, which may hold balanced brackets. */
    private int orgLabelEnd(Stretch stretch, int from) {
        int depth = 0;
        for (int i = from; i < stretch.end() && !Chars.isLineEnd(text.charAt(i)); i++) {
            char c = text.charAt(i);
            if (c == '[') {
                depth++;
            } else if (c == ']' && depth > 0) {
                depth--;
            } else if (stretch.follows(i, "]]")) {
                return i;
            }
        }
        return -1;
    }

    private void addOrgLink(Span span, Span targetSpan, Span label) {
        String target = text.substring(targetSpan.start(), targetSpan.end());
        boolean block = target.startsWith("((") && target.endsWith("))") && target.length() > 4;
        if (target.startsWith("id:")) {
            references.addBlockRef(BlockRef.Form.LABELLED, span, targetSpan.start() + 3, targetSpan.end());
        } else if (block) {
            references.addBlockRef(BlockRef.Form.LABELLED, span, targetSpan.start() + 2, targetSpan.end() - 2);
        } else if (target.startsWith("file:")) {
            found.accept(new PageRef(PageRef.Form.FILE, span, label, text.substring(label.start(), label.end())));
        } else if (target.indexOf(':') > 0 || label.isEmpty()) {
            found.accept(new Link(Link.Kind.LABELLED, span, label, targetSpan, target));
        } else {
            found.accept(new PageRef(PageRef.Form.LABELLED, span, targetSpan, target));
        }
    }

    /** {@code <scheme:address>}. */
    int angleLink(Stretch stretch, int at) {
        int close = stretch.indexInLine(">", at);
        int colon = close < 0 ? -1 : text.indexOf(':', at);
        if (colon <= at + 1 || colon >= close || !isWord(at + 1, colon) || hasSpace(colon, close)) {
            return -1;
        }
        addBareLink(new Span(at, close + 1), new Span(at + 1, close));
        return close + 1;
    }

    /** A bare web address: it hides what looks like a tag or a formula inside. */
    int url(Stretch stretch, int at) {
        int colon = at;
        while (colon < stretch.end() && Chars.isLetterOrDigit(text.charAt(colon))) {
            colon++;
        }
        if (colon == at || !stretch.follows(colon, "://")) {
            return -1;
        }
        int host = colon + 3;
        int to = host;
        while (to < stretch.end() && isHostCharacter(text.charAt(to))) {
            to++;
        }
        if (to == host) {
            return -1;
        }
        if (to < stretch.end() && "/?#".indexOf(text.charAt(to)) >= 0) {
            to = pathEnd(stretch, to);
        }
        addBareLink(new Span(at, to), new Span(at, to));
        return to;
    }

    private static boolean isHostCharacter(char c) {
        return !Chars.isSpaceOrLineEnd(c) && "[]<>{}()/?#".indexOf(c) < 0;
    }

    /** Behind the path of a web address, which may hold balanced brackets and does not end in a punctuation mark. */
    private int pathEnd(Stretch stretch, int from) {
        int round = 0;
        int square = 0;
        int to = from;
        while (to < stretch.end() && !Chars.isSpaceOrLineEnd(text.charAt(to))) {
            char c = text.charAt(to);
            round += c == '(' ? 1 : c == ')' ? -1 : 0;
            square += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (round < 0 || square < 0) {
                break;
            }
            to++;
        }
        while (to > from + 1 && ",;.!?".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return to;
    }

    /** {@code [label](target)} with an optional title and an optional {@code {...}} behind it. */
    private int link(Stretch stretch, int at) {
        int labelEnd = labelEnd(stretch, at);
        if (labelEnd < 0) {
            return -1;
        }
        int target = labelEnd + 2;
        int close = closingParenthesis(stretch, target);
        if (close < 0) {
            return -1;
        }
        int behind = behindMetadata(stretch, close + 1);
        boolean image = at > stretch.start() && text.charAt(at - 1) == '!';
        Span span = new Span(image ? at - 1 : at, behind);
        int blockEnd = stretch.follows(target, "((") ? stretch.indexInLine("))", target) : -1;
        if (blockEnd > target + 2 && blockEnd + 2 <= close && isTitle(blockEnd + 2, close)) {
            references.addBlockRef(BlockRef.Form.LABELLED, span, target + 2, blockEnd);
            return behind;
        }
        int page = references.pageRefEnd(stretch, target);
        if (page > 0 && page <= close && isTitle(page, close)) {
            references.addPageRefs(stretch, PageRef.Form.LABELLED, span, target, page);
            return behind;
        }
        addLink(span, new Span(at + 1, labelEnd), address(target, close), image);
        return behind;
    }

    private void addLink(Span span, Span label, Span address, boolean image) {
        String target = text.substring(address.start(), address.end());
        String lower = target.toLowerCase(Locale.ROOT);
        boolean file = !image && target.indexOf("://") < 0 && (lower.endsWith(".md") || lower.endsWith(".markdown"));
        if (file && !label.isEmpty() && target.length() > 3) {
            found.accept(new PageRef(PageRef.Form.FILE, span, label, text.substring(label.start(), label.end())));
        }
        Link.Kind kind = image ? Link.Kind.IMAGE : Link.Kind.LABELLED;
        found.accept(new Link(kind, span, label, address, target));
    }

    /** The address between the parentheses: without a quoted title behind it, without {@code <} and {@code >} around it. */
    private Span address(int from, int to) {
        int start = Math.min(to, Chars.skipSpaces(text, from));
        int end = Chars.trimEnd(text, start, to);
        if (end > start && text.charAt(start) == '<') {
            int angle = text.indexOf('>', start);
            return angle > 0 && angle < end ? new Span(start + 1, angle) : new Span(start, end);
        }
        int title = text.indexOf(" \"", start);
        boolean titled = title > 0 && title < end && text.charAt(end - 1) == '"';
        return new Span(start, titled ? Chars.trimEnd(text, start, title) : end);
    }

    /** The {@code ]} of the label that opens at {@code at}, if {@code (} follows it. */
    private int labelEnd(Stretch stretch, int at) {
        if (stretch.indexInLine("](", at) < 0) {
            return -1;
        }
        int depth = 0;
        for (int i = at; i < stretch.end() && !Chars.isLineEnd(text.charAt(i)); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '`' && depth == 1) {
                int code = stretch.indexInLine("`", i + 1);
                i = code > i + 1 ? code : i;
            } else if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
                if (depth == 0) {
                    return stretch.follows(i, "](") ? i : -1;
                }
            }
        }
        return -1;
    }

    private int closingParenthesis(Stretch stretch, int from) {
        if (stretch.indexInLine(")", from) < 0) {
            return -1;
        }
        int depth = 1;
        int i = from;
        for (; i < stretch.end() && !Chars.isLineEnd(text.charAt(i)); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        // Where nothing closes the link, Logseq lets the last parenthesis of a balanced address do it.
        return depth == 1 && i <= stretch.end() && i > from && text.charAt(i - 1) == ')' ? i - 1 : -1;
    }

    /** Whether nothing but white space or a quoted title stands between {@code from} and {@code to}. */
    private boolean isTitle(int from, int to) {
        String rest = text.substring(from, to).trim();
        return rest.isEmpty() || rest.length() >= 2 && rest.startsWith("\"") && rest.endsWith("\"");
    }

    private int behindMetadata(Stretch stretch, int at) {
        int close = stretch.follows(at, "{") ? stretch.indexInLine("}", at) : -1;
        return close < 0 ? at : close + 1;
    }

    private void addBareLink(Span span, Span target) {
        Span noLabel = new Span(span.start(), span.start());
        found.accept(new Link(Link.Kind.BARE, span, noLabel, target, text.substring(target.start(), target.end())));
    }

    private boolean isWord(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean hasSpace(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Chars.isSpace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
