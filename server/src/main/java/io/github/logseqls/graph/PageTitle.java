package io.github.logseqls.graph;

import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.PercentCodes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name by which a page is shown. */
final class PageTitle {

    /** {@code title: x} in front matter, {@code #+title: x} as a directive. */
    private static final Pattern TITLE_LINE = Pattern.compile("(?im)^(?:#\\+)?title:[ \t]*(.+)$");

    private PageTitle() {}

    /**
     * The title that the page's leading property group, front matter or directives give it, or else its file name with
     * {@code ___} read as {@code /} and percent codes decoded (format.md 4.4).
     */
    static String of(PagePath path, Outline outline) {
        if (outline.size() > 0 && outline.block(0).kind() == Block.Kind.PREAMBLE) {
            String title = leadingTitle(outline);
            if (!title.isEmpty()) {
                return title;
            }
        }
        return ofFile(path);
    }

    private static String leadingTitle(Outline outline) {
        Block preamble = outline.block(0);
        for (Construct construct : preamble.constructs()) {
            String text = outline.text().slice(outline.inPage(0, construct.span()));
            boolean leads = construct.span().start() == 0;
            switch (construct.kind()) {
                case PROPERTIES -> {
                    Optional<Property> title = leads ? preamble.property("title") : Optional.empty();
                    if (title.isPresent()) {
                        return title.get().value();
                    }
                }
                case FRONT_MATTER, DIRECTIVE -> {
                    Matcher title = TITLE_LINE.matcher(text);
                    if (title.find()) {
                        return title.group(1).strip();
                    }
                }
                default -> {
                    // Nothing else names a page.
                }
            }
        }
        return "";
    }

    static String ofFile(PagePath path) {
        return PercentCodes.decoded(path.baseName().replace("___", "/"));
    }
}
