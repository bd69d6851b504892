package io.github.logseqls.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.graph.PageName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SearchedNamesTest {

    private static final List<String> PARTS = List.of("a", "b", "tea", "日", "/", " ", "1", "é");

    @Test
    void namesKeptByDifferenceAnswerAsThoseMadeAnew() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            SearchedNames names = SearchedNames.NONE;
            Map<PageName, Boolean> all = new HashMap<>();
            for (int step = 0; step < 10; step++) {
                Map<PageName, Boolean> changes = new HashMap<>();
                for (int change = random.nextInt(6); change > 0; change--) {
                    changes.put(PageName.of(name(random)), random.nextBoolean());
                }
                all.putAll(changes);
                names = names.with(changes);
                for (String query : List.of("", "a", "te", "日", "a b", "é1", "tab")) {
                    assertThat(names.best(Query.of(query), 5))
                            .as("-Dseed=%d, %s", seed, query)
                            .isEqualTo(bestOf(all, Query.of(query)));
                }
            }
            assertThat(names.with(all)).isSameAs(names);
        }
    }

    private static List<PageName> bestOf(Map<PageName, Boolean> all, Query query) {
        TreeMap<String, PageName> sorted = new TreeMap<>();
        all.forEach((name, isThere) -> {
            if (isThere) {
                sorted.put(name.toString(), name);
            }
        });
        return sorted.values().stream()
                .filter(name -> query.fitOfName(name.toString()) > 0)
                .sorted((one, other) ->
                        Integer.compare(query.fitOfName(other.toString()), query.fitOfName(one.toString())))
                .limit(5)
                .toList();
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int part = 1 + random.nextInt(4); part > 0; part--) {
            name.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return name.toString();
    }
}
