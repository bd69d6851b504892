package io.github.logseqls.rename;

import com.google.common.collect.ImmutableMap;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.PropertyKey;
import java.util.Map;
import java.util.Optional;

/**
 * What is named otherwise from now on.
 *
 * @param titles what titles become
 * @param files where files go
 * @param others what all else becomes
 */
record NewNames(NewTitles titles, ImmutableMap<PagePath, PagePath> files, ImmutableMap<Target, Target> others) {

    static NewNames of(NewTitles titles) {
        return new NewNames(titles, ImmutableMap.of(), ImmutableMap.of());
    }

    static NewNames of(Target before, Target after) {
        return new NewNames(NewTitles.NONE, ImmutableMap.of(), ImmutableMap.of(before, after));
    }

    NewNames with(Map<PagePath, PagePath> moved) {
        return new NewNames(titles, ImmutableMap.copyOf(moved), others);
    }

    /** Where a file is then. */
    PagePath of(PagePath path) {
        return files.getOrDefault(path, path);
    }

    /** What something is called then; empty where it keeps its name. */
    Optional<Target> of(Target target, GraphConfig config) {
        if (target instanceof Target.OfPage page) {
            return titles.of(page.title()).map(title -> new Target.OfPage(PageName.of(title), title));
        }
        if (target instanceof Target.OfFile file) {
            return Optional.ofNullable(files.get(file.path())).map(Target.OfFile::new);
        }
        Optional<Target> told = Optional.ofNullable(others.get(target));
        return told.isEmpty() && target instanceof Target.OfKey key ? ofKey(key, config) : told;
    }

    /** A key that stands for a page is named as that is. */
    private Optional<Target> ofKey(Target.OfKey key, GraphConfig config) {
        PropertyKey before = new PropertyKey(key.key());
        if (before.isBuiltIn() || !config.isPropertyPage(before.page())) {
            return Optional.empty();
        }
        return titles.of(before.page()).map(title -> new Target.OfKey(NewKey.of(before, title)));
    }
}
