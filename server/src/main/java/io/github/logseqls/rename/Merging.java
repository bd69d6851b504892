package io.github.logseqls.rename;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.change.Change;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.Snapshot;

/**
 * A page that becomes one with another: all that named it names the other one then, also the pages below it in its namespace. Where
 * its blocks go is told elsewhere.
 *
 * @param change the new names in all pages but this one
 * @param moved this one with the new names in it, as if it lay where the other one does
 * @param warnings what the user should know before that is made
 */
public record Merging(Change change, Page moved, ImmutableList<String> warnings) {

    /**
     * What is changed for that; refuses, with a reason, where it cannot be done right everywhere.
     *
     * @param whileWanted is run before each page is read, and may throw
     */
    public static Merging of(Snapshot snapshot, Page from, Page into, Runnable whileWanted) {
        Rename.requireWhole(snapshot.graph());
        PageName before = PageName.of(from.title());
        PageName after = PageName.of(into.title());
        if ((after + "/").startsWith(before + "/")) {
            throw new Refusal(
                    "“%s” is below this page in its namespace. Give it another name first.".formatted(into.title()));
        }
        Rename rename = new Rename(snapshot, MovedPage::of, whileWanted);
        rename.requireFreeKey(before, into.title());
        NewTitles titles = NewTitles.of(ImmutableMap.of(before, into.title())).withMerged(ImmutableSet.of(after));
        Change all = new PageRename(snapshot, ImmutableMap.of(), MovedPage::of, whileWanted)
                .of(titles, ImmutableMap.of(from.path(), into.path()));
        Page moved = all.pages().stream()
                .filter(page -> page.page().path().equals(from.path()))
                .map(page -> new Page(into.path(), page.after(), from.config()))
                .findFirst()
                .orElseGet(() -> new Page(into.path(), from.outline(), from.config()));
        ImmutableList<Change.OfPage> others = all.pages().stream()
                .filter(page -> !page.page().path().equals(from.path()))
                .collect(ImmutableList.toImmutableList());
        return new Merging(new Change(others, all.files()), moved, rename.whatStays(from.title()));
    }
}
