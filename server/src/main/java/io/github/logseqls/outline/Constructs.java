package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Construct.Kind;
import io.github.logseqls.text.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Recognises the constructs of format.md 6 at one place of a text, trying them in the order in which Logseq's parser does; spans
 * are offsets in that text.
 */
final class Constructs {

    /** A closer is named in full up to so many characters. */
    private static final int LONGEST_NAME = 100;

    /** What constructs begin with, but for properties and terms: these may begin with anything. */
    private static final CharSet OPENERS = CharSet.of("#:|\\>`~$<[*+-_0123456789");

    private final Syntax syntax;
    private final String text;
    private final Ahead ahead;
    private final Closers closers;
    private final Lists lists;
    private final Consumer<Unclosed> unclosed;
    /** A part of a line up to its end. */
    private int lineStart;

    private int lineEnd = -1;
    /** Whether lines may end otherwise than with a newline alone. */
    private final boolean holdsReturns;
    /** The end of the line that was last found to have no definitions below it, though a colon. */
    private int undefined = -1;

    /**
     * Recognises constructs of {@code text}.
     *
     * @param unclosed is told of each opener whose own closer is missing
     */
    Constructs(Syntax syntax, String text, Consumer<Unclosed> unclosed) {
        this.unclosed = unclosed;
        this.syntax = syntax;
        this.text = text;
        this.holdsReturns = text.indexOf('\r') >= 0;
        this.ahead = new Ahead(text);
        this.closers = new Closers(text);
        this.lists = new Lists(syntax, text);
    }

    /**
     * The construct that opens in the body of a block.
     *
     * @param at where its line begins, or what is left of a line
     * @param first the first character there that is no space
     */
    Optional<ConstructAt> inBody(int at, int first) {
        boolean isOpener = OPENERS.has(text.charAt(first));
        if (!isOpener && !Properties.open(syntax, text, ahead, first)) {
            return definitions(first);
        }
        // Every line of a block's body comes here: functions for the rest of the order would be objects for each of
        // them.
        Optional<ConstructAt> found = directive(first);
        found = found.isPresent() ? found : Properties.group(syntax, text, ahead, first);
        found = found.isPresent() ? found : drawer(first);
        found = found.isPresent() ? found : marked(first, true);
        return found.isPresent() ? found : unmarked(at, first);
    }

    /** What is tried after all that its first characters tell. */
    private Optional<ConstructAt> unmarked(int at, int first) {
        Optional<ConstructAt> found = list(at);
        found = found.isPresent() ? found : definitions(first);
        found = found.isPresent() ? found : OpenEnded.rule(syntax, text, first);
        return found.isPresent() ? found : comment(first);
    }

    /** The construct that opens at {@code first}, the first character behind a bullet that is no space. */
    Optional<ConstructAt> inTitle(int first) {
        if (Properties.open(syntax, text, ahead, first)) {
            Optional<ConstructAt> properties = Properties.group(syntax, text, ahead, first);
            if (properties.isPresent()) {
                // A keyword is one of the page's instead, unless it has the name of a block (format.md 2.3).
                return directive(first).or(() -> properties);
            }
        }
        return OPENERS.has(text.charAt(first))
                ? drawer(first).or(() -> ruleOrTerm(first)).or(() -> marked(first, false))
                : Optional.empty();
    }

    /** The end of the line that holds {@code at}, before its line end. */
    int lineEnd(int at) {
        if (at < lineStart || at > lineEnd) {
            lineStart = at;
            lineEnd = holdsReturns ? Chars.lineEnd(text, at) : Chars.lineEndBeforeNewline(text, at);
        }
        return lineEnd;
    }

    /** As {@link #inBody}, in a place where properties, drawers and bullets are mere text: inside quotes and the like. */
    Optional<ConstructAt> inQuote(int at, int first) {
        return directive(first)
                .or(() -> text.charAt(first) == '|' ? OpenEnded.table(text, first) : Optional.empty())
                .or(() -> list(at))
                .or(() -> definitions(first))
                .or(() -> text.charAt(first) == '[' ? hiccup(first) : marked(first, true))
                .or(() -> OpenEnded.rule(syntax, text, first))
                .or(() -> comment(first));
    }

    /** As {@link #inQuote}, in an item of a list, where there are no lists either, and keywords only if it is in a quote. */
    Optional<ConstructAt> inItem(int first, boolean inQuote) {
        Optional<ConstructAt> marked = text.charAt(first) == '[' ? hiccup(first) : marked(first, true);
        return marked.or(() -> inQuote ? directive(first) : results(first))
                .or(() -> OpenEnded.rule(syntax, text, first))
                .or(() -> comment(first));
    }

    private Optional<ConstructAt> results(int at) {
        String keyword = "#+RESULTS:";
        return text.startsWith(keyword, at)
                ? Optional.of(
                        new ConstructAt(Kind.DIRECTIVE, new Span(at, at + keyword.length()), at + keyword.length()))
                : Optional.empty();
    }

