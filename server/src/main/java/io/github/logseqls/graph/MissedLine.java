package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.outline.Timestamp;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of running text that is written much like a property or a date of a task, and is neither to Logseq (format.md 2.1 and
 * 5). A property is looked for only where one might stand: in the first line, below it, or beside other properties. Whether
 * the line was meant as one is for others to judge.
 *
 * @param key what stands where a key would, as written; of a date its keyword
 * @param span the line without white space at its ends, in the page
 */
public record MissedLine(Kind kind, String key, Span span) {

    /** What keeps a line from being what it looks like. */
    public enum Kind {
        /** {@code key::value}, or with a tab where the space should be. */
        NO_SPACE("::[^ :].*"),
        /** {@code key :: value}. */
        SPACE_BEFORE("[ \t]+:: .*"),
        /** {@code key：： value}. */
        FULL_WIDTH_COLON("(?:：：|:：|：:).+"),
        /** {@code key:: value} in Org, which keeps properties in drawers. */
        NOT_IN_ORG(":: .*"),
        /**
         * {@code SCHEDULED:} or {@code DEADLINE:}, and a date that is not written as Logseq wants it. The keyword is in
         * capitals, or else the brackets hold a number.
         */
        DATE(
                "(SCHEDULED|DEADLINE|(?i:SCHEDULED|DEADLINE)(?=:[ \t]*[<\\[]\\d))",
                ":[ \t]*(?:<|\\[\\d|\\d{4}[-/.]\\d).*");

        private final Pattern pattern;

        Kind(String behindKey) {
            this("([\\p{L}\\p{N}._/-]+)", behindKey);
        }

        Kind(String key, String behindKey) {
            this.pattern = Pattern.compile(key + behindKey);
        }
    }

    private static final ImmutableList<Kind> IN_TITLE = ImmutableList.of(Kind.NO_SPACE, Kind.FULL_WIDTH_COLON);
    private static final ImmutableList<Kind> IN_MARKDOWN =
            ImmutableList.of(Kind.NO_SPACE, Kind.FULL_WIDTH_COLON, Kind.SPACE_BEFORE);
    private static final ImmutableList<Kind> IN_ORG = ImmutableList.of(Kind.NOT_IN_ORG);

    /** The lines of a block of that kind, in order. */
    public static ImmutableList<MissedLine> in(Outline outline, int index) {
        boolean mayBe = outline.text()
                .ask(outline.span(index), outline.syntax() == Syntax.ORG ? MissedLine::hasColon : MissedLine::mayHold);
        return mayBe ? new Search(outline, index).found() : ImmutableList.of();
    }

    /** What a line was missed as that is known to be one; {@code line} is without white space at its ends, in the page. */
    public static Optional<MissedLine> of(Outline outline, Span line) {
        String text = outline.text().slice(line);
        return Stream.concat((outline.syntax() == Syntax.ORG ? IN_ORG : IN_MARKDOWN).stream(), Stream.of(Kind.DATE))
                .flatMap(kind -> missed(kind, text, line).stream())
                .findFirst();
    }

    private static Optional<MissedLine> missed(Kind kind, String text, Span line) {
        Matcher match = kind.pattern.matcher(text);
        return match.matches() ? Optional.of(new MissedLine(kind, match.group(1), line)) : Optional.empty();
    }

    private static boolean hasColon(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == ':') {
                return true;
            }
        }
        return false;
    }

    /** Whether there are two colons that make no property, or a keyword that wants a date. */
    private static boolean mayHold(String text, int from, int to) {
        // Every block is asked, and an array answers in a fraction of the time.
        char[] chars = new char[to - from];
        text.getChars(from, to, chars, 0);
        for (int at = 1; at < chars.length - 1; at++) {
            char c = chars[at];
            if (c == ':' && mayMiss(chars[at - 1], chars[at + 1], at + 2 < chars.length ? chars[at + 2] : '\n')
                    || c == '：' && isColon(chars[at + 1])) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayMiss(char before, char next, char behind) {
        return switch (next) {
            case ':' -> before == ' ' || before == '\t' || behind != ' ' && !Text.isLineEnd(behind);
            case '：' -> true;
            // The last letters of the keywords.
            default -> "DdEe".indexOf(before) >= 0;
        };
    }

    private static boolean isColon(char c) {
        return c == ':' || c == '：';
    }

    /** Goes through one block. */
    private static final class Search {

        private final Outline outline;
        private final int index;
        private final Block block;
        private final Set<Integer> groupStarts = new HashSet<>();
        private final Set<Integer> groupEnds = new HashSet<>();
        private final Set<Integer> datesRead = new HashSet<>();
        private final List<MissedLine> found = new ArrayList<>();

        Search(Outline outline, int index) {
            this.outline = outline;
            this.index = index;
            this.block = outline.block(index);
            for (Construct construct : block.constructs()) {
                if (construct.kind() == Construct.Kind.PROPERTIES) {
                    groupStarts.add(construct.span().start());
                    groupEnds.add(construct.next());
                }
            }
            for (Inline inline : outline.inlines(index)) {
                if (inline instanceof Timestamp) {
                    datesRead.add(outline.text().trimmed(inline.span()).start());
                }
            }
        }

        ImmutableList<MissedLine> found() {
            int firstConstruct = block.constructs().isEmpty()
                    ? block.length()
                    : block.constructs().get(0).span().start();
            readTitle(outline.start(index) + firstConstruct);
            for (Span paragraph : outline.paragraphs(index)) {
                List<Span> lines = lines(outline.inPage(index, paragraph));
                if (paragraph.start() < firstConstruct || groupEnds.contains(paragraph.start())) {
                    readProperties(lines);
                } else if (groupStarts.contains(paragraph.end())) {
                    // The last line is the indentation of the first property.
                    readProperties(Lists.reverse(lines).subList(1, lines.size()));
                }
                lines.forEach(this::readDate);
            }
            return ImmutableList.copyOf(found);
        }

        private void readTitle(int firstConstruct) {
            Span line = outline.title(index);
            int start = outline.titleStart(index);
            boolean isText = block.kind() != Block.Kind.PREAMBLE && start < line.end() && line.end() <= firstConstruct;
            if (isText && outline.syntax() == Syntax.MARKDOWN) {
                property(new Span(start, line.end()), IN_TITLE).ifPresent(found::add);
            }
        }

        /** Reads one line after the other as long as each looks like a property. */
        private void readProperties(List<Span> lines) {
            List<Kind> kinds = outline.syntax() == Syntax.ORG ? IN_ORG : IN_MARKDOWN;
            for (Span line : lines) {
                Optional<MissedLine> missed = property(line, kinds);
                if (missed.isEmpty()) {
                    return;
                }
                found.add(missed.get());
            }
        }

        private Optional<MissedLine> property(Span line, List<Kind> kinds) {
            String text = outline.text().slice(line);
            return kinds.stream()
                    .flatMap(kind -> missed(kind, text, line).stream())
                    .findFirst();
        }

        private void readDate(Span line) {
            missed(Kind.DATE, outline.text().slice(line), line)
                    .filter(date -> !datesRead.contains(line.start()))
                    .ifPresent(found::add);
        }

        private List<Span> lines(Span paragraph) {
            Text text = outline.text();
            List<Span> lines = new ArrayList<>();
            for (int line = text.lineOf(paragraph.start()); line <= text.lineOf(paragraph.end()); line++) {
                Span whole = text.line(line);
                int start = Math.max(paragraph.start(), whole.start());
                lines.add(text.trimmed(new Span(start, Math.max(start, Math.min(paragraph.end(), whole.end())))));
            }
            return lines;
        }
    }
}
