package io.github.logseqls.completion;

import com.google.common.base.CharMatcher;
import io.github.logseqls.completion.Typed.Token;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How the names of pages are written where one is typed. */
final class Written {

    /** The ways of writing. */
    enum Form {
        /** {@code [[name]]}. */
        LINK,
        /** {@code [[name][}, which a label follows. */
        BEFORE_LABEL,
        /** {@code #name}, with brackets where the name needs them. */
        TAG,
        /** {@code name} between commas, likewise. */
        NAME
    }

    private static final CharMatcher MARKS = CharMatcher.anyOf("#[] ");
    private static final String WORD = "some-name";
    private static final String WORDS = "some name";

    private final Page page;
    private final Form form;
    private final Token token;
    /** Whether some names would be read there, which others that look alike are then too. */
    private final Map<String, Boolean> tried = new HashMap<>();

    Written(Page page, Form form, Token token) {
        this.page = page;
        this.form = form;
        this.token = token;
    }

    /** What stands for a title; none where Logseq would read something else there. */
    Optional<String> of(String title) {
        boolean isAlike = isOrdinary(title) && isRead(isWord(title) ? WORD : WORDS);
        return isAlike || !isOrdinary(title) && names(title) ? Optional.of(text(title)) : Optional.empty();
    }

    private boolean isRead(String name) {
        return tried.computeIfAbsent(name, this::names);
    }

    private boolean names(String title) {
        return Trial.of(page, token.whole(), text(title)).names(title);
    }

    private String text(String title) {
        String link = "[[" + title + "]]";
        return switch (form) {
            case LINK -> link;
            case BEFORE_LABEL -> "[[" + title + "][";
            case TAG -> "#" + (isWord(title) ? title : link);
            case NAME -> isWord(title) || isWords(title) ? title : link;
        };
    }

    /** Whether brackets are open, which a name is alone in. */
    boolean isInBrackets() {
        return page.outline().text().slice(token.typed()).contains("[[");
    }

    /** Whether a name is what stands there now, as it is read while its brackets are open too. */
    boolean isNow(PageName name) {
        return name.equals(PageName.of(MARKS.trimFrom(page.outline().text().slice(token.whole()))))
                || name.equals(PageName.of(page.outline().text().slice(token.whole())));
    }

    private static boolean isWord(String title) {
        return title.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '/');
    }

    private static boolean isWords(String title) {
        return title.strip().equals(title)
                && title.codePoints()
                        .allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '/' || c == ' ');
    }

    /** Whether all that a title holds is letters, digits and the like: most are so. */
    private static boolean isOrdinary(String title) {
        return !title.isBlank()
                && title.codePoints().noneMatch(c -> c < ' ' || "[](){}#\\`*_^~=$<>\"|:!@,，/.".indexOf(c) >= 0);
    }
}
