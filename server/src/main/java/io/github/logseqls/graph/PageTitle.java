package io.github.logseqls.graph;

import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The name by which a page is shown. */
final class PageTitle {

    private PageTitle() {}

    /**
     * The {@code title::} of the page's leading property group, or else its file name with {@code ___} read as
     * {@code /} and percent codes decoded (format.md 4.4).
     */
    static String of(PagePath path, Outline outline) {
        if (outline.size() > 0 && outline.block(0).kind() == Block.Kind.PREAMBLE) {
            Block preamble = outline.block(0);
            boolean leads = !preamble.constructs().isEmpty()
                    && preamble.constructs().get(0).kind() == Construct.Kind.PROPERTIES
                    && preamble.constructs().get(0).span().start() == 0;
            String title = preamble.property("title").map(Property::value).orElse("");
            if (leads && !title.isEmpty()) {
                return title;
            }
        }
        return ofFile(path);
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
