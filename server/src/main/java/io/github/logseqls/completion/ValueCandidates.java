package io.github.logseqls.completion;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Multisets;
import io.github.logseqls.completion.Candidate.Kind;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.PropertyKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The values that a property may have: those that Logseq knows for it, and those that it has elsewhere, the most used first. */
final class ValueCandidates {

    /** The names of so many pages are looked through in a millisecond or two. */
    private static final int MOST_PAGES = 150;

    private static final ImmutableSet<String> COLORS =
            ImmutableSet.of("yellow", "red", "pink", "green", "blue", "purple", "gray");
    private static final ImmutableSetMultimap<String, String> KNOWN = ImmutableSetMultimap.<String, String>builder()
            .put("collapsed", "true")
            .putAll("heading", "true", "1", "2", "3", "4", "5", "6")
            .put("logseq.order-list-type", "number")
            .putAll("logseq.table.version", "1", "2")
            .putAll("logseq.table.headers", "uppercase", "capitalize", "capitalize-first", "lowercase")
            .putAll("logseq.table.hover", "cell", "row", "col", "both", "none")
            .putAll("background-color", COLORS)
            .putAll("logseq.color", COLORS)
            .build();

    /** What no two have alike. */
    private static final ImmutableSet<String> OF_ONE = ImmutableSet.of("title");

    private static final Splitter NAMES =
            Splitter.on(CharMatcher.anyOf(",，")).trimResults().omitEmptyStrings();
    private static final CharMatcher BRACKETS = CharMatcher.anyOf("#[]");

    private ValueCandidates() {}

    static ImmutableList<Candidate> of(Writing writing, Typed.Value typed) {
        PropertyKey key = new PropertyKey(typed.key());
        String gap = writing.before(typed.token().typed().start()).endsWith(":") ? " " : "";
        if (key.name().equals("id")) {
            return ids(writing, gap);
        }
        boolean isParted =
                key.isLinkable() || writing.page().config().separatedByCommas().contains(key.name());
        if (isParted) {
            Set<PageName> there = there(writing, typed);
            return pages(writing, typed, key).stream()
                    .filter(page -> !there.contains(PageName.of(page.label())))
                    .map(page -> page.behind(gap))
                    .collect(ImmutableList.toImmutableList());
        }
        ImmutableMultiset<String> used =
                OF_ONE.contains(key.name()) ? ImmutableMultiset.of() : used(writing, key.name());
        ImmutableSet<String> all = ImmutableSet.<String>builder()
                .addAll(KNOWN.get(key.name()))
                .addAll(
                        key.type() == PropertyKey.Type.BOOLEAN && !KNOWN.containsKey(key.name())
                                ? ImmutableSet.of("true", "false")
                                : ImmutableSet.of())
                .addAll(Multisets.copyHighestCountFirst(used).elementSet())
                .build();
        List<Candidate> candidates = all.stream()
                .filter(value -> !value.equals(typed.query()) || used.count(value) > 1 || !used.contains(value))
                .map(value -> Candidate.of(kind(value), value, where(used.count(value)), gap + value))
                .toList();
        return Fitting.in(candidates, typed.query());
    }

    /** An alias that is the name of another page would be both: only names without a page are given to one. */
    private static ImmutableList<Candidate> pages(Writing writing, Typed.Value typed, PropertyKey key) {
        Written written = new Written(writing.page(), Written.Form.NAME, typed.token());
        return key.name().equals("alias")
                ? PageCandidates.withoutPage(writing, written, typed.query())
                : PageCandidates.of(writing, written, typed.query());
    }

    /** The pages that the value names already, besides the one that is being typed. */
    private static Set<PageName> there(Writing writing, Typed.Value typed) {
        String before = writing.before(typed.token().whole().start());
        String listed = before.substring(before.lastIndexOf(':') + 1)
                + writing.behind(typed.token().whole().end());
        return NAMES.splitToStream(listed)
                .map(name -> PageName.of(BRACKETS.trimFrom(name).strip()))
                .collect(Collectors.toSet());
    }

    private static Kind kind(String value) {
        return COLORS.contains(value) ? Kind.COLOR : Kind.VALUE;
    }

    private static String where(int uses) {
        return uses == 0 ? "" : uses == 1 ? "used once" : "used " + uses + " times";
    }

    private static ImmutableList<Candidate> ids(Writing writing, String gap) {
        return writing.block().stream()
                .map(block -> id(writing, block).toString())
                .map(id -> Candidate.of(Kind.VALUE, id, "a new id", gap + id))
                .collect(ImmutableList.toImmutableList());
    }

    private static BlockId id(Writing writing, BlockAt block) {
        return writing.ids().id(writing.graph(), block);
    }

    private static ImmutableMultiset<String> used(Writing writing, String key) {
        List<PagePath> pages = writing.graph().links().files(new Symbol.Key(key));
        ImmutableMultiset.Builder<String> values = ImmutableMultiset.builder();
        // Spread over all pages, since those that are loaded first may be much alike.
        int step = Math.max(1, (pages.size() - 1) / MOST_PAGES + 1);
        for (int at = 0; at < pages.size(); at += step) {
            writing.graph().facts(pages.get(at)).ifPresent(facts -> {
                for (Symbol.Value value : facts.symbols().names(Symbol.Value.class, value -> value)) {
                    if (value.key().equals(key)
                            && !value.value().isEmpty()
                            && value.value().indexOf('\n') < 0) {
                        values.addCopies(value.value(), facts.symbols().count(value));
                    }
                }
            });
        }
        return values.build();
    }
}
