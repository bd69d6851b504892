package io.github.logseqls.search;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Outline;
import java.util.Comparator;
import java.util.Optional;

/** What somebody looks for: words in any order, each of which may be a part of a word in the text. */
public final class Query {

    private static final int LONGEST = 400;
    /** What follows is one word with blanks. */
    private static final int MOST_WORDS = 16;
    /** With fewer letters almost every name would hold them in some order. */
    private static final int SHORTEST_SCATTERED = 3;

    /** What parts words: what either Unicode or Java takes for white space. */
    private static final CharMatcher BLANK =
            CharMatcher.whitespace().or(CharMatcher.forPredicate(Character::isWhitespace));

    private static final Splitter WORDS = Splitter.on(BLANK).omitEmptyStrings().limit(MOST_WORDS);

    private final Optional<Word> whole;
    /** The longest first: it is in the fewest texts. */
    private final ImmutableList<Word> words;

    private final long letters;

    private Query(Optional<Word> whole, ImmutableList<Word> words) {
        this.whole = whole;
        this.words = words;
        this.letters = words.stream().mapToLong(Word::letters).reduce(0, (one, other) -> one | other);
    }

    /** The query that a text means; only its first {@value #LONGEST} characters count. */
    public static Query of(String text) {
        String asked = BLANK.trimAndCollapseFrom(text.substring(0, Math.min(LONGEST, text.length())), ' ');
        ImmutableList<Word> words = WORDS.splitToStream(asked)
                .map(word -> Word.of(Folded.of(word)))
                .sorted(Comparator.comparingInt(Word::length).reversed())
                .collect(ImmutableList.toImmutableList());
        return new Query(words.isEmpty() ? Optional.empty() : Optional.of(Word.of(Folded.of(asked))), words);
    }

    /** Whether nothing is asked for, which everything answers. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** The word that is looked for first. */
    Optional<Word> rarest() {
        return words.stream().findFirst();
    }

    /** Whether a text with these bits of its {@link Trigrams} may hold all words. */
    boolean mayBeIn(long[] bits) {
        for (Word word : words) {
            if (!word.mayBeIn(bits)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a name that has these {@link Letters} may answer. */
    boolean mayBeOf(long lettersOfName) {
        return Letters.areAmong(letters, lettersOfName);
    }

    /** How well a name answers: the better the greater, 0 where it does not. */
    public int fitOfName(String name) {
        byte[] folded = Folded.of(name);
        return fitOfName(folded, 0, folded.length).weight();
    }

    /** Whether a block answers as it stands in a page. */
    public boolean isAnsweredBy(Outline outline, int block) {
        byte[] folded = Folded.of(BlockWords.of(outline, block));
        return fit(folded, 0, folded.length) != Fit.NONE;
    }

    /** How well a name answers, which stands in {@code text} from {@code from} to before {@code end}. */
    Fit fitOfName(byte[] text, int from, int end) {
        Fit fit = fit(text, from, end);
        boolean mayBeScattered = words.size() == 1 && words.get(0).length() >= SHORTEST_SCATTERED;
        return fit == Fit.NONE && mayBeScattered && words.get(0).isScatteredIn(text, from, end) ? Fit.SCATTERED : fit;
    }

    /** How well the part of a text from {@code from} to before {@code end} answers; lines are parted. */
    Fit fit(byte[] text, int from, int end) {
        if (whole.isEmpty()) {
            return Fit.INSIDE;
        }
        int first = words.get(0).find(text, from, end);
        return first < 0 ? Fit.NONE : fit(text, from, end, first);
    }

    /** As {@link #fit}, where the {@link #rarest} word is known to stand first at {@code first}. */
    Fit fit(byte[] text, int from, int end, int first) {
        boolean begin = true;
        for (int word = 1; word < words.size(); word++) {
            int at = words.get(word).find(text, from, end);
            if (at < 0) {
                return Fit.NONE;
            }
            begin = begin && words.get(word).beginsWord(text, from, at, end);
        }
        if (!begin || !words.get(0).beginsWord(text, from, first, end)) {
            return Fit.INSIDE;
        }
        int lineEnd = lineEnd(text, from, end);
        int at = whole.get().find(text, from, lineEnd);
        if (at == from) {
            return at + whole.get().length() == lineEnd ? Fit.EXACT : Fit.START;
        }
        return at >= 0 && whole.get().beginsWord(text, from, at, lineEnd) ? Fit.TOGETHER : Fit.WORD_STARTS;
    }

    private static int lineEnd(byte[] text, int from, int end) {
        int at = from;
        while (at < end && text[at] != Folded.LINE_END) {
            at++;
        }
        return at;
    }
}
