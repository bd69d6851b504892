package io.github.logseqls.fix;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.graph.PropertyPlace;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Optional;

/** An alias that another page goes by too: it can go from this one. */
final class AliasFixes {

    private static final CharMatcher BRACKETS = CharMatcher.anyOf("[]#\"").or(CharMatcher.whitespace());

    private AliasFixes() {}

    /** None where the alias is not found in the line, since it is written in another way. */
    static ImmutableList<Fix> of(Faulty faulty) {
        return PropertyPlace.of(faulty.outline(), "alias")
                .filter(value -> value.contains(faulty.span()))
                .flatMap(value -> removed(faulty, value))
                .map(edit -> ImmutableList.of(Fix.possible("Remove this alias", () -> Change.of(faulty.page(), edit))))
                .orElseGet(ImmutableList::of);
    }

    private static Optional<Edit> removed(Faulty faulty, Span value) {
        Text text = faulty.outline().text();
        Span alias = faulty.span();
        int start = alias.start();
        while (start > value.start() && text.charAt(start - 1) != ',') {
            start--;
        }
        int end = alias.end();
        while (end < value.end() && text.charAt(end) != ',') {
            end++;
        }
        if (!BRACKETS.trimFrom(text.slice(new Span(start, end))).equals(text.slice(alias))) {
            return Optional.empty();
        }
        if (start > value.start()) {
            return Optional.of(new Edit(new Span(start - 1, end), ""));
        }
        if (end == value.end()) {
            boolean mayGo = faulty.block()
                    .block()
                    .property("alias")
                    .map(property -> PropertyLine.mayGo(faulty.block(), property))
                    .orElse(true);
            return mayGo ? Optional.of(PropertyLine.removed(faulty.block(), value)) : Optional.empty();
        }
        int next = end + 1;
        while (next < value.end() && text.charAt(next) == ' ') {
            next++;
        }
        return Optional.of(new Edit(new Span(start, next), ""));
    }
}
