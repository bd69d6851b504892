package io.github.logseqls.graph;

import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
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
        // What has nothing but an id has lost its text already.
        if (!isBullet || BareBlock.isOne(outline, 0)) {
            return false;
        }
        String title = outline.text().slice(outline.title(0));
        boolean hasHeading = outline.block(0)
                .property("heading")
                .filter(heading -> !heading.value().equals("false"))
                .isPresent();
        return title.contains(":: ") || hasHeading && !HEADING.matcher(title).matches();
    }
}
