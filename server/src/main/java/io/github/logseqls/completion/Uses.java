package io.github.logseqls.completion;

import io.github.logseqls.graph.Symbol;
import java.util.Comparator;
import java.util.function.Function;

/** On how many pages of the graph a name is used. */
final class Uses {

    private Uses() {}

    static int of(Writing writing, Symbol symbol) {
        return writing.graph().links().files(symbol).size();
    }

    /** What is used on most pages first. */
    static Comparator<String> mostFirst(Writing writing, Function<String, Symbol> symbol) {
        return Comparator.comparingInt((String name) -> of(writing, symbol.apply(name)))
                .reversed();
    }

    /** As it is told beside a suggestion; nothing of what is not used. */
    static String told(int uses) {
        return uses == 0 ? "" : uses == 1 ? "on 1 page" : "on " + uses + " pages";
    }
}
