package io.github.logseqls.rename;

import io.github.logseqls.graph.PageName;
import io.github.logseqls.outline.PropertyKey;
import java.util.Locale;

/** The key of a property that stands for a page, when the page is called otherwise. */
final class NewKey {

    private NewKey() {}

    /** The key in normal form for the page's new title. */
    static String of(PropertyKey before, String title) {
        String page = before.page();
        int at = before.name().equals(page) || before.name().startsWith(page + "/")
                ? 0
                : before.name().length() - page.length();
        PropertyKey after = PropertyKey.of(
                before.name().substring(0, at) + title + before.name().substring(at + page.length()));
        if (after.isBuiltIn()) {
            throw new Refusal(
                    "The property “%s” stands for this page, and “%s” is one of Logseq's own. Take another name."
                            .formatted(page, title));
        }
        if (!after.isValid() || !PageName.of(after.page()).equals(PageName.of(title))) {
            throw new Refusal("The property “%s” stands for this page, and no property can be called “%s”: "
                            .formatted(page, title)
                    + "take a name without blanks, underscores and punctuation, such as “%s”.".formatted(fit(title)));
        }
        return after.name();
    }

    /** A key in the case of the one that it stands instead of. */
    static String written(String before, String after) {
        String upper = before.toUpperCase(Locale.ROOT);
        if (before.equals(before.toLowerCase(Locale.ROOT))) {
            return after;
        }
        if (before.equals(upper)
                && before.codePoints().filter(Character::isUpperCase).count() > 1) {
            return after.toUpperCase(Locale.ROOT);
        }
        return before.charAt(0) == upper.charAt(0)
                ? after.substring(0, 1).toUpperCase(Locale.ROOT) + after.substring(1)
                : after;
    }

    private static String fit(String title) {
        String fit = title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        return fit.isEmpty() ? "name" : fit;
    }
}
