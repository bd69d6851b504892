package io.github.logseqls.completion;

import com.google.common.base.CharMatcher;
import io.github.logseqls.completion.Typed.Token;
import io.github.logseqls.graph.Page;
import java.util.Optional;

/** How the name of a page is written where it is typed. */
record Written(Form form, Token token) {

    /** The ways of writing. */
    enum Form {
        /** {@code [[name]]}. */
        LINK,
        /** {@code #name}, with brackets where the name needs them. */
        TAG,
        /** {@code name} between commas, likewise. */
        NAME
    }

    /** What stands for a title; none where Logseq would read something else there. */
    Optional<String> of(Page page, String title) {
        String link = "[[" + title + "]]";
        String text = switch (form) {
            case LINK -> link;
            case TAG -> "#" + (isWord(title) ? title : link);
            case NAME -> isWords(title) ? title : link;
        };
        return isOrdinary(title) || Trial.of(page, token.whole(), text).names(title)
                ? Optional.of(text)
                : Optional.empty();
    }

    /** The name that stands there now, with what of it is behind the caret. */
    String whole(Page page) {
        return CharMatcher.anyOf("#[] ").trimFrom(page.outline().text().slice(token.whole()));
    }

    private static boolean isWord(String title) {
        return title.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '/');
    }

    private static boolean isWords(String title) {
        return title.strip().equals(title)
                && title.codePoints()
                        .allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '/' || c == ' ');
    }

    /** Whether nothing in a title could be read as markup; most are so, and need no trial. */
    private static boolean isOrdinary(String title) {
        return !title.isBlank()
                && title.codePoints().noneMatch(c -> c < ' ' || "[](){}#\\`*_^~=$<>\"|:!@".indexOf(c) >= 0);
    }
}
