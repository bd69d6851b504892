package io.github.logseqls.feature.decoration;

import com.google.common.collect.ImmutableSet;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Macro;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.outline.TaskMarks;
import io.github.logseqls.outline.Timestamp;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of a block: what Logseq sees in it and an editor's own grammar for Markdown does not know. Links, code, headings and
 * emphasis are left to that.
 */
final class BlockTokens {

    private static final String DRAWER = ":PROPERTIES:";
    private static final ImmutableSet<String> DONE = ImmutableSet.of("DONE", "CANCELED", "CANCELLED");
    /** What Logseq writes for itself. */
    private static final ImmutableSet<String> BOOKKEEPING = ImmutableSet.of("id", "collapsed");

    private final Graph graph;
    private final Outline outline;
    private final Block block;
    private final int index;
    private final List<Token> found = new ArrayList<>();

    private BlockTokens(Graph graph, Page page, int index) {
        this.graph = graph;
        this.outline = page.outline();
        this.block = outline.block(index);
        this.index = index;
    }

    /** The tokens in the order of the text; one may hold others. */
    static List<Token> of(Graph graph, Page page, int index) {
        BlockTokens tokens = new BlockTokens(graph, page, index);
        tokens.addBullet();
        tokens.addTaskMarks();
        tokens.block.constructs().forEach(tokens::addConstruct);
        tokens.block.properties().forEach(tokens::addProperty);
        Span all = page.outline().span(index);
        // A preamble also mentions what directives further down the page name.
        Mentions.of(page, index).stream()
                .filter(mention -> all.contains(mention.span()))
                .forEach(tokens::addMention);
        tokens.outline.inlines(index).forEach(tokens::addMarkup);
        tokens.found.sort(Token.IN_TEXT);
        return tokens.found;
    }

    private void add(Span span, TokenType type) {
        if (!span.isEmpty()) {
            found.add(new Token(span, type));
        }
    }

    /** A dash, or the stars of Org. */
    private void addBullet() {
        if (block.kind() == Block.Kind.PREAMBLE) {
            return;
        }
        Text text = outline.text();
        char bullet = outline.syntax() == Syntax.ORG ? '*' : '-';
        int start = outline.start(index);
        int end = start + Math.min(block.contentStart(), block.length());
        while (start < end && text.charAt(start) != bullet) {
            start++;
        }
        int behind = start;
        while (behind < end && text.charAt(behind) == bullet) {
            behind++;
        }
        add(new Span(start, behind), TokenType.BULLET);
    }

    private void addTaskMarks() {
        TaskMarks marks = block.taskMarks();
        if (!marks.marker().isEmpty()) {
            addInTitle(marks.marker(), DONE.contains(marks.marker()) ? TokenType.ASIDE : TokenType.MARKER);
        }
        if (!marks.priority().isEmpty()) {
            addInTitle("[#" + marks.priority() + "]", TokenType.PRIORITY);
        }
    }

    private void addInTitle(String mark, TokenType type) {
        Span title = outline.title(index);
        int at = outline.text().slice(title).indexOf(mark);
        if (at >= 0) {
            add(new Span(title.start() + at, title.start() + at + mark.length()), type);
        }
    }

    private void addConstruct(Construct construct) {
        Span span = outline.inPage(index, construct.span());
        switch (construct.kind()) {
            case DRAWER, COMMENT -> add(span, TokenType.ASIDE);
            case PROPERTIES -> addBoundsOfDrawer(span);
            case DIRECTIVE -> addDirective(span);
            default -> {}
        }
    }

    private void addBoundsOfDrawer(Span span) {
        Text text = outline.text();
        Span first = new Span(
                span.start(), Math.min(text.line(text.lineOf(span.start())).end(), span.end()));
        if (text.slice(first).strip().equalsIgnoreCase(DRAWER)) {
            add(first, TokenType.ASIDE);
            Span last = text.line(text.lineOf(span.end() - 1));
            int end = last.start();
            while (end < span.end() && Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            add(new Span(end, span.end()), TokenType.ASIDE);
        }
    }

    /** {@code #+key: value}. */
    private void addDirective(Span span) {
        String written = outline.text().slice(span);
        int colon = written.indexOf(':');
        if (colon < 0) {
            return;
        }
        add(new Span(span.start(), span.start() + colon), TokenType.KEY);
        int value = colon + 1;
        while (value < written.length() && Character.isWhitespace(written.charAt(value))) {
            value++;
        }
        add(
                new Span(
                        span.start() + value,
                        span.start() + written.stripTrailing().length()),
                TokenType.VALUE);
    }

    private void addProperty(Property property) {
        boolean aside = BOOKKEEPING.contains(property.key().name());
        add(outline.inPage(index, property.keySpan()), aside ? TokenType.ASIDE : TokenType.KEY);
        add(outline.inPage(index, property.valueSpan()), aside ? TokenType.ASIDE : TokenType.VALUE);
    }

    private void addMention(Mention mention) {
        int modifiers = modifiers(mention);
        switch (mention.form()) {
            case ID -> found.add(new Token(mention.nameSpan(), TokenType.ASIDE, modifiers));
            case TITLE, ALIAS, VALUE -> found.add(new Token(mention.nameSpan(), TokenType.PAGE_REF, modifiers));
            case BLOCK_REF -> found.add(new Token(mention.span(), TokenType.BLOCK_REF, modifiers));
            case PAGE_REF -> found.add(new Token(mention.span(), TokenType.PAGE_REF, modifiers));
            case TAG -> found.add(new Token(mention.span(), TokenType.TAG, modifiers));
            case EMBED -> found.add(new Token(withBrackets(mention), embedded(mention), modifiers));
            default -> {}
        }
    }

    private int modifiers(Mention mention) {
        boolean broken = mention.target() instanceof Target.OfBlock target
                && graph.isComplete()
                && !graph.links().isDefined(target.id());
        return (mention.form().defines() ? Token.DEFINITION : 0) | (broken ? Token.BROKEN : 0);
    }

    private static TokenType embedded(Mention mention) {
        return mention.target() instanceof Target.OfBlock ? TokenType.BLOCK_REF : TokenType.PAGE_REF;
    }

    /** What an embed shows, {@code ((id))} or {@code [[page]]}. */
    private Span withBrackets(Mention embed) {
        Span name = embed.nameSpan();
        Span wide = new Span(
                Math.max(embed.span().start(), name.start() - 2),
                Math.min(embed.span().end(), name.end() + 2));
        String written = outline.text().slice(wide);
        boolean brackets = written.startsWith("((") && written.endsWith("))")
                || written.startsWith("[[") && written.endsWith("]]");
        return brackets ? wide : name;
    }

    private void addMarkup(Inline inline) {
        if (inline instanceof Macro) {
            add(inline.span(), TokenType.MACRO);
        } else if (inline instanceof Timestamp) {
            add(inline.span(), TokenType.TIMESTAMP);
        }
    }
}
