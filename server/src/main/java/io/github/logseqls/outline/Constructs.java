package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Construct.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Recognises the constructs of format.md 6 at one place of a text; spans are offsets in that text. */
final class Constructs {

    private final Syntax syntax;
    private final String text;
    private final Lookahead lookahead;
    private final Closers closers;
    private final Consumer<Unclosed> unclosed;

    /**
     * Recognises constructs of {@code text}.
     *
     * @param unclosed is told of each opener whose own closer is missing
     */
    Constructs(Syntax syntax, String text, Consumer<Unclosed> unclosed) {
        this.unclosed = unclosed;
        this.syntax = syntax;
        this.text = text;
        this.lookahead = new Lookahead(text);
        this.closers = new Closers(text);
    }

    /** The construct that opens at {@code at}, the first character of a line of the body that is no space. */
    Optional<ConstructAt> inBody(int at) {
        Optional<ConstructAt> construct = inTitle(at);
        if (construct.isPresent()) {
            return construct;
        }
        return switch (text.charAt(at)) {
            case '#' -> directiveOrComment(at);
            case '[' -> hiccupOrComment(at);
            case '-', '*', '+', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> OpenEnded.list(syntax, text, at);
            default -> Optional.empty();
        };
    }

    /** The construct that opens at {@code at}, the first character behind a bullet that is no space. */
    Optional<ConstructAt> inTitle(int at) {
        Optional<ConstructAt> properties =
                syntax == Syntax.MARKDOWN ? PropertyLines.markdown(text, at) : Optional.empty();
        Optional<ConstructAt> construct = properties.isPresent() ? properties : withoutProperties(at);
        return construct.isPresent() ? construct : directiveOfOneWord(at);
    }

    /** As {@link #inBody}, in a place where properties and drawers are mere text: inside quotes, lists and the like. */
    Optional<ConstructAt> inContainer(int at) {
        Optional<ConstructAt> construct = withoutProperties(at);
        return construct.isPresent() || text.charAt(at) != '[' ? construct : hiccupOrComment(at);
    }

    private Optional<ConstructAt> withoutProperties(int at) {
        return switch (text.charAt(at)) {
            case '`', '~' -> fence(at);
            case '#' -> begin(at);
            case '$' -> math(at);
            case '\\' -> latex(at);
            case '<' -> html(at);
            case ':' -> drawerOrExample(at);
            case '>' -> OpenEnded.quote(text, at);
            case '|' -> OpenEnded.table(text, at);
            case '-', '*', '_' -> rule(at);
            default -> Optional.empty();
        };
    }

    private Optional<ConstructAt> fence(int at) {
        boolean opens = text.startsWith("```", at) || text.startsWith("~~~", at);
        return opens
                ? closed(Kind.FENCE, at, closers.fence(Chars.lineEnd(text, at)), "", "```", "~~~")
                : Optional.empty();
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
        String name = text.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        String closer = "#+end_" + name;
        return closed(Kind.BEGIN, at, closers.line(closer, Chars.lineEnd(text, nameEnd)), name, closer);
    }

    private Optional<ConstructAt> math(int at) {
        return text.startsWith("$$", at)
                ? closed(Kind.MATH, at, closers.after("$$", at + 2), "", "$$")
                : Optional.empty();
    }

    private Optional<ConstructAt> latex(int at) {
        String opener = "\\begin{";
        int nameEnd = text.startsWith(opener, at) ? lookahead.indexInLine("}", at) : -1;
        if (nameEnd < 0) {
            return Optional.empty();
        }
        String name = text.substring(at + opener.length(), nameEnd);
        String closer = "\\end{" + name + "}";
        int end = closers.afterIgnoringCase(closer, nameEnd);
        if (end < 0) {
            unclosed.accept(new Unclosed(Kind.LATEX, at, closer));
        }
        return Optional.of(new ConstructAt(Kind.LATEX, at, end < 0 ? text.length() : end, name));
    }

