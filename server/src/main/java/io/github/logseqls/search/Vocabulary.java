package io.github.logseqls.search;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.BlockId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names in a graph that stand for no page with a file. A value: it is made anew, by difference, when names come or go. */
public final class Vocabulary {

    public static final Vocabulary NONE = new Vocabulary(
            SearchedNames.NONE, ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), ImmutableList.of());

    private static final Pattern FILE = Pattern.compile("file:\\S.*[./].*");

    private final SearchedNames withoutFile;
    private final ImmutableList<String> keys;
    private final ImmutableList<String> templates;
    private final ImmutableList<String> renderers;
    private final ImmutableList<PagePath> assets;

    private Vocabulary(
            SearchedNames withoutFile,
            ImmutableList<String> keys,
            ImmutableList<String> templates,
            ImmutableList<String> renderers,
            ImmutableList<PagePath> assets) {
        this.withoutFile = withoutFile;
        this.keys = keys;
        this.templates = templates;
        this.renderers = renderers;
        this.assets = assets;
    }

    /**
     * The names of a graph.
     *
     * @param withoutFile the pages that are referred to and have no file
     * @param keys the keys of properties, in normal form
     * @param templates the names of templates
     * @param renderers the names of renderers
     * @param assets the files that are no pages
     */
    public static Vocabulary of(
            Collection<PageName> withoutFile,
            Collection<String> keys,
            Collection<String> templates,
            Collection<String> renderers,
            Collection<PagePath> assets) {
        return NONE.with(there(withoutFile), there(keys), there(templates), there(renderers), there(assets));
    }

    private static <T> Map<T, Boolean> there(Collection<T> names) {
        return Maps.asMap(new HashSet<>(names), name -> true);
    }

    /** Whether it is neither an Org link to a file nor the id in an embed: Logseq takes those for names too, and nobody else. */
    private static boolean isLookedFor(PageName name) {
        return !FILE.matcher(name.toString()).matches()
                && BlockId.parse(name.toString()).isEmpty();
    }

    /** These names after some came or went, each told with whether it is there now; itself where nothing changed. */
    public Vocabulary with(
            Map<PageName, Boolean> pages,
            Map<String, Boolean> ofKeys,
            Map<String, Boolean> ofTemplates,
            Map<String, Boolean> ofRenderers,
            Map<PagePath, Boolean> files) {
        SearchedNames names = withoutFile.with(Maps.filterKeys(pages, Vocabulary::isLookedFor));
        ImmutableList<String> keysAfter = with(keys, ofKeys);
        ImmutableList<String> templatesAfter = with(templates, ofTemplates);
        ImmutableList<String> renderersAfter = with(renderers, ofRenderers);
        ImmutableList<PagePath> assetsAfter = with(assets, files);
        boolean isSame = names.equals(withoutFile)
                && keysAfter.equals(keys)
                && templatesAfter.equals(templates)
                && renderersAfter.equals(renderers)
                && assetsAfter.equals(assets);
        return isSame ? this : new Vocabulary(names, keysAfter, templatesAfter, renderersAfter, assetsAfter);
    }

    private static <T extends Comparable<T>> ImmutableList<T> with(ImmutableList<T> before, Map<T, Boolean> changes) {
        Map<T, Boolean> real = Maps.filterEntries(
                changes, change -> Collections.binarySearch(before, change.getKey()) >= 0 != change.getValue());
        if (real.isEmpty()) {
            return before;
        }
        Set<T> after = new HashSet<>(before);
        real.forEach((one, isThere) -> {
            if (isThere) {
                after.add(one);
            } else {
                after.remove(one);
            }
        });
        return ImmutableList.sortedCopyOf(after);
    }

    public ImmutableList<String> keys() {
        return keys;
    }

    public ImmutableList<String> templates() {
        return templates;
    }

    public ImmutableList<String> renderers() {
        return renderers;
    }

    public ImmutableList<PagePath> assets() {
        return assets;
    }

    ImmutableList<PageName> pagesWithoutFile(Query query, int most) {
        return withoutFile.best(query, most);
    }
}
