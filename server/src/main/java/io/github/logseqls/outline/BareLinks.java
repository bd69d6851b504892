package io.github.logseqls.outline;

import io.github.logseqls.text.Span;

/** Reads links without labels: web addresses in running text, and what stands in {@code <} and {@code >}. */
final class BareLinks {

    private static final CharSet HOST_ENDS = CharSet.of("[]<>{}()/?#\r\n" + Chars.SPACES);
    private static final CharSet PATH_MARKS = CharSet.of("()[],;.!?\r\n" + Chars.SPACES);
    private static final CharSet LOCAL_ENDS = CharSet.of("<>@, \t\r\n");
    private static final CharSet DOMAIN_ENDS = CharSet.of("<>@,'\" \t\r\n");

    private final String text;
    private final Links links;

    BareLinks(String text, Links links) {
        this.text = text;
        this.links = links;
    }

    /** {@code scheme://host/path}, whose colon stands at {@code colon}, or -1. */
    int url(Stretch stretch, int at, int colon) {
        if (!stretch.follows(colon, "://")) {
            return -1;
        }
        int host = colon + 3;
        int end = runEnd(stretch, host, HOST_ENDS);
        if (end == host) {
            return -1;
        }
        if (end < stretch.end() && "/?#".indexOf(text.charAt(end)) >= 0) {
            end = pathEnd(stretch, end + 1);
        }
        add(new Span(at, end), new Span(at, end));
        return end;
    }

    /**
     * The end of a path, which may hold balanced brackets. A bracket that nothing closes is mere text; one that closes nothing
     * ends the path, and so does a punctuation mark before white space.
     */
    private int pathEnd(Stretch stretch, int from) {
        StringBuilder closers = new StringBuilder(0);
        int at = runEnd(stretch, from, PATH_MARKS);
        while (at < stretch.end()) {
            char c = text.charAt(at);
            if (c == '(' || c == '[') {
                closers.append(c == '(' ? ')' : ']');
            } else if (c == ')' || c == ']') {
                int open = closers.lastIndexOf(c == ')' ? ")" : "]");
                if (open < 0) {
                    break;
                }
                closers.setLength(open);
            } else if (Chars.isSpaceOrLineEnd(c) || isLast(stretch, at)) {
                break;
            }
            at = runEnd(stretch, at + 1, PATH_MARKS);
        }
        return at;
    }

    /** Whether a punctuation mark stands at the end or before white space. */
    private boolean isLast(Stretch stretch, int at) {
        return at + 1 == stretch.end() || Chars.isSpaceOrLineEnd(text.charAt(at + 1));
    }

    /** {@code <scheme:address>}, or -1. */
    int angle(Stretch stretch, int at) {
        int colon = at + 1;
        while (colon < stretch.end() && Chars.isLetterOrDigit(text.charAt(colon))) {
            colon++;
        }
        if (colon == at + 1 || !stretch.has(colon, ':')) {
            return -1;
        }
        int address = stretch.follows(colon, "://") ? colon + 3 : colon + 1;
        int close = stretch.until(Until.ANGLE_IN_WORD, address);
        if (close == address || !stretch.has(close, '>')) {
            return -1;
        }
        add(new Span(at, close + 1), new Span(at + 1, close));
        return close + 1;
    }

    /** {@code <name@domain>}, whose closing mark may be missing, or -1. */
    int email(Stretch stretch, int at) {
        int name = at + 1;
        int sign = runEnd(stretch, name, LOCAL_ENDS);
        if (sign == name || !stretch.has(sign, '@')) {
            return -1;
        }
        int end = runEnd(stretch, sign + 1, DOMAIN_ENDS);
        if (end == sign + 1) {
            return -1;
        }
        int behind = stretch.has(end, '>') ? end + 1 : end;
        add(new Span(at, behind), new Span(name, end));
        return behind;
    }

    private int runEnd(Stretch stretch, int from, CharSet ends) {
        int at = from;
        while (at < stretch.end() && !ends.has(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void add(Span span, Span target) {
        Span noLabel = new Span(span.start(), span.start());
        links.add(Link.Kind.BARE, span, noLabel, target);
        links.addIfBlock(span, noLabel, target);
    }
}
