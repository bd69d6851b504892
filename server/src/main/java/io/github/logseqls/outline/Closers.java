package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the closer that belongs to an opener. All methods return the offset behind the closer, or a negative number where
 * there is none.
 *
 * <p>A search that failed is remembered, since it would fail again from any later place: a page full of openers that nothing
 * closes is read in linear time.
 */
final class Closers {

    /** Said of a closer that no opener reaches, since a lone CR stands between them (format.md 1.5). */
    static final int BROKEN = -2;

    private static final int ABSENT = -1;
    private static final Span NOTHING = new Span(0, 0);

    private final String text;
    private final BlockHtml html;
    private final Hiccup hiccup;
    /** For each closer, a stretch from whose inside the search for it fails. */
    private final Map<String, Span> absent = new HashMap<>();
    /** For each closing line, a stretch whose end is the end of the first one in it. */
    private final Map<String, Span> reached = new HashMap<>();
    /** For each closer, where it stands last. */
    private final Map<String, Integer> last = new HashMap<>();
    /** For each beginning of closers with a name, where those are. */
    private final Map<String, Marks> marks = new HashMap<>();
    /** A stretch without a lone CR, but for its end. */
    private int unbrokenFrom;

    private int unbrokenTo = -1;

    Closers(String text) {
        this.text = text;
        this.html = new BlockHtml(text, this);
        this.hiccup = new Hiccup(text, 0, text.length());
    }

    /** The next line behind the one that ends at {@code lineEnd} that begins with three backticks or tildes, up to its end. */
    int fence(int lineEnd) {
        return line(lineEnd, false, "```", "~~~");
    }

    /** The next line behind {@code lineEnd} that says just {@code :END:}, up to its end. */
    int drawer(int lineEnd) {
        return line(lineEnd, true, ":END:");
    }

    /** The next line behind {@code lineEnd} that says just {@code -->}, up to its end. */
    int comment(int lineEnd) {
        return line(lineEnd, true, "-->");
    }

    /**
     * The next line behind {@code lineEnd} that begins with {@code #+end_} and the name that stands between {@code nameStart}
     * and {@code nameEnd}, in any case, up to its end.
     */
    int end(int nameStart, int nameEnd, int lineEnd) {
        Marks ends = marksOf("#+end_", lineEnd);
        for (int i = ends.firstFrom(lineEnd); i < ends.size(); i++) {
            int behind = ends.end(i);
            if (Chars.repeatsIgnoreCase(text, behind, nameStart, nameEnd)
                    && isFirstInLine(behind - "#+end_".length())) {
                return unbroken(lineEnd, Chars.lineEnd(text, behind));
            }
        }
        return ABSENT;
    }

    /** The next {@code \end{name}} in any case, where the name stands between {@code nameStart} and {@code nameEnd}. */
    int latexEnd(int nameStart, int nameEnd) {
        Marks ends = marksOf("\\end{", nameEnd);
        for (int i = ends.firstFrom(nameEnd); i < ends.size(); i++) {
            int behind = ends.end(i) + nameEnd - nameStart;
            if (Chars.repeatsIgnoreCase(text, ends.end(i), nameStart, nameEnd) && text.startsWith("}", behind)) {
                return behind + 1;
            }
        }
        return -1;
    }

    int after(String closer, int from) {
        if (isAbsent(closer, from)) {
            return -1;
        }
        int found = text.indexOf(closer, from);
        if (found < 0) {
            absent.put(closer, new Span(from, text.length()));
        }
        return found < 0 ? -1 : found + closer.length();
    }

    /** Where {@code closer} stands last, in any case; -1 where it does not. */
    int last(String closer) {
        return last.computeIfAbsent(closer, absent -> {
            int at = text.length() - closer.length();
            while (at >= 0 && !Chars.startsWithIgnoreCase(text, at, closer)) {
                at--;
            }
            return at;
        });
    }

    /** The end of the HTML that opens at {@code at}: of a comment, or of an element with a known tag. */
    int html(int at) {
        return html.end(at);
    }

    /** What the HTML at {@code at} lacks for which {@link #html} said {@code end}; empty where its own closer ends it. */
    Optional<Unclosed> unclosedHtml(Construct.Kind kind, int at, int end) {
        return html.unclosed(kind, at, end);
    }

    /** The end of the hiccup that opens at {@code at}. */
    int hiccup(int at) {
        return hiccup.end(at);
    }

    boolean opensHiccup(int at) {
        return hiccup.opens(at);
    }

    /** {@code end}, unless a lone CR stands before it. */
    private int unbroken(int from, int end) {
        return end >= 0 && loneReturn(from) < end ? BROKEN : end;
    }

    /** The first CR at or behind {@code from} that no LF follows, or the end of the text. */
    private int loneReturn(int from) {
        if (from < unbrokenFrom || from > unbrokenTo) {
            int at = text.indexOf('\r', from);
            while (at >= 0 && text.startsWith("\n", at + 1)) {
                at = text.indexOf('\r', at + 1);
            }
            unbrokenFrom = from;
            unbrokenTo = at < 0 ? text.length() : at;
        }
        return unbrokenTo;
    }

    private boolean isFirstInLine(int at) {
        int first = Chars.trimmedEnd(text, 0, at);
        return first == 0 || Chars.isLineEnd(text.charAt(first - 1));
    }

    /** The end of the next line behind the one that ends at {@code lineEnd} that begins with, or is, one of some texts. */
    private int line(int lineEnd, boolean whole, String... texts) {
        String key = "\n" + texts[0];
        if (isAbsent(key, lineEnd)) {
            return ABSENT;
        }
        Span known = reached.getOrDefault(key, NOTHING);
        if (known.start() <= lineEnd && lineEnd < known.end()) {
            return unbroken(lineEnd, known.end());
        }
        int end = lineEnd;
        for (int line = Chars.skipLineEnd(text, end); line > end; line = Chars.skipLineEnd(text, end)) {
            int first = Chars.skipTrimmed(text, line);
            end = Chars.lineEnd(text, first);
            for (String wanted : texts) {
                if (Chars.startsWithIgnoreCase(text, first, wanted)
                        && (!whole || Chars.skipTrimmed(text, first + wanted.length()) == end)) {
                    reached.put(key, new Span(lineEnd, end));
                    return unbroken(lineEnd, end);
                }
            }
        }
        absent.put(key, new Span(lineEnd, text.length()));
        return ABSENT;
    }

    private boolean isAbsent(String key, int from) {
        Span stretch = absent.get(key);
        return stretch != null && stretch.start() <= from && from <= stretch.end();
    }

    private Marks marksOf(String beginning, int from) {
        return marks.compute(
                beginning,
                (key, known) -> known == null
                        ? Marks.of(text, key, from)
                        : known.covers(from) ? known : Marks.of(text, key, 0));
    }
}
