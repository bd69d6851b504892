package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Pages;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** The files of one graph: those open at one moment as the editor has them, the others as they are on disk. */
record SnapshotPages(GraphRoot root, State state, ClosedPages closed) implements Pages {

    /** The clocks of some file systems tick every two seconds. */
    private static final long SETTLED_MILLIS = 3000;

    @Override
    public Optional<Outline> outline(PagePath path) {
        Optional<OpenPage> open = open(path);
        if (open.isPresent()) {
            return open.map(OpenPage::outline);
        }
        return path.syntax().flatMap(syntax -> closed.outline(root.file(path), syntax));
    }

    @Override
    public Optional<Text> text(PagePath path) {
        Optional<OpenPage> open = open(path);
        if (open.isPresent()) {
            return open.map(page -> page.outline().text());
        }
        try {
            return Optional.of(TextFile.read(root.file(path)).text());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public OptionalInt version(PagePath path) {
        return open(path).stream().mapToInt(OpenPage::version).findFirst();
    }

    @Override
    public OptionalLong changed(PagePath path) {
        if (open(path).isPresent()) {
            return OptionalLong.empty();
        }
        try {
            long changed = Files.getLastModifiedTime(root.file(path)).toMillis();
            boolean isSettled = System.currentTimeMillis() - changed > SETTLED_MILLIS;
            return isSettled ? OptionalLong.of(changed) : OptionalLong.empty();
        } catch (IOException | InvalidPathException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public <T> ImmutableList<T> each(Collection<PagePath> paths, Function<PagePath, T> each) {
        return paths.parallelStream().map(each).collect(ImmutableList.toImmutableList());
    }

    @Override
    public boolean isThere(PagePath path) {
        try {
            return Files.exists(root.file(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public String uri(PagePath path) {
        return open(path).map(OpenPage::uri).orElseGet(() -> FileUris.uri(root.file(path)));
    }

    private Optional<OpenPage> open(PagePath path) {
        return state.openPage(root.file(path));
    }
}
