package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Finds the closer that belongs to an opener. All methods return the offset behind the closer, or -1 where there is
 * none.
 *
 * <p>A search that failed is remembered, since it would fail again from any later place, and what has to balance is paired in
 * one pass: a page full of openers that nothing closes is read in linear time.
 */
final class Closers {

    private static final int LONGEST_TAG = 12;
    private static final Set<String> KNOWN_TAGS = Set.of(
            ("a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col"
                            + " colgroup data datalist dd del details dfn div dl dt em embed fieldset figcaption figure"
                            + " footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd keygen label"
                            + " legend li link main map mark meta meter nav noscript object ol optgroup option output p"
                            + " param pre progress q rb rp rt rtc ruby s samp script section select small source span"
                            + " strong style sub sup table tbody td template textarea tfoot th thead time title tr track"
                            + " u ul var video")
                    .split(" "));

    private final String text;
    /** For each closer, the first offset from which it is known not to occur. */
    private final Map<String, Integer> absentFrom = new HashMap<>();
    /** For each closing tag, where it stands last. */
    private final Map<String, Integer> last = new HashMap<>();
    /** For brackets and for each tag, the openers and the ends of their closers. */
    private final Map<String, Map<Integer, Integer>> pairsByName = new HashMap<>();

    Closers(String text) {
        this.text = text;
    }

    /** The next line behind {@code lineEnd} that begins with three backticks or tildes, up to its end. */
    int fence(int lineEnd) {
        return remember("```", lineEnd, from -> lineThat(from, false, "```", "~~~"));
    }

    /** The next line behind {@code lineEnd} that begins with {@code prefix} in any case, up to its end. */
    int line(String prefix, int lineEnd) {
        return remember(prefix, lineEnd, from -> lineThat(from, false, prefix));
    }

    /** The next line behind {@code lineEnd} that says just {@code :END:}, up to its end. */
    int drawer(int lineEnd) {
        return remember(":END:", lineEnd, from -> lineThat(from, true, ":END:"));
    }

    int after(String closer, int from) {
        return remember(closer, from, at -> behind(text.indexOf(closer, at), closer));
    }

    int afterIgnoringCase(String closer, int from) {
        return remember(closer, from, at -> behind(Chars.indexOfIgnoreCase(text, closer, at), closer));
    }

    /** The end of the HTML that opens at {@code at}: of a comment, or of an element with a known tag. */
    int html(int at) {
        if (text.startsWith("<?", at)) {
            return after("?>", at + 2);
        }
        if (text.startsWith("<!--", at)) {
            return after("-->", at + 4);
        }
        if (text.startsWith("<![CDATA[", at)) {
            return after("]]", at + 9);
        }
        if (text.startsWith("<!", at)) {
            return after(">", at + 2);
        }
        String tag = tag(at);
        if (!isKnown(tag)) {
            return -1;
        }
        int end = closingTag(tag, at);
        return end >= 0 ? end : after("/>", at + 1 + tag.length());
    }

    /** What the HTML at {@code at} lacks for which {@link #html} said {@code end}; empty where its own closer ends it. */
    Optional<Unclosed> unclosedHtml(Construct.Kind kind, int at, int end) {
        String tag = tag(at);
        if (!isKnown(tag)) {
            return end >= 0 ? Optional.empty() : Optional.of(new Unclosed(kind, at, "?>", "-->", "]]", ">"));
        }
        if (closingTag(tag, at) >= 0) {
            return Optional.empty();
        }
        String closer = "</" + tag + ">";
        boolean isAbsent = last.computeIfAbsent(closer, this::lastIndexOfIgnoreCase) < at;
        ImmutableList.Builder<String> closers = ImmutableList.<String>builder().add(closer);
        if (!isAbsent) {
            closers.add("<" + tag);
        }
        if (end < 0) {
            closers.add("/>");
        }
        return Optional.of(new Unclosed(kind, at, closers.build(), isAbsent));
    }

    private int lastIndexOfIgnoreCase(String closer) {
        int at = text.length() - closer.length();
        while (at >= 0 && !Chars.startsWithIgnoreCase(text, at, closer)) {
            at--;
        }
        return at;
    }

