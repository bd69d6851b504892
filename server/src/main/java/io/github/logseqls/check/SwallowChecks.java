package io.github.logseqls.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.check.Finding.Related;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.outline.Unclosed;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.regex.Pattern;

/** Code and the like that takes in blocks, since it is closed further down than was meant (format.md 6). */
final class SwallowChecks {

    private static final Pattern BARE_FENCE = Pattern.compile("(?:```+|~~~+)\\s*");
    private static final Pattern NAMED_FENCE = Pattern.compile("(?:```+|~~~+)\\s*[^`~\\s][^`~]*");
    private static final Pattern DIFF = Pattern.compile("(?:```+|~~~+)\\s*(?:diff|patch)\\b.*");

    private final Examined page;
    private final Outline outline;
    private final Text text;
    /** Whether fences were paired wrongly, so that each bare one from there on may be the other end of what it seems. */
    private boolean fencesAreOff;
    /** Where openers stand in the block that is looked at whose own closers are missing. */
    private ImmutableSet<Integer> unclosed = ImmutableSet.of();

    SwallowChecks(Examined page) {
        this.page = page;
        this.outline = page.outline();
        this.text = outline.text();
    }

    /** How a number of swallowed bullets is called. */
    static String lines(int count) {
        return count == 1 ? "a line that looks like a block" : "%d lines that look like blocks".formatted(count);
    }

    /** Whether a fence lacks its closer because one further up took that, which has been reported. */
    boolean explainsFence(String line) {
        return fencesAreOff && BARE_FENCE.matcher(line).matches();
    }

    void look(int block) {
        unclosed = outline.block(block).unclosed().stream().map(Unclosed::start).collect(ImmutableSet.toImmutableSet());
        for (Construct construct : outline.block(block).constructs()) {
            ImmutableList<Span> bullets = outline.swallowedBullets(block, construct);
            if (!bullets.isEmpty() && isTrap(block, construct, bullets)) {
                report(construct, outline.inPage(block, construct.span()), bullets);
            }
        }
    }

    private void report(Construct construct, Span span, List<Span> bullets) {
        Span opener = firstLine(span);
        if (construct.kind() == Construct.Kind.FENCE) {
            if (explainsFence(text.slice(opener))) {
                return;
            }
            fencesAreOff = true;
        }
        Span first = text.line(text.lineOf(bullets.get(0).start()));
        Span closer = text.trimmed(text.line(text.lineOf(span.end() - 1)));
        page.report(
                Code.SWALLOWED_BLOCKS,
                opener,
                "This takes in %s, since it is closed in line %d only. Logseq reads and writes that as text of this block: ids and references there are lost. Close it earlier; what belongs to it is indented as far as itself."
                        .formatted(lines(bullets.size()), text.lineOf(span.end() - 1) + 1),
                ImmutableList.of(
                        new Related(page.page(), text.trimmed(first), "looks like a block"),
                        new Related(page.page(), closer, "closes it")));
    }

    private boolean isTrap(int block, Construct construct, List<Span> bullets) {
        Span span = outline.inPage(block, construct.span());
        boolean isAgain = isOpenedAgain(construct, span, bullets);
        if (outline.syntax() == Syntax.ORG) {
            // Stars at the start of a line are a headline wherever they stand, but for code.
            boolean isText = construct.kind() == Construct.Kind.BEGIN && !construct.isVerbatimBegin();
            return isAgain || isText || construct.kind() == Construct.Kind.DRAWER;
        }
        return switch (construct.kind()) {
            // Comments are the way to take blocks out.
            case COMMENT -> isAgain;
            // What nothing closes takes all the rest, and is reported for that.
            case LATEX -> !unclosed.contains(construct.span().start()) && areOutside(span, bullets);
            case FENCE -> isAgain || isClosedInBullet(span, bullets) || !isDiff(span) && areOutside(span, bullets);
            default -> isAgain || areOutside(span, bullets);
        };
    }

    /** Whether the same is opened in it a second time, so that the closer belongs to that. */
    private boolean isOpenedAgain(Construct construct, Span span, List<Span> bullets) {
        return switch (construct.kind()) {
            case FENCE ->
                NAMED_FENCE.matcher(text.slice(closingLine(span))).matches()
                        || bullets.stream().anyMatch(bullet -> opensFence(bullet.end()));
            case BEGIN -> isRepeated("#+begin_" + construct.name(), span);
            case DRAWER -> isRepeated(":" + construct.name() + ":", span);
            case COMMENT -> text.slice(span).indexOf("<!--", 1) > 0;
            // It is closed by the end of some other tag.
            case HTML -> unclosed.contains(construct.span().start());
            default -> false;
        };
    }

    private boolean opensFence(int at) {
        String rest =
                text.slice(text.trimmed(new Span(at, text.line(text.lineOf(at)).end())));
        return BARE_FENCE.matcher(rest).matches() || NAMED_FENCE.matcher(rest).matches();
    }

    private boolean isRepeated(String opener, Span span) {
        Pattern again = Pattern.compile("(?im)^[ \t]*(?:-[ \t]+)?" + Pattern.quote(opener) + "(?:\\s|$)");
        Span body = new Span(firstLine(span).end(), span.end());
        return again.matcher(text.slice(body)).find();
    }

    /** Whether a fence is closed where the text of the last bullet in it would stand, and not that of its own block. */
    private boolean isClosedInBullet(Span span, List<Span> bullets) {
        int closer = column(closingLine(span).start());
        int bullet = column(bullets.get(bullets.size() - 1).start());
        return closer > column(span.start()) && closer == bullet + "- ".length();
    }

    /** Whether some of the bullets stand further out than the construct, and it was not just pasted without its indentation. */
    private boolean areOutside(Span span, List<Span> bullets) {
        int own = column(span.start());
        if (bullets.stream().noneMatch(bullet -> column(bullet.start()) < own)) {
            return false;
        }
        Span closer = closingLine(span);
        boolean isBullet = bullets.get(bullets.size() - 1).start() == closer.start();
        return isBullet || columnBelow(span) >= own || column(closer.start()) >= own;
    }

    private boolean isDiff(Span span) {
        return DIFF.matcher(text.slice(firstLine(span))).matches();
    }

    private Span firstLine(Span span) {
        int end = Math.min(span.end(), text.line(text.lineOf(span.start())).end());
        return text.trimmed(new Span(span.start(), end));
    }

    private Span closingLine(Span span) {
        return text.trimmed(text.line(text.lineOf(span.end() - 1)));
    }

    /** The column of the first line below the opener that is not blank. */
    private int columnBelow(Span span) {
        int line = text.lineOf(span.start()) + 1;
        while (text.isBlankLine(line)) {
            line++;
        }
        return column(text.trimmed(text.line(line)).start());
    }

    /** How far in a place is, with a tab up to each fourth column. */
    private int column(int offset) {
        Span before = new Span(text.lineStart(text.lineOf(offset)), offset);
        int column = 0;
        for (int at = before.start(); at < before.end(); at++) {
            column += text.charAt(at) == '\t' ? 4 - column % 4 : 1;
        }
        return column;
    }
}
