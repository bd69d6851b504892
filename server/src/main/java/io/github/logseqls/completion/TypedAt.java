package io.github.logseqls.completion;

import com.google.common.base.CharMatcher;
import io.github.logseqls.completion.Typed.Token;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Span;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds out what is being typed at a caret: by the marks before it in its line, and by how Logseq would read the block if what
 * they begin was there.
 */
public final class TypedAt {

    private static final int LONGEST = 200;

    private static final String START = "^[ \t]*(?:- |\\*+ )?";
    private static final Pattern FENCE = Pattern.compile(START + "(?:```|~~~)([\\w+#.-]*)$");
    private static final Pattern DIRECTIVE = Pattern.compile(START + "(#\\+[\\w-]*)$");
    private static final Pattern FIRST_WORD = Pattern.compile("^[ \t]*(?:- |\\*+ )?(?:#{1,6} )?(:?[\\w./-]*:{0,2})$");
    private static final Pattern VALUE = Pattern.compile(START + "(?:[^\\s:][^:]*::|:[^\\s:]+:)([ \t]*)(.*)$");
    private static final Pattern ADDRESS = Pattern.compile("\\]\\(([^()\\s]*)$");
    private static final Pattern PRIORITY = Pattern.compile("(\\[#([A-Za-z]?))$");
    private static final Pattern PLANNED = Pattern.compile("(?i)(?:SCHEDULED|DEADLINE):[ \t]*(<?([^<>]*))$");
    private static final Pattern TAG = Pattern.compile("(#([^\\s#\\[\\](){}]*))$");
    private static final Pattern COMMAND = Pattern.compile("(?:^|[\\s])(/([^\\s/]*))$");

    private static final Pattern WORD_BEHIND = Pattern.compile("[\\w./-]*");
    private static final Pattern TAG_BEHIND = Pattern.compile("[\\p{L}\\p{N}_/-]*");
    private static final Pattern KEY_BEHIND = Pattern.compile("[\\w./-]*:{0,2} ?");
    private static final Pattern ADDRESS_BEHIND = Pattern.compile("[^()\\s]*\\)?");
    private static final Pattern DATE_BEHIND = Pattern.compile("[^<>]*>");
    private static final Pattern LETTER_BEHIND = Pattern.compile("[A-Za-z]?\\]?");
    private static final Pattern MACRO_BEHIND = Pattern.compile("[\\w-]*(?:\\}\\})?");

    private final Page page;
    private final CaretLine line;

    private TypedAt(Page page, CaretLine line) {
        this.page = page;
        this.line = line;
    }

    /** What is being typed at {@code offset} in a page; empty where Logseq would read nothing of what could be. */
    public static Optional<Typed> of(Page page, int offset) {
        return new TypedAt(page, CaretLine.at(page, offset)).typed();
    }

    private Optional<Typed> typed() {
        Stream<Supplier<Optional<? extends Typed>>> readers = Stream.of(
                this::language,
                this::directive,
                this::inBrackets,
                this::address,
                this::priority,
                this::planned,
                this::tag,
                this::command,
                this::value,
                this::firstWord);
        return readers.flatMap(reader -> reader.get().stream())
                .filter(typed -> typed.token().typed().length() <= LONGEST)
                .map(Typed.class::cast)
                .findFirst();
    }

    private Optional<Typed> inBrackets() {
        return OpenBrackets.in(line.before())
                .flatMap(open -> switch (open.inner().mark()) {
                    case "((" -> block(open);
                    case "[[" -> page(open.inner().start());
                    default -> macro(open.inner().start());
                });
    }

    private Optional<Typed> block(OpenBrackets.Innermost open) {
        int start = open.inner().start();
        String query = line.before().substring(start + 2);
        boolean isThird = start > 1 && line.before().startsWith("](", start - 2);
        boolean isLabelled = isThird || start > 0 && line.before().charAt(start - 1) == ']';
        if (isLabelled) {
            Token token = line.token(
                    isThird ? start - 1 : start, closer("))") + (line.after().startsWith(")))") ? 1 : 0));
            return Trial.isLabelledBlockRef(page, token.whole())
                    ? Optional.of(new Typed.Block(token, query, true))
                    : Optional.empty();
        }
        Token token = line.token(start, closer("))"));
        return Trial.isBlockRef(page, token.whole()) || isInQuery(open)
                ? Optional.of(new Typed.Block(token, query, false))
                : Optional.empty();
    }

    /** In a query Logseq sees no reference, and takes the block's id all the same. */
    private boolean isInQuery(OpenBrackets.Innermost open) {
        return open.outer()
                .filter(outer -> outer.mark().equals("{{")
                        && line.before().startsWith("{{query ", outer.start())
                        && Trial.isMacro(
                                page, line.token(outer.start(), macroEnd()).whole()))
                .isPresent();
    }

    private int macroEnd() {
        int close = line.after().indexOf("}}");
        return close < 0 ? line.after().length() : close + 2;
    }

    private Optional<Typed> page(int start) {
        String query = line.before().substring(start + 2);
        int behind = closer("]]");
        if (start > 0 && line.before().charAt(start - 1) == '#') {
            Token tag = line.token(start - 1, behind);
            return Trial.isTag(page, tag.whole()) ? Optional.of(new Typed.Tag(tag, query)) : Optional.empty();
        }
        Token token = line.token(start, behind);
        return Trial.isPageRef(page, token.whole()) || isInMacro()
                ? Optional.of(new Typed.Page(token, query))
                : Optional.empty();
    }