    private Optional<ConstructAt> html(int at) {
        if (!closers.opensHtml(at)) {
            return Optional.empty();
        }
        int end = closers.html(at);
        Kind kind = text.startsWith("<!--", at) ? Kind.COMMENT : Kind.HTML;
        closers.unclosedHtml(kind, at, end).ifPresent(unclosed);
        return end < 0 ? Optional.empty() : Optional.of(new ConstructAt(kind, at, end));
    }

    private Optional<ConstructAt> drawerOrExample(int at) {
        Optional<ConstructAt> drawer = drawer(at);
        return drawer.isPresent() || syntax == Syntax.MARKDOWN ? drawer : OpenEnded.marked(Kind.EXAMPLE, text, at);
    }

    private Optional<ConstructAt> drawer(int at) {
        int lineEnd = Chars.lineEnd(text, at);
        int colon = lookahead.indexInLine(":", at + 1);
        boolean opens = colon > at + 1 && Chars.trimEnd(text, at, lineEnd) == colon + 1;
        if (!opens) {
            return Optional.empty();
        }
        int end = closers.drawer(lineEnd);
        if (end < 0) {
            unclosed.accept(new Unclosed(Kind.DRAWER, at, ":end:"));
            return Optional.empty();
        }
        String name = text.substring(at + 1, colon);
        return Optional.of(
                name.equalsIgnoreCase("PROPERTIES")
                        ? PropertyLines.drawer(text, at, end)
                        : new ConstructAt(Kind.DRAWER, at, end, name));
    }

    private Optional<ConstructAt> rule(int at) {
        int end = Chars.skip(text, at, text.charAt(at));
        int lineEnd = Chars.lineEnd(text, at);
        return end - at >= (syntax == Syntax.MARKDOWN ? 3 : 5) && Chars.trimEnd(text, at, lineEnd) == end
                ? Optional.of(new ConstructAt(Kind.RULE, at, end))
                : Optional.empty();
    }

    private Optional<ConstructAt> directiveOrComment(int at) {
        boolean comment = syntax == Syntax.ORG && Chars.isTerminator(text, at + 1);
        return comment ? OpenEnded.marked(Kind.COMMENT, text, at) : directive(at);
    }

    /** Behind a bullet a directive whose key has blanks is mere text. */
    private Optional<ConstructAt> directiveOfOneWord(int at) {
        Optional<ConstructAt> directive = directive(at);
        boolean oneWord = directive.isPresent() && Chars.skipWord(text, at) > text.indexOf(':', at);
        return oneWord ? directive : Optional.empty();
    }

    private Optional<ConstructAt> directive(int at) {
        int lineEnd = Chars.lineEnd(text, at);
        int colon = text.startsWith("#+", at) ? lookahead.indexInLine(":", at) : -1;
        boolean named = colon > at + 2 && text.charAt(at + 2) != ' ';
        return named
                ? Optional.of(new ConstructAt(Kind.DIRECTIVE, at, Chars.trimEnd(text, at, lineEnd)))
                : Optional.empty();
    }

    private Optional<ConstructAt> hiccupOrComment(int at) {
        if (text.startsWith("[//]: # ", at)) {
            return Optional.of(new ConstructAt(Kind.COMMENT, at, Chars.trimEnd(text, at, Chars.lineEnd(text, at))));
        }
        int end = text.startsWith("[:", at) ? closers.hiccup(at) : -1;
        if (end < 0 && text.startsWith("[:", at)) {
            // Closing brackets may stand behind it that close others.
            unclosed.accept(new Unclosed(Kind.HICCUP, at, ImmutableList.of("[:", "]"), false));
        }
        return end < 0 ? Optional.empty() : Optional.of(new ConstructAt(Kind.HICCUP, at, end));
    }

    private Optional<ConstructAt> closed(Kind kind, int start, int end, String name, String... closers) {
        if (end < 0) {
            unclosed.accept(new Unclosed(kind, start, closers));
            return Optional.empty();
        }
        return Optional.of(new ConstructAt(kind, start, end, name));
    }
}
