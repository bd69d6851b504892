package io.github.logseqls.feature;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** Takes from Markdown what could act or fetch: HTML, images, and links that are no web address. */
public final class SafeMarkdown {

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://\\S+");
    private static final Pattern BLANK_LINE = Pattern.compile("(?m)^[ \t]+$");

    private SafeMarkdown() {}

    /** The Markdown with its emphasis, lists and code left as they are, and the rest as visible text. */
    public static String of(String markdown) {
        Node document = Parser.builder().build().parse(markdown);
        document.accept(new Disarming());
        String rendered = MarkdownRenderer.builder().build().render(document);
        return BLANK_LINE.matcher(rendered).replaceAll("").stripTrailing();
    }

    /** A text with all its markup made visible. */
    public static String escaped(String text) {
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(new Text(text.replaceAll("\\s+", " ")));
        return MarkdownRenderer.builder().build().render(paragraph).strip();
    }

    private static final class Disarming extends AbstractVisitor {

        @Override
        public void visit(HtmlInline html) {
            replace(html, new Text(html.getLiteral()));
        }

        @Override
        public void visit(HtmlBlock html) {
            Paragraph paragraph = new Paragraph();
            paragraph.appendChild(new Text(html.getLiteral()));
            replace(html, paragraph);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            String target = image.getDestination();
            Text label = new Text("[image] ");
            image.insertBefore(label);
            unwrap(image, target);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (!WEB_ADDRESS.matcher(link.getDestination()).matches()) {
                unwrap(link, link.getDestination());
            }
        }

        /** Notes show each line as a line. */
        @Override
        public void visit(SoftLineBreak lineBreak) {
            replace(lineBreak, new HardLineBreak());
        }

        @Override
        public void visit(LinkReferenceDefinition definition) {
            definition.unlink();
        }

        /** Leaves the label alone in place of the link; its target where it has none. */
        private static void unwrap(Node link, String target) {
            if (link.getFirstChild() == null) {
                link.insertBefore(new Text(target));
            }
            for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
                link.insertBefore(child);
            }
            link.unlink();
        }

        private static void replace(Node node, Node by) {
            node.insertBefore(by);
            node.unlink();
        }
    }
}
