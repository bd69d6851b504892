package io.github.logseqls.outline;

import io.github.logseqls.outline.Verbatim.Kind;
import io.github.logseqls.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Logseq sees no references in. The methods take the offset at which something might begin, note it, and return the
 * offset behind it, or -1 where there is none.
 */
final class Verbatims {

    private final Syntax syntax;
    private final List<Inline> found;
    private Stretch stretch;
    private @Nullable Hiccup hiccup;
    private @Nullable InlineHtml html;

    Verbatims(Syntax syntax, Stretch stretch, List<Inline> found) {
        this.syntax = syntax;
        this.stretch = stretch;
        this.found = found;
    }

    /** From now on all is looked for in {@code next} alone. */
    void begin(Stretch next) {
        stretch = next;
        hiccup = null;
        html = null;
    }

    void add(Kind kind, Span span) {
        found.add(new Verbatim(kind, span));
    }

    private int add(Kind kind, int at, int behind) {
        if (behind > at) {
            add(kind, new Span(at, behind));
        }
        return behind;
    }

    /** Markdown's {@code `code`}, Org's {@code ~code~} and {@code =text=}. */
    int code(int at) {
        if (syntax == Syntax.MARKDOWN) {
            return add(Kind.CODE, at, codeEnd(stretch, at));
        }
        char mark = stretch.text().charAt(at);
        int close = stretch.until(mark == '=' ? Until.EQUALS : Until.TILDE, at + 1);
        return close > at + 1 && stretch.has(close, mark) ? add(Kind.CODE, at, close + 1) : -1;
    }

    /** Behind the code between one backtick or two at {@code at}, or -1. */
    static int codeEnd(Stretch stretch, int at) {
        int close = stretch.until(Until.BACKTICK, at + 1);
        if (close > at + 1 && stretch.has(close, '`')) {
            return close + 1;
        }
        return stretch.follows(at, "``") ? stretch.behind(Until.DOUBLE_BACKTICK, at + 2) : -1;
    }

    /** {@code $formula$} or {@code $$formula$$} on one line; a line may end behind the first {@code $}. */
    int dollars(int at) {
        boolean two = stretch.follows(at, "$$");
        int start = two ? at + 2 : at + 1;
        if (start >= stretch.end()) {
            return -1;
        }
        int close = stretch.until(Until.DOLLAR, two ? start : start + 1);
        if (two) {
            return stretch.follows(close, "$$") ? add(Kind.MATH, at, close + 2) : -1;
        }
        boolean spaced = stretch.has(start, ' ')
                || close > start + 1 && " ([{".indexOf(stretch.text().charAt(close - 1)) >= 0;
        return stretch.has(close, '$') && !spaced ? add(Kind.MATH, at, close + 1) : -1;
    }

    /** A formula, a character by its name, or in Org the line break that a backslash makes of a line end. */
    int backslash(int at) {
        if (syntax == Syntax.ORG
                && at + 1 < stretch.end()
                && Chars.isLineEnd(stretch.text().charAt(at + 1))) {
            return at + 2;
        }
        int math = backslashMath(at);
        return math > 0 ? math : entity(at);
    }

    /** {@code \(formula\)} or {@code \[formula\]}, which may go over lines. */
    private int backslashMath(int at) {
        if (stretch.follows(at, "\\(")) {
            return add(Kind.MATH, at, stretch.behind(Until.MATH_ROUND, at + 2));
        }
        return stretch.follows(at, "\\[") ? add(Kind.MATH, at, stretch.behind(Until.MATH_SQUARE, at + 2)) : -1;
    }

    /** A character by its name: {@code \alpha}, with {@code {}} behind it or not. */
    private int entity(int at) {
        int end = at + 1;
        while (end < stretch.end() && Chars.isLetter(stretch.text().charAt(end))) {
            end++;
        }
        if (end == at + 1) {
            return -1;
        }
        return stretch.follows(end, "{}") ? end + 2 : end;
    }

