package io.github.logseqls.outline;

import io.github.logseqls.text.Span;

/**
 * What stands between the parentheses of {@code [label](target "title")}.
 *
 * @param kind what it was recognised as
 * @param span the target itself: without title, white space around it, and the marks that its kind has
 */
record LinkTarget(Kind kind, Span span) {

    enum Kind {
        /** {@code ((id))}. */
        BLOCK,
        /** {@code [[name]]}. */
        PAGE,
        /** An address, in {@code <} and {@code >} or not. */
        ADDRESS
    }

    static LinkTarget of(Stretch inside) {
        LinkTarget whole = address(inside, inside.start(), inside.end());
        int at = inside.start();
        boolean angles = false;
        int parts = 0;
        while (at < inside.end() && inside.text().charAt(at) != ' ') {
            int angle = angleEnd(inside, at);
            angles |= angle > 0;
            at = angle > 0 ? angle : partEnd(inside, at);
            parts++;
        }
        if (parts == 0 || angles && parts > 1 || !endsOrHasTitle(inside, at)) {
            return whole;
        }
        int start = inside.start();
        if (parts > 1) {
            return address(inside, start, at);
        }
        if (angles) {
            return address(inside, start + 1, at - 1);
        }
        if (References.blockRefEnd(inside, start) == at) {
            return new LinkTarget(Kind.BLOCK, new Span(start + 2, at - 2));
        }
        return inside.has(start, '[') && References.pageRefEnd(inside, start) == at
                ? new LinkTarget(Kind.PAGE, new Span(start + 2, at - 2))
                : address(inside, start, at);
    }

    private static LinkTarget address(Stretch inside, int from, int to) {
        int start = from;
        while (start < to && Chars.isTrimmedOrLineEnd(inside.text().charAt(start))) {
            start++;
        }
        int end = to;
        while (end > start && Chars.isTrimmedOrLineEnd(inside.text().charAt(end - 1))) {
            end--;
        }
        return new LinkTarget(Kind.ADDRESS, new Span(start, end));
    }

    /** Behind {@code <address>}, in which a backslash hides both marks, or -1. */
    private static int angleEnd(Stretch inside, int from) {
        if (!inside.has(from, '<')) {
            return -1;
        }
        int at = from + 1;
        while (at < inside.end()
                && inside.text().charAt(at) != '<'
                && inside.text().charAt(at) != '>') {
            at += inside.text().charAt(at) == '\\' ? 2 : 1;
        }
        return at > from + 1 && inside.has(at, '>') ? at + 1 : -1;
    }

    private static int partEnd(Stretch inside, int from) {
        int block = References.blockRefEnd(inside, from);
        if (block > 0) {
            return block;
        }
        int at = from;
        while (at < inside.end()
                && inside.text().charAt(at) != '['
                && !Chars.isSpaceOrLineEnd(inside.text().charAt(at))) {
            at++;
        }
        if (at > from) {
            return at;
        }
        int page = References.pageRefEnd(inside, from);
        return page > 0 ? page : from + 1;
    }

    private static boolean endsOrHasTitle(Stretch inside, int from) {
        int at = inside.skipSpaces(from);
        if (at == inside.end()) {
            return true;
        }
        int title = inside.has(at, '"') ? inside.behind(Until.BARE_QUOTE, at + 1) : -1;
        return title > at + 2 && title == inside.end();
    }
}
