package io.github.logseqls.search;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import io.github.logseqls.graph.PageName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names to be searched, in their own order. A value, of which a change copies the arrays and no name. */
final class SearchedNames {

    static final SearchedNames NONE = new SearchedNames(new Name[0]);

    private final Name[] names;
    /** Of each of them, beside each other: a search goes through all of these, and through few names. */
    private final long[] letters;

    private SearchedNames(Name[] names) {
        this.names = names;
        this.letters = new long[names.length];
        Arrays.setAll(letters, at -> names[at].letters());
    }

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares names by their bytes.
    private record Name(PageName page, byte[] folded, long letters) {

        private static final Comparator<Name> ORDER =
                Comparator.comparing(name -> name.page().toString());

        static Name of(PageName page) {
            byte[] folded = Folded.of(page.toString());
            return new Name(page, folded, Letters.of(folded));
        }
    }

    /** These after some names came or went, each told with whether it is there now; itself where nothing changed. */
    SearchedNames with(Map<PageName, Boolean> changes) {
        List<Name> gone = new ArrayList<>();
        List<Name> come = new ArrayList<>();
        changes.forEach((page, isThere) -> {
            Name name = Name.of(page);
            boolean wasThere = Arrays.binarySearch(names, name, Name.ORDER) >= 0;
            if (isThere != wasThere) {
                (isThere ? come : gone).add(name);
            }
        });
        return gone.isEmpty() && come.isEmpty()
                ? this
                : new SearchedNames(InOrder.merged(names, gone, come, Name[]::new, Name.ORDER));
    }

    /** Those that answer a query best, the better first, and of equally good ones in their order. */
    ImmutableList<PageName> best(Query query, int most) {
        ListMultimap<Fit, PageName> byFit =
                MultimapBuilder.enumKeys(Fit.class).arrayListValues().build();
        for (int at = 0; at < names.length; at++) {
            if (query.mayBeOf(letters[at])) {
                byte[] folded = names[at].folded();
                Fit fit = query.fitOfName(folded, 0, folded.length);
                if (fit != Fit.NONE && byFit.get(fit).size() < most) {
                    byFit.put(fit, names[at].page());
                }
            }
        }
        return Stream.of(Fit.values())
                .sorted(Comparator.reverseOrder())
                .flatMap(fit -> byFit.get(fit).stream())
                .limit(most)
                .collect(ImmutableList.toImmutableList());
    }
}
