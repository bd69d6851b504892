package io.github.logseqls.check;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.PropertyKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The name of a property that nobody uses a second time and that is one slip away from a built-in or usual one: a letter too
 * many or too few, another vowel, or two letters that changed places. In a long built-in one there may be two slips. What
 * differs in its first letter, in a digit or by the {@code s} of a plural was hardly a slip.
 */
public final class KeyTypo {

    /** Shorter names are too much like each other. */
    private static final int SHORTEST = 5;
    /** So short is a slip in a name that Logseq made for people to write. */
    private static final int SHORTEST_OF_LOGSEQ = 4;
    /** No name that Logseq or people use is longer. */
    private static final int LONGEST = 40;
    /** In a built-in name so long two slips still show what was meant. */
    private static final int LONG = 9;
    /** So many files make a name a usual one. */
    private static final int USUAL = 10;
    /** A page with more names that nobody else uses has its own way with them. */
    private static final int MOST_OWN = 100;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz-";
    private static final String VOWELS = "aeiouy";

    /** The long built-in names by what they are with one slip; the times and counts are none that anybody writes by hand. */
    private static final Supplier<ImmutableSetMultimap<String, String>> ONE_SLIP_AWAY =
            Suppliers.memoize(KeyTypo::slipsInLongNames);

    private KeyTypo() {}

    /** The misspelt keys of a page, each with the one that was meant; all in normal form. */
    public static ImmutableMap<String, String> in(Graph graph, Facts facts) {
        List<String> own = new ArrayList<>();
        for (Symbol symbol : facts.symbols().distinct()) {
            if (symbol instanceof Symbol.Key key && isOnlyOne(graph, facts, key)) {
                own.add(key.key());
            }
        }
        ImmutableMap.Builder<String, String> typos = ImmutableMap.builder();
        if (own.size() <= MOST_OWN) {
            own.forEach(key -> meant(key, graph).ifPresent(name -> typos.put(key, name)));
        }
        return typos.build();
    }

    private static boolean isOnlyOne(Graph graph, Facts facts, Symbol.Key key) {
        return isWord(key.key())
                && graph.links().files(key).size() == 1
                && facts.symbols().count(key) == 1
                && !new PropertyKey(key.key()).isBuiltIn();
    }

    private static boolean isWord(String key) {
        return key.length() >= SHORTEST_OF_LOGSEQ
                && key.length() <= LONGEST
                && key.chars().allMatch(c -> LETTERS.indexOf(c) >= 0 || c == '.' || c == '/');
    }

    private static Optional<String> meant(String key, Graph graph) {
        return withoutSlip(key)
                .filter(name -> !isPlural(key, name) && isUsual(name, key, graph))
                .findFirst()
                .or(() -> key.length() < LONG
                        ? Optional.empty()
                        : withoutSlip(key)
                                .flatMap(name -> ONE_SLIP_AWAY.get().get(name).stream())
                                .filter(name -> !isPlural(key, name))
                                .findFirst());
    }

    private static boolean isUsual(String name, String key, Graph graph) {
        PropertyKey known = new PropertyKey(name);
        if (Math.min(name.length(), key.length()) < SHORTEST) {
            // A word of four letters is one letter away from many.
            return name.length() == key.length() && known.isEditable();
        }
        return known.isBuiltIn() || graph.links().files(new Symbol.Key(name)).size() >= USUAL;
    }

    private static ImmutableSetMultimap<String, String> slipsInLongNames() {
        ImmutableSetMultimap.Builder<String, String> slips = ImmutableSetMultimap.builder();
        PropertyKey.builtIn().stream()
                .filter(name -> name.length() >= LONG && new PropertyKey(name).type() != PropertyKey.Type.INTEGER)
                .forEach(name -> withoutSlip(name).forEach(slip -> slips.put(slip, name)));
        return slips.build();
    }

    /** What a key would be without a slip somewhere, or with one more: a slip taken back is one itself. */
    private static Stream<String> withoutSlip(String key) {
        return IntStream.rangeClosed(1, key.length()).boxed().flatMap(at -> withoutSlip(key, at));
    }

    private static boolean isPlural(String key, String name) {
        return key.equals(name + "s") || name.equals(key + "s");
    }

    /** What a key would be without a slip at one place. */
    private static Stream<String> withoutSlip(String key, int at) {
        String before = key.substring(0, at);
        Stream<String> missing = letters(LETTERS).map(letter -> before + letter + key.substring(at));
        if (at == key.length()) {
            return missing;
        }
        String behind = key.substring(at + 1);
        Stream<String> vowels = VOWELS.indexOf(key.charAt(at)) < 0
                ? Stream.of()
                : letters(VOWELS).map(vowel -> before + vowel + behind).filter(name -> !name.equals(key));
        Stream<String> swapped = behind.isEmpty()
                ? Stream.of()
                : Stream.of(before + behind.charAt(0) + key.charAt(at) + behind.substring(1));
        return Stream.of(Stream.of(before + behind), swapped, vowels, missing).flatMap(names -> names);
    }

    private static Stream<String> letters(String letters) {
        return letters.chars().mapToObj(Character::toString);
    }
}