    /** What its first characters tell. */
    private Optional<ConstructAt> marked(int at, boolean hiccup) {
        return switch (text.charAt(at)) {
            case '|' -> OpenEnded.table(text, at);
            case '\\' -> latex(at);
            case '#' -> begin(at);
            case '>' -> OpenEnded.quote(text, at);
            case '`', '~' -> fence(at);
            case '$' -> math(at);
            case '<' -> html(at);
            case ':' -> syntax == Syntax.ORG ? Optional.of(OpenEnded.example(text, at)) : Optional.empty();
            case '[' -> (hiccup ? hiccup(at) : Optional.<ConstructAt>empty()).or(() -> footnote(at));
            default -> Optional.empty();
        };
    }

    private Optional<ConstructAt> directive(int at) {
        int colon = text.startsWith("#+", at) ? inLine(Until.COLON, ':', at + 2) : -1;
        if (colon <= at + 2 || Chars.startsWithIgnoreCase(text, at + 2, "begin_")) {
            return Optional.empty();
        }
        return Optional.of(ConstructAt.linesAndEnds(Kind.DIRECTIVE, text, at, Chars.lineEnd(text, colon)));
    }

    private Optional<ConstructAt> drawer(int at) {
        int colon = text.charAt(at) == ':' ? inLine(Until.COLON, ':', at + 1) : -1;
        boolean opens =
                colon > at + 1 && Chars.skipNewline(text, colon + 1) > colon + 1 && !Chars.occurs(text, " ", at, colon);
        if (!opens) {
            return Optional.empty();
        }
        int end = closers.drawer(colon + 1);
        Optional<ConstructAt> drawer =
                closed(new Unclosed(Kind.DRAWER, at, ":end:"), end, text.substring(at + 1, colon));
        return drawer.map(met -> met.upTo(Chars.skipNewline(text, end)));
    }

