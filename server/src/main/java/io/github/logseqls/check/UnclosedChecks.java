package io.github.logseqls.check;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.Places;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Unclosed;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Openers that nothing closes, where an author clearly meant to open something (format.md 6). */
final class UnclosedChecks {

    private static final int LONGEST = 40;

    /** Three backticks that are closed in the same line are inline code. */
    private static final Pattern FENCE = Pattern.compile("(?:```[^`]*|~~~[^~]*)");

    private static final Pattern BEGIN = Pattern.compile("(?i)#\\+BEGIN_\\S++(?!.*#\\+END_).*");
    private static final Pattern LOGBOOK = Pattern.compile("(?i):LOGBOOK:\\s*");
    private static final Pattern PROPERTIES = Pattern.compile("(?i):PROPERTIES:\\s*");
    /** Alone on its line, or before a formula. */
    private static final Pattern MATH = Pattern.compile("\\$\\$(?:\\s*|(?!.*\\$)[^$]*\\\\[a-zA-Z{].*)");
    /** A tag alone on its line that HTML does not let stand without its closing one. */
    private static final Pattern ELEMENT = Pattern.compile(
            "(?i)<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|option|tbody|thead|tfoot|colgroup)\\b)[a-z][a-z0-9]*(?:\\s[^<>]*[^<>/])?>\\s*");

    private static final Pattern LATEX = Pattern.compile("(?i)\\\\begin\\{[^}]+}.*");

    private final Examined page;
    private final SwallowChecks swallows;

    /**
     * Looks for openers.
     *
     * @param swallows has looked at all blocks up to the one that is looked at
     */
    UnclosedChecks(Examined page, SwallowChecks swallows) {
        this.page = page;
        this.swallows = swallows;
    }

    void look(int block) {
        ImmutableList<Unclosed> openers = page.outline().block(block).unclosed();
        if (!openers.isEmpty()) {
            Map<Integer, Construct> constructs = new HashMap<>();
            page.outline()
                    .block(block)
                    .constructs()
                    .forEach(construct -> constructs.put(construct.span().start(), construct));
            openers.forEach(opener -> look(block, opener, Optional.ofNullable(constructs.get(opener.start()))));
        }
    }

    /** Looks at an opener, and at the construct that it makes all the same: closed by what was not meant for it. */
    private void look(int block, Unclosed opener, Optional<Construct> construct) {
        Text text = page.outline().text();
        int start = page.outline().start(block) + opener.start();
        Span span = text.trimmed(new Span(start, text.line(text.lineOf(start)).end()));
        String line = text.slice(span);
        boolean isMeant = switch (opener.kind()) {
            case FENCE -> FENCE.matcher(line).matches() && !swallows.explainsFence(line);
            case BEGIN -> BEGIN.matcher(line).matches();
            case DRAWER -> PROPERTIES.matcher(line).matches();
            case MATH -> MATH.matcher(line).matches();
            case LATEX -> LATEX.matcher(line).matches();
            case HTML -> ELEMENT.matcher(line).matches() && construct.isEmpty();
            case COMMENT -> true;
            default -> false;
        };
        if (isMeant) {
            page.report(Code.UNCLOSED_CONSTRUCT, span, message(block, opener, construct, line));
        } else if (opener.kind() == Construct.Kind.DRAWER
                && LOGBOOK.matcher(line).matches()) {
            page.report(
                    Code.UNCLOSED_LOGBOOK,
                    span,
                    "No :END: closes this logbook. Logseq shows it as text, and counts none of its times. Put :END: on a line of its own behind its last line.");
        }
    }

    private String message(int block, Unclosed opener, Optional<Construct> construct, String line) {
        String shown = Places.shorten(line, LONGEST);
        if (opener.kind() == Construct.Kind.LATEX) {
            int swallowed = construct
                    .map(latex -> page.outline().swallowedBullets(block, latex).size())
                    .orElse(0);
            String lines = swallowed == 0 ? "" : ", with %s".formatted(SwallowChecks.lines(swallowed));
            return "Nothing closes %s. Logseq takes all the rest of the page for this formula%s. Close it with its \\end."
                    .formatted(shown, lines);
        }
        String closer = switch (opener.kind()) {
            case FENCE -> line.substring(0, 3) + " on a line of its own";
            case DRAWER -> ":END: on a line of its own";
            case COMMENT -> "-->";
            case MATH -> "$$";
            case BEGIN -> "#+END" + line.substring("#+BEGIN".length()).split("\\s", 2)[0] + " on a line of its own";
            default -> "its closing tag";
        };
        return "Nothing closes %s. Logseq shows it as text, and reads what follows as if it were not there. Close it with %s, or remove it."
                .formatted(shown, closer);
    }
}
