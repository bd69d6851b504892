package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Indent;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Unclosed;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Openers that nothing closes: they get a closer behind what they were meant to hold, or go. */
final class UnclosedFixes {

    private static final Pattern OF_DRAWER = Pattern.compile("[ \t]*(?::[^:\\s]+:(?:[ \t].*)?|CLOCK:.*)");
    private static final Pattern FENCE = Pattern.compile("`{3,}|~{3,}");
    private static final Pattern BEGIN = Pattern.compile("(?i)(#\\+)BEGIN(_\\S+)");
    private static final Pattern LATEX = Pattern.compile("(?i)\\\\begin(\\{[^}]+})");
    private static final Pattern TAG = Pattern.compile("<([a-zA-Z][a-zA-Z0-9]*)");

    private final Faulty faulty;
    private final BlockAt block;
    private final Text text;
    private final Span opener;

    private UnclosedFixes(Faulty faulty) {
        this.faulty = faulty;
        this.block = faulty.block();
        this.text = faulty.outline().text();
        this.opener = faulty.span();
    }

    static ImmutableList<Fix> of(Faulty faulty) {
        UnclosedFixes fixes = new UnclosedFixes(faulty);
        int start =
                faulty.span().start() - faulty.outline().start(faulty.block().index());
        return faulty.block().block().unclosed().stream()
                .filter(unclosed -> unclosed.start() == start)
                .findFirst()
                .map(fixes::of)
                .orElseGet(ImmutableList::of);
    }

    private ImmutableList<Fix> of(Unclosed unclosed) {
        int end = unclosed.kind() == Construct.Kind.DRAWER ? drawerEnd() : end();
        Optional<Fix> close = closer(unclosed.kind())
                .filter(closer -> keepsAll(unclosed.kind(), end))
                .map(closer -> Fix.preferred(
                        "Close it with %s in line %d".formatted(closer.strip(), lineOf(closer, end)),
                        () -> Change.of(faulty.page(), edit(unclosed.kind(), end, closer))));
        // What refers to blocks is not ours to throw away.
        boolean mayGo = isLineAlone(unclosed.kind()) && !text.slice(opener).contains("((");
        Optional<Fix> remove = mayGo
                ? Optional.of(Fix.possible(
                        "Remove this line", () -> Change.of(faulty.page(), PropertyLine.removed(block, opener))))
                : Optional.empty();
        return Stream.of(close, remove).flatMap(Optional::stream).collect(ImmutableList.toImmutableList());
    }

    /** What is closed is part of it where Logseq took the opener for a tag, or dates in a logbook for references. */
    private Edit edit(Construct.Kind kind, int end, String closer) {
        boolean isTakenForMore = kind == Construct.Kind.BEGIN || kind == Construct.Kind.DRAWER;
        Span span = new Span(isTakenForMore ? opener.start() : end, end);
        return new Edit(span, text.slice(span) + closer);
    }

    private int lineOf(String closer, int end) {
        int line = text.lineOf(end) + 1;
        return isOfLine(closer) ? line : line + 1;
    }

    private static boolean isOfLine(String closer) {
        return closer.charAt(0) != '\n' && closer.charAt(0) != '\r';
    }

    /** What closes it, with what has to stand before that. */
    private Optional<String> closer(Construct.Kind kind) {
        String line = text.slice(opener);
        return switch (kind) {
            case FENCE -> first(FENCE, line).map(fence -> onOwnLine(fence.group()));
            case BEGIN ->
                first(BEGIN, line).map(begin -> onOwnLine(begin.group(1) + end(begin.group()) + begin.group(2)));
            case LATEX -> first(LATEX, line).map(begin -> onOwnLine("\\end" + begin.group(1)));
            case HTML -> first(TAG, line).map(tag -> onOwnLine("</" + tag.group(1) + ">"));
            case DRAWER -> Optional.of(onOwnLine(end(line).equals("end") ? ":end:" : ":END:"));
            case MATH -> Optional.of(line.equals("$$") ? onOwnLine("$$") : "$$");
            case COMMENT -> Optional.of(" -->");
            default -> Optional.empty();
        };
    }

    private static Optional<Matcher> first(Pattern pattern, String line) {
        return Optional.of(pattern.matcher(line)).filter(Matcher::lookingAt);
    }

    /** In the case in which the opener is written. */
    private static String end(String opener) {
        return opener.contains("begin") || opener.contains("logbook") || opener.contains("properties") ? "end" : "END";
    }

    private String onOwnLine(String closer) {
        Span line = text.line(text.lineOf(opener.start()));
        String before = text.slice(new Span(line.start(), opener.start()));
        return LineEnds.of(text) + (before.isBlank() ? before : Indent.of(block)) + closer;
    }

    /** Behind the last line of the block that is not blank, or of those before its properties, or before blocks that were swallowed. */
    private int end() {
        int limit = block.outline().span(block.index()).end();
        for (Construct construct : block.block().constructs()) {
            Span span = block.outline().inPage(block.index(), construct.span());
            if (construct.kind() == Construct.Kind.PROPERTIES && span.start() > opener.end()) {
                limit = Math.min(limit, text.lineStart(text.lineOf(span.start())));
            } else if (span.start() == opener.start()) {
                for (Span bullet : block.outline().swallowedBullets(block.index(), construct)) {
                    limit = Math.min(limit, text.lineStart(text.lineOf(bullet.start())));
                }
            }
        }
        return Math.max(
                opener.end(), text.trimmed(new Span(opener.start(), limit)).end());
    }

    /** Behind the lines that belong into a drawer; where there are none, behind its opener. */
    private int drawerEnd() {
        int line = text.lineOf(opener.start());
        int end = block.outline().span(block.index()).end();
        while (line + 1 < text.lineCount()
                && text.lineStart(line + 1) < end
                && OF_DRAWER.matcher(text.slice(text.line(line + 1))).matches()) {
            line++;
        }
        return text.line(line).end();
    }

    /** Whether nothing that is named stands in what would be closed, where it would not count; a drawer's properties will. */
    private boolean keepsAll(Construct.Kind kind, int end) {
        Span closed = new Span(opener.end(), Math.max(opener.end(), end));
        if (kind == Construct.Kind.DRAWER) {
            return text.lineOf(end) > text.lineOf(opener.start());
        }
        boolean isText =
                kind == Construct.Kind.LATEX || block.block().unclosed().size() == 1;
        return isText
                && Mentions.of(faulty.page(), block.index()).stream()
                        .noneMatch(mention -> closed.contains(mention.span()));
    }

    private boolean isLineAlone(Construct.Kind kind) {
        return switch (kind) {
            case FENCE, BEGIN, HTML, DRAWER -> true;
            case MATH -> text.slice(opener).equals("$$");
            default -> false;
        };
    }
}