    private Optional<ConstructAt> begin(int at) {
        if (!Chars.startsWithIgnoreCase(text, at, "#+begin_")) {
            return Optional.empty();
        }
        int nameStart = at + "#+begin_".length();
        int nameEnd = nameStart;
        while (nameEnd < text.length() && !Chars.isSpaceOrLineEnd(text.charAt(nameEnd))) {
            nameEnd++;
        }
        if (nameEnd == nameStart) {
            return Optional.empty();
        }
        int end = closers.end(nameStart, nameEnd, Chars.lineEnd(text, nameEnd));
        String name = name(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        return closed(unclosed(Kind.BEGIN, at, "#+end_", nameStart, nameEnd), end, name);
    }

    private Optional<ConstructAt> fence(int at) {
        boolean opens = text.startsWith("```", at) || text.startsWith("~~~", at);
        return opens
                ? closed(new Unclosed(Kind.FENCE, at, "```", "~~~"), closers.fence(Chars.lineEnd(text, at)), "")
                : Optional.empty();
    }

    private Optional<ConstructAt> math(int at) {
        return text.startsWith("$$", at)
                ? closed(new Unclosed(Kind.MATH, at, "$$"), closers.after("$$", at + 2), "")
                : Optional.empty();
    }

    /** An environment that nothing closes takes all the rest, unless that ends with what may be the beginning of a closer. */
    private Optional<ConstructAt> latex(int at) {
        int nameStart = at + "\\begin{".length();
        if (!Chars.startsWithIgnoreCase(text, at, "\\begin{")) {
            return Optional.empty();
        }
        int behindName = closers.after("}", nameStart);
        if (behindName < 0) {
            unclosed.accept(new Unclosed(Kind.LATEX, at, "}"));
        }
        if (behindName <= nameStart + 1) {
            return Optional.empty();
        }
        int nameEnd = behindName - 1;
        int end = closers.latexEnd(nameStart, nameEnd);
        if (end < 0) {
            int lastEscape = closers.last("\\");
            if (lastEscape >= behindName
                    && !Chars.hasBytes(text, lastEscape, text.length(), closerBytes(nameStart, nameEnd))) {
                unclosed.accept(Unclosed.byAnything(Kind.LATEX, at));
                return Optional.empty();
            }
            unclosed.accept(unclosed(Kind.LATEX, at, "\\end{", nameStart, nameEnd));
        }
        Span span = new Span(at, end < 0 ? text.length() : end);
        Construct latex = new Construct(Kind.LATEX, span, name(nameStart, nameEnd), span.end());
        return Optional.of(new ConstructAt(latex, ImmutableList.of()));
    }

    private int closerBytes(int nameStart, int nameEnd) {
        int bytes = "\\end{}".length();
        while (Chars.hasBytes(text, nameStart, nameEnd, bytes - "\\end{}".length() + 1)) {
            bytes++;
        }
        return bytes;
    }

    private Optional<ConstructAt> html(int at) {
        int end = closers.html(at);
        Kind kind = text.startsWith("<!--", at) ? Kind.COMMENT : Kind.HTML;
        closers.unclosedHtml(kind, at, end).ifPresent(unclosed);
        return end < 0 ? Optional.empty() : Optional.of(ConstructAt.between(kind, text, at, end));
    }

    private Optional<ConstructAt> hiccup(int at) {
        if (!closers.opensHiccup(at)) {
            return Optional.empty();
        }
        int end = closers.hiccup(at);
        if (end < 0) {
            // Closing brackets may stand behind it that close others, or stand between quotes.
            unclosed.accept(new Unclosed(Kind.HICCUP, at, ImmutableList.of("[:", "]", "\""), false));
            return Optional.empty();
        }
        return Optional.of(ConstructAt.between(Kind.HICCUP, text, at, end));
    }

    private Optional<ConstructAt> footnote(int at) {
        String opener = syntax == Syntax.ORG ? "[fn:" : "[^";
        String closer = syntax == Syntax.ORG ? "]" : "]:";
        int name = at + opener.length();
        int nameEnd = text.startsWith(opener, at) ? inLine(Until.SQUARE, ']', name) : -1;
        if (nameEnd <= name || !text.startsWith(closer, nameEnd)) {
            return Optional.empty();
        }
        boolean hasSpace = syntax == Syntax.MARKDOWN && Chars.hasSpace(text, name, nameEnd);
        return hasSpace ? Optional.empty() : OpenEnded.footnote(text, at, nameEnd + closer.length());
    }

    private Optional<ConstructAt> list(int at) {
        int end = lists.end(at);
        int behindMark = Chars.skipSpaces(text, at) + 1;
        if (end < 0 && lists.furthest() > at && mayStartBlock(behindMark, lists.furthest())) {
            // Whatever ended the first item badly, there may be blocks before that were no blocks in a list.
            unclosed.accept(Unclosed.byAnything(Kind.LIST, at));
        }
        return end < 0
                ? Optional.empty()
                : Optional.of(ConstructAt.lines(Kind.LIST, text, Chars.skipSpaces(text, at), end));
    }

    private boolean mayStartBlock(int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            boolean isMark = syntax == Syntax.ORG ? c == '*' : c == '-' || c == '#';
            if (isMark && Chars.isTerminator(text, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private Optional<ConstructAt> definitions(int at) {
        int end = syntax == Syntax.MARKDOWN ? lineEnd(at) : undefined;
        if (end == undefined || !OpenEnded.isDefined(text, end)) {
            return Optional.empty();
        }
        Optional<ConstructAt> definitions = OpenEnded.definitions(text, at);
        undefined = definitions.isPresent() ? undefined : end;
        return definitions;
    }

    /** A rule behind a bullet stands for itself, unless the line below defines it: then it is a term. */
    private Optional<ConstructAt> ruleOrTerm(int at) {
        return OpenEnded.rule(syntax, text, at).map(rule -> definitions(at).orElse(rule));
    }

    private Optional<ConstructAt> comment(int at) {
        if (syntax == Syntax.ORG) {
            int from = text.charAt(at) == '#' ? Chars.skipSpaces(text, at + 1) : at;
            return from > at + 1 && Chars.lineEnd(text, from) > from
                    ? Optional.of(ConstructAt.linesAndEnds(Kind.COMMENT, text, at, Chars.lineEnd(text, from)))
                    : Optional.empty();
        }
        if (text.startsWith("[//]: #", at)) {
            int from = Chars.skipSpaces(text, at + "[//]: #".length());
            int lineEnd = Chars.lineEnd(text, from);
            return lineEnd > from ? Optional.of(ConstructAt.lines(Kind.COMMENT, text, at, lineEnd)) : Optional.empty();
        }
        return text.startsWith("<!--", at) ? shortComment(at) : Optional.empty();
    }

    /** A comment that is too short for HTML, with lines of its own for opener and closer. */
    private Optional<ConstructAt> shortComment(int at) {
        int behind = text.startsWith("-", at + "<!--".length()) ? at + "<!---".length() : at + "<!--".length();
        int end = Chars.skipNewline(text, behind) > behind ? closers.comment(behind) : -1;
        return end < 0 ? Optional.empty() : Optional.of(new ConstructAt(Kind.COMMENT, new Span(at, end), end));
    }

    /** The first {@code c} from {@code from} on before the end of the line, where {@code until} stops at both, or -1. */
    private int inLine(Until until, char c, int from) {
        int found = ahead.next(until, from);
        return found < text.length() && text.charAt(found) == c ? found : -1;
    }

    /** The construct that {@code opener} opens; where {@code end} says that nothing closes it, that is noted. */
    private Optional<ConstructAt> closed(Unclosed opener, int end, String name) {
        if (end >= 0) {
            return Optional.of(ConstructAt.between(opener.kind(), text, opener.start(), end, name));
        }
        unclosed.accept(end == Closers.BROKEN ? opener.orByReturns() : opener);
        return Optional.empty();
    }

    /** An opener whose closer has a name in it. Of a long one only the beginning is kept, which other closers may have too. */
    private Unclosed unclosed(Kind kind, int at, String beforeName, int nameStart, int nameEnd) {
        String closer = beforeName + name(nameStart, nameEnd);
        return new Unclosed(kind, at, ImmutableList.of(closer), nameEnd - nameStart <= LONGEST_NAME);
    }

    private String name(int start, int end) {
        return text.substring(start, Math.min(end, start + LONGEST_NAME));
    }
}