    /** {@code _{low}} and {@code ^{high}}; in Org all up to white space without braces too. */
    int script(int at) {
        if (!stretch.has(at, '_') && !stretch.has(at, '^')) {
            return -1;
        }
        int close = stretch.has(at + 1, '{') ? stretch.until(Until.CURLY, at + 2) : -1;
        if (close > at + 2 && stretch.has(close, '}')) {
            return add(Kind.SCRIPT, at, close + 1);
        }
        int end = at + 1;
        while (syntax == Syntax.ORG
                && end < stretch.end()
                && !Chars.isSpace(stretch.text().charAt(end))) {
            end++;
        }
        return Chars.trimEnd(stretch.text(), at + 1, end) > at + 1 ? add(Kind.SCRIPT, at, end) : -1;
    }

    /** {@code [^name]} in Markdown; {@code [fn:name]}, {@code [fn::text]} and {@code [fn:name:text]} in Org. */
    int footnote(int at) {
        boolean markdown = syntax == Syntax.MARKDOWN;
        int name = markdown ? at + 2 : at + 4;
        if (!stretch.follows(at, markdown ? "[^" : "[fn:")) {
            return -1;
        }
        int close = stretch.until(markdown ? Until.SQUARE_IN_WORD : Until.SQUARE, name);
        int shortest = stretch.has(name, ':') && !markdown ? name + 2 : name + 1;
        return close >= shortest && stretch.has(close, ']') ? add(Kind.FOOTNOTE, at, close + 1) : -1;
    }

    /** {@code [1/2]} or {@code [50%]}. */
    int cookie(int at) {
        int number = at + 1;
        int end = number;
        while (end < stretch.end() && isInCookie(stretch.text().charAt(end))) {
            end++;
        }
        int digits = digitsEnd(number);
        boolean counts = digits > number
                && (stretch.has(digits, '%') || stretch.has(digits, '/') && digitsEnd(digits + 1) > digits + 1);
        return counts && stretch.has(end, ']') ? add(Kind.COOKIE, at, end + 1) : -1;
    }

    private static boolean isInCookie(char c) {
        return c == '/' || c == '%' || Chars.isDigit(c);
    }

    private int digitsEnd(int from) {
        int at = from;
        while (at < stretch.end() && Chars.isDigit(stretch.text().charAt(at))) {
            at++;
        }
        return at;
    }

    int hiccup(int at) {
        if (!stretch.follows(at, "[:")) {
            return -1;
        }
        Hiccup known = hiccup;
        if (known == null) {
            known = new Hiccup(stretch.text(), stretch.start(), stretch.end());
            hiccup = known;
        }
        return add(Kind.HICCUP, at, known.end(at));
    }

    int html(int at) {
        InlineHtml known = html;
        if (known == null) {
            known = new InlineHtml(stretch);
            html = known;
        }
        return add(Kind.HTML, at, known.end(at));
    }

    /** {@code @@name: text@@}. */
    int exportSnippet(int at) {
        if (!stretch.follows(at, "@@")) {
            return -1;
        }
        int colon = stretch.until(Until.COLON_IN_WORD, at + 2);
        int content = colon + 2;
        if (colon == at + 2 || !stretch.follows(colon, ": ")) {
            return -1;
        }
        int close = stretch.until(Until.AT, content);
        return close > content && stretch.follows(close, "@@") ? add(Kind.EXPORT_SNIPPET, at, close + 2) : -1;
    }

    /** Org's {@code <<place>>}; of {@code <<<place>>>} Logseq leaves out the last bracket. */
    int target(int at) {
        int close = stretch.follows(at, "<<") ? stretch.until(Until.ANGLE, at + 2) : -1;
        return close > at + 2 && stretch.follows(close, ">>") ? add(Kind.TARGET, at, close + 2) : -1;
    }
}
