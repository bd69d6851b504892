package io.github.logseqls.outline;

import com.google.common.collect.ImmutableSet;
import io.github.logseqls.text.Span;

/**
 * A piece of a block that is not running text: code, a drawer, a list and so on (format.md 6).
 *
 * @param span from the opener's first character to the closer's last one, in UTF-16 offsets from the start of the block;
 *     indentation before it and the line end behind it are outside
 * @param name what tells it from others of its kind: the {@code X} of {@code #+BEGIN_X} in lower case, the name of a
 *     drawer; else empty
 * @param next where the text behind it begins; Logseq takes line ends with most constructs
 */
public record Construct(Kind kind, Span span, String name, int next) {

    /** What a construct is, and whether Logseq looks for references in it. */
    public enum Kind {
        /** Three backticks or tildes. */
        FENCE,
        /** {@code #+BEGIN_X} to {@code #+END_X}. */
        BEGIN,
        /** {@code $$} to {@code $$}. */
        MATH,
        /** {@code \begin{x}} to {@code \end{x}}. */
        LATEX,
        /** A known tag to its closing tag. */
        HTML,
        /** {@code <!-- -->} or {@code [//]: # (...)}. */
        COMMENT,
        /** Org's lines that begin with a colon. */
        EXAMPLE,
        /** {@code :NAME:} to {@code :END:}. */
        DRAWER,
        /** Consecutive {@code key:: value} lines, or a {@code :PROPERTIES:} drawer. */
        PROPERTIES,
        /** {@code ---} to {@code ---} at the top of a page. */
        FRONT_MATTER,
        /** {@code #+key: value}. */
        DIRECTIVE,
        /** {@code [:div ...]}. */
        HICCUP,
        /** A horizontal rule. */
        RULE,
        /** Lines that begin with {@code >}, and the lazy ones below them. */
        QUOTE,
        /** Items that begin with {@code *}, {@code +} or a number. */
        LIST,
        /** Lines that begin with a colon, below a term that they define. */
        DEFINITIONS,
        /** {@code [^name]: text}. */
        FOOTNOTE,
        /** Rows between {@code |}. */
        TABLE
    }

    /** The {@code #+BEGIN_X} in which Logseq reads no markup. */
    private static final ImmutableSet<String> VERBATIM_BEGINS =
            ImmutableSet.of("src", "example", "export", "comment", "query");

    /** Whether it is a {@code #+BEGIN_X} in which Logseq reads no markup. */
    public boolean isVerbatimBegin() {
        return kind == Kind.BEGIN && VERBATIM_BEGINS.contains(name);
    }

    Construct shift(int distance) {
        return new Construct(kind, span.shift(distance), name, next + distance);
    }
}
