package io.github.logseqls.feature.reading;

import com.google.common.collect.Iterables;
import com.google.common.collect.Multiset;
import io.github.logseqls.feature.Markup;

/** How numbers of things are told to people. */
final class Counts {

    private Counts() {}

    /** A number with the word for it: {@code 1 page}, {@code 2 pages}. */
    static String of(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** The first {@code most} of some names as a list, a line each, with how often each occurs where that is more than once. */
    static String list(Multiset<String> names, int most, Markup markup) {
        StringBuilder list = new StringBuilder();
        for (String name : Iterables.limit(names.elementSet(), most)) {
            int count = names.count(name);
            list.append("\n- ").append(markup.text(name)).append(count == 1 ? "" : " (" + count + ")");
        }
        return list.toString();
    }
}
