package io.github.logseqls.check;

import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.PropertyKey;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The name of a property that is one slip away from another one: a letter too many, too few, another one, or two that changed
 * places. What differs in its first letter, in a digit or by the {@code s} of a plural was hardly a slip.
 */
final class KeyTypo {

    /** Shorter names are too much like each other. */
    private static final int SHORTEST = 5;
    /** So many files make a name a usual one. */
    private static final int USUAL = 10;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz-";

    private KeyTypo() {}

    /** The app's own name or the usual one of the graph that was meant by a key which nobody else uses. */
    static Optional<String> meant(String key, Graph graph) {
        boolean isWord = key.length() >= SHORTEST && key.chars().allMatch(c -> LETTERS.indexOf(c) >= 0 || c == '.' || c == '/');
        if (!isWord || new PropertyKey(key).isBuiltIn()) {
            return Optional.empty();
        }
        return slips(key)
                .filter(name -> name.length() >= SHORTEST && !isPlural(key, name))
                .filter(name -> new PropertyKey(name).isBuiltIn()
                        || graph.links().files(new Symbol.Key(name)).size() >= USUAL)
                .findFirst();
    }

    private static boolean isPlural(String key, String name) {
        return key.equals(name + "s") || name.equals(key + "s");
    }

    private static Stream<String> slips(String key) {
        return IntStream.rangeClosed(1, key.length()).boxed().flatMap(at -> slips(key, at));
    }

    /** What the key would be without a slip at one place. */
    private static Stream<String> slips(String key, int at) {
        String before = key.substring(0, at);
        Stream<String> inserted = letters().map(letter -> before + letter + key.substring(at));
        if (at == key.length()) {
            return inserted;
        }
        String behind = key.substring(at + 1);
        Stream<String> replaced = letters().map(letter -> before + letter + behind).filter(name -> !name.equals(key));
        Stream<String> swapped = behind.isEmpty()
                ? Stream.of()
                : Stream.of(before + behind.charAt(0) + key.charAt(at) + behind.substring(1));
        return Stream.of(Stream.of(before + behind), swapped, replaced, inserted).flatMap(names -> names);
    }

    private static Stream<String> letters() {
        return LETTERS.chars().mapToObj(Character::toString);
    }
}
