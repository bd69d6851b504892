package io.github.logseqls.completion;

import io.github.logseqls.outline.Construct;
import io.github.logseqls.text.Span;

/** What is being typed at the caret, up to the caret. Spans are UTF-16 offsets in the page. */
public sealed interface Typed {

    /** What is replaced. */
    Token token();

    /** What is looked for: the token without its marks. */
    String query();

    /**
     * What is replaced by that which is chosen.
     *
     * @param typed from its first mark to the caret
     * @param whole the same, with what stands behind the caret and belongs to it
     */
    record Token(Span typed, Span whole) {}

    /**
     * {@code ((words}.
     *
     * @param isLabelled whether it stands behind the label of a link, which has parentheses of its own
     */
    record Block(Token token, String query, boolean isLabelled) implements Typed {}

    /**
     * {@code [[name}.
     *
     * @param isLabelled whether a label follows the name, as links of Org have one
     */
    record Page(Token token, String query, boolean isLabelled) implements Typed {}

    /** {@code #name}, or {@code #[[name}. */
    record Tag(Token token, String query) implements Typed {}

    /**
     * The key of a property.
     *
     * @param drawer what there is of a drawer for it
     */
    record Key(Token token, String query, Drawer drawer) implements Typed {

        /** What there is of the drawer that properties of Org stand in. */
        enum Drawer {
            /** In Markdown none is needed. */
            NONE,
            WHOLE,
            /** It is begun and not closed yet. */
            OPEN,
            MISSING;

            /** A property with what is missing of its drawer; lines end with {@code \n}. */
            String text(String key, String value) {
                return switch (this) {
                    case NONE -> key + ":: " + value;
                    case WHOLE -> ":" + key + ": " + value;
                    case OPEN -> ":" + key + ": " + value + "\n:END:";
                    case MISSING -> ":PROPERTIES:\n:" + key + ": " + value + "\n:END:";
                };
            }
        }
    }

    /**
     * The value of a property, or what stands behind its last comma where that parts values.
     *
     * @param key in normal form
     */
    record Value(Token token, String query, String key) implements Typed {}

    /** The first word of a block. */
    record FirstWord(Token token, String query) implements Typed {}

    /** {@code [#}, where a priority may stand. */
    record Priority(Token token, String query) implements Typed {}

    /** The beginning of {@code SCHEDULED} or {@code DEADLINE}, where no property and no marker may stand. */
    record PlanWord(Token token, String query) implements Typed {}

    /** What stands behind {@code SCHEDULED:} or {@code DEADLINE:}. */
    record Planned(Token token, String query) implements Typed {}

    /** Two opening braces and the name of a macro. */
    record MacroName(Token token, String query) implements Typed {}

    /** The name of a renderer, with its colon: the first argument of the macro of that name. */
    record Renderer(Token token, String query) implements Typed {}

    /** {@code /word}, or several words. */
    record Command(Token token, String query) implements Typed {}

    /** {@code #+word}. */
    record Directive(Token token, String query) implements Typed {}

    /**
     * The language of code.
     *
     * @param kind what holds the code: a fence, or what begins and ends by name
     * @param opener what stands before the language: three backticks, or {@code #+BEGIN_SRC} and a blank
     */
    record Language(Token token, String query, Construct.Kind kind, String opener) implements Typed {

        /** From the opener on. */
        Span whole() {
            return new Span(
                    token.typed().start() - opener.length(), token.whole().end());
        }

        /** What ends the code. */
        String closer() {
            if (kind == Construct.Kind.FENCE) {
                return opener;
            }
            return opener.contains("begin") ? "#+end_src" : "#+END_SRC";
        }
    }

    /**
     * The address in a link, {@code [label](address} or, in Org, {@code [[file:address}.
     *
     * @param scheme what an address begins with there
     * @param closer what ends it; empty where something else of the link follows
     */
    record Address(Token token, String query, String scheme, String closer) implements Typed {}
}
