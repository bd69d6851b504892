package io.github.logseqls.graph;

import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.util.regex.Pattern;

/** The first block of a page, which Logseq may write without its bullet when it saves the page (format.md 8.3). */
public final class FirstBlock {

    private static final Pattern HEADING = Pattern.compile("#+(?:\\s.*)?");

    private FirstBlock() {}

    /**
     * Whether the page begins with a bullet and Logseq takes it for the properties of the page: two colons and a space stand in
     * its first line, wherever, or it has {@code heading::} without being written as a heading.
     */
    public static boolean losesBullet(Outline outline) {
        boolean isBullet = outline.size() > 0
                && outline.syntax() == Syntax.MARKDOWN
                && outline.block(0).kind() == Block.Kind.BULLET;
        if (!isBullet || !hasColons(outline) && !hasHeading(outline)) {
            return false;
        }
        // What has nothing but an id has lost its text already.
        return !BareBlock.isOne(outline, 0)
                && (hasColons(outline)
                        || !HEADING.matcher(outline.text().slice(outline.title(0)))
                                .matches());
    }

    /** Whether two colons and a space stand in the first line. Most pages are asked, and their lines are not counted for that. */
    private static boolean hasColons(Outline outline) {
        return outline.text().ask(outline.span(0), (text, from, to) -> {
            int end = from;
            while (end < to && !Text.isLineEnd(text.charAt(end))) {
                end++;
            }
            int at = text.indexOf(":: ", from);
            return 0 <= at && at < end && !text.substring(at + 2, end).isBlank();
        });
    }

    private static boolean hasHeading(Outline outline) {
        return outline.block(0)
                .property("heading")
                .filter(heading -> !heading.value().equals("false"))
                .isPresent();
    }
}