    /** Whether what begins with the {@code <} at {@code at} is HTML for Logseq: a comment or the like, or a known tag. */
    boolean opensHtml(int at) {
        return text.startsWith("<?", at) || text.startsWith("<!", at) || isKnown(tag(at));
    }

    private static boolean isKnown(String tag) {
        return KNOWN_TAGS.contains(tag.toLowerCase(Locale.ROOT));
    }

    /** The name behind the {@code <} at {@code at}; cut where it gets longer than any known one. */
    private String tag(int at) {
        int end = at + 1;
        while (end < text.length()
                && end - at <= LONGEST_TAG
                && text.charAt(end) != '>'
                && !Chars.isSpaceOrLineEnd(text.charAt(end))) {
            end++;
        }
        return text.substring(at + 1, end);
    }

    /** The {@code ]} that balances the {@code [:} at {@code at}; other opening brackets do not count for hiccup. */
    int hiccup(int at) {
        Map<Integer, Integer> pairs = pairsByName.computeIfAbsent(
                "[",
                name -> new Pairs() {
                    @Override
                    int opener(int i) {
                        return text.startsWith("[:", i) ? 1 : 0;
                    }

                    @Override
                    int closer(int i) {
                        return text.charAt(i) == ']' ? 1 : 0;
                    }
                }.in(text));
        return pairs.getOrDefault(at, -1);
    }

    /** The closing tag that balances the opening one at {@code at}. */
    private int closingTag(String tag, int at) {
        Map<Integer, Integer> pairs = pairsByName.computeIfAbsent(
                tag,
                name -> new Pairs() {
                    @Override
                    int opener(int i) {
                        int end = i + 1 + name.length();
                        boolean opens = text.charAt(i) == '<' && text.startsWith(name, i + 1) && end < text.length();
                        return opens && (text.charAt(end) == '>' || Chars.isSpaceOrLineEnd(text.charAt(end))) ? 1 : 0;
                    }

                    @Override
                    int closer(int i) {
                        String closer = "</" + name + ">";
                        return text.charAt(i) == '<' && Chars.startsWithIgnoreCase(text, i, closer)
                                ? closer.length()
                                : 0;
                    }
                }.in(text));
        return pairs.getOrDefault(at, -1);
    }

    /** Openers with the ends of the closers that balance them, found in one pass. */
    private abstract static class Pairs {

        /** The length of the opener at {@code i}, or 0. */
        abstract int opener(int i);

        /** The length of the closer at {@code i}, or 0. */
        abstract int closer(int i);

        Map<Integer, Integer> in(String text) {
            Map<Integer, Integer> pairs = new HashMap<>();
            Deque<Integer> open = new ArrayDeque<>();
            for (int i = 0; i < text.length(); i++) {
                if (opener(i) > 0) {
                    open.push(i);
                } else if (!open.isEmpty() && closer(i) > 0) {
                    pairs.put(open.pop(), i + closer(i));
                }
            }
            return pairs;
        }
    }

    private int lineThat(int lineEnd, boolean whole, String... prefixes) {
        int line = Chars.skipLineEnd(text, lineEnd);
        while (line < text.length()) {
            int first = Chars.skipSpaces(text, line);
            int end = Chars.lineEnd(text, first);
            for (String prefix : prefixes) {
                boolean fits = Chars.startsWithIgnoreCase(text, first, prefix);
                if (fits && (!whole || Chars.trimEnd(text, first, end) == first + prefix.length())) {
                    return end;
                }
            }
            line = Chars.skipLineEnd(text, end);
        }
        return -1;
    }

    private int remember(String closer, int from, IntUnaryOperator search) {
        if (from >= absentFrom.getOrDefault(closer, Integer.MAX_VALUE)) {
            return -1;
        }
        int found = search.applyAsInt(from);
        if (found < 0) {
            absentFrom.put(closer, from);
        }
        return found;
    }

    private static int behind(int found, String closer) {
        return found < 0 ? -1 : found + closer.length();
    }
}
