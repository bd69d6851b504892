package io.github.logseqls.feature;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/**
 * Puts text from notes into a hover. Notes are untrusted: in Markdown no HTML, no image and no link but a plain web
 * address comes through, so that looking at a note never runs or fetches anything.
 */
public enum Markup {
    MARKDOWN {
        @Override
        public String content(String markdown) {
            return SafeMarkdown.of(markdown);
        }

        @Override
        public String text(String text) {
            return SafeMarkdown.escaped(text);
        }

        @Override
        public String breadcrumb(ImmutableList<String> names) {
            String page = strong(names.get(0));
            return names.stream()
                    .skip(1)
                    .map(this::text)
                    .collect(Collectors.joining(" › ", page + (names.size() > 1 ? " › " : ""), ""));
        }

        @Override
        public String aside(String sentence) {
            return "_" + sentence + "_";
        }

        @Override
        public String strong(String text) {
            return "**" + text(text) + "**";
        }

        @Override
        public String lineBreak() {
            return "  \n";
        }

        @Override
        public String image(String uri) {
            return "\n\n![](<" + uri + ">)";
        }
    },

    PLAIN {
        @Override
        public String content(String markdown) {
            return markdown;
        }

        @Override
        public String text(String text) {
            return text;
        }

        @Override
        public String breadcrumb(ImmutableList<String> names) {
            return String.join(" › ", names);
        }

        @Override
        public String aside(String sentence) {
            return sentence;
        }

        @Override
        public String strong(String text) {
            return text;
        }

        @Override
        public String lineBreak() {
            return "\n";
        }

        @Override
        public String image(String uri) {
            return "";
        }
    };

    /** The markup that an editor shows in hovers. */
    public static Markup of(ClientAbilities client) {
        return client.markdownHover() ? MARKDOWN : PLAIN;
    }

    /** A whole text as the protocol has it. */
    public MarkupContent message(String content) {
        return new MarkupContent(this == MARKDOWN ? MarkupKind.MARKDOWN : MarkupKind.PLAINTEXT, content);
    }

    /** The text of a block, with its markup where that can be shown. */
    public abstract String content(String markdown);

    /** A text without markup. */
    public abstract String text(String text);

    /** The names of a page and of the blocks on the way to one; the page's is there always. */
    public abstract String breadcrumb(ImmutableList<String> names);

    /** A sentence of ours, told from the text of notes. */
    public abstract String aside(String sentence);

    /** A text without markup that stands out. */
    public abstract String strong(String text);

    /** What parts two lines of a paragraph. */
    public abstract String lineBreak();

    /** The picture in a file of the graph, a paragraph of its own; the address is percent-encoded. Nothing where none is shown. */
    public abstract String image(String uri);
}
