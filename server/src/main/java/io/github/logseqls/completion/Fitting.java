package io.github.logseqls.completion;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.search.Query;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Those of many that answer to what was typed. */
final class Fitting {

    private static final int MOST = 60;

    private Fitting() {}

    /** The candidates whose labels answer, the better first, and of equally good ones in their order. */
    static ImmutableList<Candidate> in(List<Candidate> all, String typed) {
        return in(all, typed, Candidate::label);
    }

    /** As {@link #in}, of anything by its name. */
    static <T> ImmutableList<T> in(List<T> all, String typed, Function<T, String> name) {
        Query query = Query.of(typed);
        return all.stream()
                .filter(one -> query.fitOfName(name.apply(one)) > 0)
                .sorted(Comparator.comparingInt((T one) -> query.fitOfName(name.apply(one)))
                        .reversed())
                .limit(MOST)
                .collect(ImmutableList.toImmutableList());
    }
}
