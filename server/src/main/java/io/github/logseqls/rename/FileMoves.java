package io.github.logseqls.rename;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What follows when somebody gives files other names or moves them: links lead there, and pages are called as their files are. */
public final class FileMoves {

    private final Snapshot snapshot;
    private final ImmutableMap<PagePath, PagePath> moves;

    private FileMoves(Snapshot snapshot, ImmutableMap<PagePath, PagePath> moves) {
        this.snapshot = snapshot;
        this.moves = moves;
    }

    /**
     * What is to be changed before the files move; where they go is not a part of that.
     *
     * @param moves files or folders, and where they go
     */
    public static Renaming of(Snapshot snapshot, Map<PagePath, PagePath> moves, Runnable whileWanted) {
        Rename.requireWhole(snapshot.graph());
        ImmutableMap<PagePath, PagePath> files = files(snapshot.graph(), moves);
        FileMoves moving = new FileMoves(snapshot, files);
        return new Renaming(
                "Follow the files that are renamed",
                new PageRename(snapshot, files, MovedPage::of, whileWanted).of(moving.titles()),
                ImmutableList.of());
    }

    /** The files alone, those in folders too. */
    private static ImmutableMap<PagePath, PagePath> files(Graph graph, Map<PagePath, PagePath> moves) {
        Map<PagePath, PagePath> files = new LinkedHashMap<>();
        moves.forEach((from, to) -> {
            if (graph.facts(from).isPresent()) {
                files.put(from, to);
                return;
            }
            String folder = from.path() + "/";
            graph.paths().forEach(path -> {
                if (path.path().startsWith(folder)) {
                    files.put(
                            path,
                            new PagePath(to.path()
                                    + path.path().substring(from.path().length())));
                }
            });
        });
        return ImmutableMap.copyOf(files);
    }

    /** The titles of pages whose files have said them. */
    private ImmutableMap<PageName, String> titles() {
        Map<PageName, String> titles = new LinkedHashMap<>();
        moves.forEach((from, to) -> title(from, to).ifPresent(title -> {
            String before = snapshot.graph().facts(from).orElseThrow().title();
            titles.put(PageName.of(before), title);
        }));
        NewTitles told = NewTitles.of(ImmutableMap.copyOf(titles));
        titles.forEach((before, after) -> told.requireFree(before.toString(), after, snapshot.graph()));
        return told.told();
    }

    private Optional<String> title(PagePath from, PagePath to) {
        if (!snapshot.graph().isPage(from) || from.baseName().equals(to.baseName())) {
            return Optional.empty();
        }
        return snapshot.page(from).filter(MovedPage::isNamedByFile).flatMap(page -> {
            String title = new Page(to, page.outline(), page.config()).fileTitle();
            return title.equals(page.title())
                    ? Optional.empty()
                    : Optional.of(NewTitle.of(page.title(), title, page.config()));
        });
    }
}
