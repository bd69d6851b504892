package io.github.logseqls.rename;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.logseqls.change.Change;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.text.Edit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** New names written in many pages, each of which is read again: all of it, or nothing. */
final class Rewriting {

    static final String CHANGED_ON_DISK = "%s was just changed on disk, and is being read. Try again then.";

    private final Snapshot snapshot;
    private final NewNames names;
    private final ImmutableMap<PagePath, ImmutableList<Edit>> besides;
    private final Runnable whileWanted;

    private Rewriting(
            Snapshot snapshot,
            NewNames names,
            ImmutableMap<PagePath, ImmutableList<Edit>> besides,
            Runnable whileWanted) {
        this.snapshot = snapshot;
        this.names = names;
        this.besides = besides;
        this.whileWanted = whileWanted;
    }

    /**
     * The edits of all pages.
     *
     * @param paths where names may stand, in order
     * @param besides what else is edited in some pages
     * @param whileWanted is run before each page is read
     */
    static Change of(
            Snapshot snapshot,
            Collection<PagePath> paths,
            NewNames names,
            ImmutableMap<PagePath, ImmutableList<Edit>> besides,
            Runnable whileWanted) {
        Rewriting rewriting = new Rewriting(snapshot, names, besides, whileWanted);
        List<PagePath> pages = paths.stream().filter(snapshot.graph()::isPage).toList();
        ImmutableList<Change.OfPage> changed = snapshot.pages().each(pages, rewriting::rewritten).stream()
                .flatMap(Optional::stream)
                .collect(ImmutableList.toImmutableList());
        return new Change(changed, ImmutableList.of());
    }

    private Optional<Change.OfPage> rewritten(PagePath path) {
        whileWanted.run();
        Page page = snapshot.page(path).orElseThrow(() -> new Refusal(CHANGED_ON_DISK.formatted(path)));
        Named named = Named.in(page);
        ImmutableList<Edit> edits =
                PageEdits.of(snapshot.graph(), named, names, besides.getOrDefault(path, ImmutableList.of()));
        Change.OfPage change = new Change.OfPage(page, edits);
        requireAliases(change);
        if (edits.isEmpty()) {
            return Optional.empty();
        }
        boolean isKnown = snapshot.isUnchanged(path)
                || new Change(ImmutableList.of(change), ImmutableList.of()).isOfKnownPages(snapshot.graph());
        if (!isKnown) {
            throw new Refusal(CHANGED_ON_DISK.formatted(path));
        }
        if (!Reread.isAsMeant(snapshot.graph(), names, named, change)) {
            throw new Refusal(
                    "In %s Logseq would read the new name as something else. Take one without blanks or punctuation."
                            .formatted(path));
        }
        return Optional.of(change);
    }

    /** What else is called by a name may be written where no name stands to be changed: references would lose it. */
    private void requireAliases(Change.OfPage change) {
        PagePath path = change.page().path();
        List<PageName> renamed = aliases(snapshot.graph().facts(path).orElseThrow()).stream()
                .filter(alias -> becomes(alias).isPresent())
                .toList();
        if (renamed.isEmpty()) {
            return;
        }
        Set<PageName> after =
                aliases(Facts.of(names.of(path), change.after(), change.page().config()));
        for (PageName alias : renamed) {
            PageName wanted = becomes(alias).orElseThrow();
            boolean isMerged = names.titles().merged().contains(wanted);
            if (!isMerged && !after.contains(wanted)) {
                throw new Refusal(
                        "%s has the alias “%s”, written such that it cannot be renamed. Write it anew there first."
                                .formatted(path, alias));
            }
        }
    }

    private Optional<PageName> becomes(PageName alias) {
        return names.titles().of(alias.toString()).map(PageName::of);
    }

    private static Set<PageName> aliases(Facts facts) {
        return facts.symbols().names(Symbol.Alias.class, Symbol.Alias::page);
    }
}
