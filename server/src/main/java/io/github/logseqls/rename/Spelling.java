package io.github.logseqls.rename;

import com.google.common.base.CharMatcher;
import io.github.logseqls.graph.AskedName;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.outline.Tag;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;

/** How a new name is written in the place of the old one: with the brackets that it needs there, and no others. */
final class Spelling {

    private static final CharMatcher COMMA = CharMatcher.anyOf(",，");
    /** What no word of a question may hold. */
    private static final CharMatcher NOT_IN_WORD =
            COMMA.or(CharMatcher.whitespace()).or(CharMatcher.anyOf("#[]\"{}():?"));

    /** What no name may hold that is all that a macro is given. */
    private static final CharMatcher NOT_ALONE = COMMA.or(CharMatcher.anyOf("#[]\"{}()"));

    private Spelling() {}

    /** What is written for the page of a title. */
    static String of(Page page, Mention mention, String title) {
        String before = page.outline().text().slice(mention.nameSpan());
        return switch (mention.form()) {
            case TAG -> mention.span().equals(mention.nameSpan()) ? title : tag(before, title);
            case VALUE -> value(page, title);
            case ALIAS -> alias(page, mention, title);
            case EMBED ->
                isInBrackets(page, mention.nameSpan()) || COMMA.matchesNoneOf(title) ? title : inBrackets(title);
            default -> title;
        };
    }

    /** What is written in a question. */
    static String of(Page page, AskedName name, Target after) {
        String before = page.outline().text().slice(name.nameSpan());
        if (after instanceof Target.OfKey key) {
            return NewKey.written(before, key.key());
        }
        if (after instanceof Target.OfBlock block) {
            return block.id().toString();
        }
        String title = ((Target.OfPage) after).title();
        return switch (name.form()) {
            case BRACKETS, QUOTED, BLOCK -> title;
            case QUOTED_LOWER -> PageName.of(title).toString();
            case TAG -> tag(before, title);
            case ALONE -> NOT_ALONE.matchesNoneOf(title) ? title : inBrackets(title);
            case WORD -> NOT_IN_WORD.matchesNoneOf(title) ? title : "\"" + title + "\"";
        };
    }

    /** What is written for a name between commas, or for markup in an alias. */
    private static String alias(Page page, Mention mention, String title) {
        if (mention.span().equals(mention.nameSpan())) {
            return value(page, title);
        }
        Outline outline = page.outline();
        boolean isTag = outline.text().slice(mention.span()).startsWith("#");
        return isTag ? tag(outline.text().slice(mention.nameSpan()), title) : title;
    }

    private static String value(Page page, String title) {
        return isPlainValue(title, page.outline().syntax()) ? title : inBrackets(title);
    }

    /** Whether a name is one in a value without more ado. */
    private static boolean isPlainValue(String title, Syntax syntax) {
        Outline alone = Outline.parse(Text.of(title), syntax);
        return COMMA.matchesNoneOf(title)
                && title.indexOf('"') < 0
                && alone.size() == 1
                && alone.block(0).kind() == Block.Kind.PREAMBLE
                && alone.block(0).constructs().isEmpty()
                && alone.inlines(0).isEmpty();
    }

    /** Brackets that were not needed are kept; those that were go with the need. */
    private static String tag(String before, String title) {
        boolean bracketed = before.startsWith("[[") && before.endsWith("]]");
        boolean keeps = bracketed && isTag(before.substring(2, before.length() - 2));
        return keeps || !isTag(title) ? inBrackets(title) : title;
    }

    private static boolean isTag(String name) {
        List<Inline> read = Outline.inlinesOfValue(Syntax.MARKDOWN, "#" + name);
        return read.size() == 1
                && read.get(0) instanceof Tag tag
                && tag.span().end() == name.length() + 1
                && tag.name().equals(name)
                && !name.contains("[[");
    }

    private static boolean isInBrackets(Page page, Span name) {
        int before = name.start() - 2;
        return before >= 0
                && page.outline().text().slice(new Span(before, name.start())).equals("[[");
    }

    private static String inBrackets(String title) {
        return "[[" + title + "]]";
    }
}