    /** In arguments of macros, queries above all, names of pages are as good as elsewhere. */
    private boolean isInMacro() {
        return OpenBrackets.in(line.before())
                .flatMap(OpenBrackets.Innermost::outer)
                .filter(outer -> outer.mark().equals("{{")
                        && Trial.isMacro(
                                page, line.token(outer.start(), macroEnd()).whole()))
                .isPresent();
    }

    /** How much behind the caret belongs to what is open: its closer, and what stands before that without brackets of its own. */
    private int closer(String mark) {
        int close = line.after().indexOf(mark);
        if (close < 0) {
            return 0;
        }
        String rest = line.after().substring(0, close);
        return CharMatcher.anyOf("[](){}").matchesNoneOf(rest) ? close + mark.length() : 0;
    }

    private Optional<Typed> macro(int start) {
        String query = line.before().substring(start + 2);
        Token token = line.token(start, line.behind(MACRO_BEHIND));
        boolean isName = query.chars().noneMatch(Character::isWhitespace);
        return isName && Trial.isMacro(page, token.whole())
                ? Optional.of(new Typed.MacroName(token, query))
                : Optional.empty();
    }

    private Optional<Typed> address() {
        return found(ADDRESS)
                .map(found ->
                        new Typed.Address(line.token(found.start(1), line.behind(ADDRESS_BEHIND)), found.group(1)))
                .filter(typed -> Trial.isAddress(page, typed.token().whole()))
                .map(Typed.class::cast);
    }

    private Optional<Typed> priority() {
        return found(PRIORITY)
                .map(found ->
                        new Typed.Priority(line.token(found.start(1), line.behind(LETTER_BEHIND)), found.group(2)))
                .filter(typed -> Trial.isPriority(page, typed.token().whole()))
                .map(Typed.class::cast);
    }

    private Optional<Typed> planned() {
        return found(PLANNED)
                .map(found -> new Typed.Planned(line.token(found.start(1), line.behind(DATE_BEHIND)), found.group(2)))
                .filter(typed -> Trial.isPlanned(page, typed.token().whole()))
                .map(Typed.class::cast);
    }

    private Optional<Typed> tag() {
        return found(TAG)
                .map(found -> new Typed.Tag(line.token(found.start(1), line.behind(TAG_BEHIND)), found.group(2)))
                .filter(typed -> Trial.isTag(page, typed.token().whole()))
                .map(Typed.class::cast);
    }

    private Optional<Typed> command() {
        return found(COMMAND)
                .map(found -> new Typed.Command(line.token(found.start(1), 0), found.group(2)))
                .filter(typed -> Trial.isPageRef(page, typed.token().whole()))
                .map(Typed.class::cast);
    }

    private Optional<Typed> language() {
        return atStart(FENCE)
                .map(found -> new Typed.Language(line.token(found.start(1), line.behind(WORD_BEHIND)), found.group(1)))
                .filter(typed -> {
                    int marks = typed.token().typed().start() - 3;
                    Span whole = new Span(marks, typed.token().whole().end());
                    return Trial.of(page, whole, "```x\n```").begins(Construct.Kind.FENCE);
                })
                .map(Typed.class::cast);
    }

    private Optional<Typed> directive() {
        return atStart(DIRECTIVE)
                .map(found -> new Typed.Directive(
                        line.token(found.start(1), line.behind(WORD_BEHIND)),
                        found.group(1).substring(2)))
                .filter(typed -> Trial.of(page, typed.token().whole(), "#+BEGIN_NOTE\nx\n#+END_NOTE")
                        .begins(Construct.Kind.BEGIN))
                .map(Typed.class::cast);
    }

    private Optional<Typed> value() {
        return atStart(VALUE).flatMap(found -> {
            String written = found.group(2);
            int from = found.start(2);
            Optional<Property> property =
                    Trial.propertyAround(page, line.token(found.start(1), 0).typed());
            if (property.isEmpty()) {
                return Optional.empty();
            }
            String key = property.get().key().name();
            boolean isParted = property.get().key().isLinkable()
                    || page.config().separatedByCommas().contains(key);
            int comma = isParted ? Math.max(written.lastIndexOf(','), written.lastIndexOf('，')) : -1;
            String query = written.substring(comma + 1);
            int blank = query.length() - query.stripLeading().length();
            int end = isParted
                    ? line.behind(Pattern.compile("[^,，]*"))
                    : line.after().length();
            return Optional.of(new Typed.Value(line.token(from + comma + 1 + blank, end), query.strip(), key));
        });
    }

    private Optional<Typed> firstWord() {
        Optional<Matcher> found = atStart(FIRST_WORD);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String query = found.get().group(1);
        boolean isDrawer = query.startsWith(":");
        Token word = line.token(found.get().start(1), line.behind(WORD_BEHIND));
        if (query.indexOf(':') < 0 && Trial.isFirstWord(page, word.whole())) {
            return Optional.of(new Typed.FirstWord(word, query));
        }
        Token key = line.token(found.get().start(1), line.behind(KEY_BEHIND));
        boolean isAlone = line.after().substring(line.behind(KEY_BEHIND)).isBlank()
                || line.after().startsWith("::", line.behind(WORD_BEHIND));
        boolean isInDrawer = page.outline().syntax() == Syntax.ORG && !query.endsWith("::");
        return isAlone && isDrawer == (isDrawer && isInDrawer) && Trial.isProperty(page, key.whole(), isInDrawer)
                ? Optional.of(new Typed.Key(key, query.replace(":", "")))
                : Optional.empty();
    }

    private Optional<Matcher> found(Pattern pattern) {
        return Optional.of(pattern.matcher(line.before())).filter(Matcher::find);
    }

    /** A pattern that speaks of the start of the line. */
    private Optional<Matcher> atStart(Pattern pattern) {
        return line.isWhole() ? found(pattern) : Optional.empty();
    }
}
