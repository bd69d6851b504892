package io.github.logseqls.graph;

import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
        return percentDecoded(path.baseName().replace("___", "/"));
    }

    /** Like {@link java.net.URLDecoder}, which would also turn a plus sign into a space and reject a lone percent sign. */
    private static String percentDecoded(String name) {
        if (name.indexOf('%') < 0) {
            return name;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(name.length());
        for (int at = 0; at < name.length(); ) {
            int high = at + 2 < name.length() && name.charAt(at) == '%' ? Character.digit(name.charAt(at + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(name.charAt(at + 2), 16);
            if (low >= 0) {
                bytes.write(high * 16 + low);
                at += 3;
            } else {
                int codePoint = name.codePointAt(at);
                bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(codePoint);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
