package io.github.logseqls.rename;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.PageName;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What titles become: those that are told, and those below them in their namespaces.
 *
 * @param told what somebody wants
 * @param around titles that become others too since one of these stands in brackets in them
 * @param merged names of pages that there are, with which others become one
 */
record NewTitles(ImmutableMap<PageName, String> told, ImmutableSet<PageName> around, ImmutableSet<PageName> merged) {

    private static final Pattern NESTED = Pattern.compile("\\[\\[([^\\[\\]]+)]]");

    static final NewTitles NONE = new NewTitles(ImmutableMap.of(), ImmutableSet.of(), ImmutableSet.of());

    static NewTitles of(ImmutableMap<PageName, String> told) {
        return new NewTitles(told, ImmutableSet.of(), ImmutableSet.of());
    }

    NewTitles withAround(ImmutableSet<PageName> names) {
        return new NewTitles(told, names, merged);
    }

    NewTitles withMerged(ImmutableSet<PageName> names) {
        return new NewTitles(told, around, names);
    }

    /** What a title becomes; empty where it stays. */
    Optional<String> of(String title) {
        Optional<String> inNamespace = inNamespace(title);
        return inNamespace.isPresent() || around.isEmpty() || !around.contains(PageName.of(title))
                ? inNamespace
                : aroundNested(title);
    }

    /** Whether one of those that are told, or below them, stands in brackets in a name. */
    boolean areIn(PageName name) {
        String title = name.toString();
        return title.contains("[[")
                && inNamespace(title).isEmpty()
                && aroundNested(title).isPresent();
    }

    /** Whether a title becomes another one that does not hold what stands in brackets in it. */
    boolean dropsNested(String title) {
        return title.contains("[[") && inNamespace(title).isPresent();
    }

    /** Refuses where a title becomes that of another page, which keeps it. */
    void requireFree(String before, String after, Graph graph) {
        PageName name = PageName.of(after);
        if (!name.equals(PageName.of(before))
                && !merged.contains(name)
                && graph.pages().exists(name)
                && of(after).isEmpty()) {
            throw new Refusal(TakenName.why(before, after, graph));
        }
    }

    private Optional<String> inNamespace(String title) {
        String whole = told.get(PageName.of(title));
        if (whole != null) {
            return Optional.of(whole);
        }
        for (String parent : PageName.parents(title)) {
            String above = told.get(PageName.of(parent));
            if (above != null) {
                return Optional.of(above + title.substring(slashBehind(title, PageName.of(parent))));
            }
        }
        return Optional.empty();
    }

    private static int slashBehind(String title, PageName parent) {
        int slash = title.indexOf('/');
        while (!PageName.of(title.substring(0, slash).strip()).equals(parent)) {
            slash = title.indexOf('/', slash + 1);
        }
        return slash;
    }

    private Optional<String> aroundNested(String title) {
        Matcher nested = NESTED.matcher(title);
        String after = nested.replaceAll((MatchResult one) ->
                Matcher.quoteReplacement("[[" + inNamespace(one.group(1)).orElse(one.group(1)) + "]]"));
        return after.equals(title) ? Optional.empty() : Optional.of(after);
    }
}
