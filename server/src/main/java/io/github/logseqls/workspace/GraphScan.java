package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Position;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds and reads the files of a graph on disk. */
final class GraphScan {

    private final GraphRoot root;
    private final FileReports reports;

    GraphScan(GraphRoot root, FileReports reports) {
        this.root = root;
        this.reports = reports;
    }

    /**
     * What lies below a graph's root.
     *
     * @param files all files worth reading
     * @param others all other files, of which only the names count
     * @param unreadable those that this system cannot open by their names, and folders that it cannot enter
     * @param nestedRoots the folders inside that are graphs of their own, whose files are not among {@code files}
     */
    record Found(
            ImmutableList<FoundFile> files,
            ImmutableList<PagePath> others,
            ImmutableList<PagePath> unreadable,
            ImmutableList<Path> nestedRoots) {}

    GraphRoot root() {
        return root;
    }

    /** The graph's settings: those of a new graph where it has none; empty where they cannot be read. */
    Optional<ConfigText> config() {
        Path file = root.config();
        try {
            ConfigText text = ConfigText.read(root);
            report(file, asList(text.finding()));
            return Optional.of(text);
        } catch (TextFile.TooLarge e) {
            FileFinding finding = tooLarge(e);
            report(file, ImmutableList.of(finding));
            return Optional.of(new ConfigText(GraphConfig.DEFAULT, Optional.of(finding)));
        } catch (IOException e) {
            reports.unreadable(file, e);
            return Optional.empty();
        }
    }

    /** What the graph says of findings; empty where that cannot be read. */
    Optional<CheckText> checks() {
        Path file = root.checks();
        try {
            CheckText text = CheckText.read(root);
            report(file, asList(text.finding()));
            return Optional.of(text);
        } catch (IOException e) {
            reports.unreadable(file, e);
            return Optional.empty();
        }
    }

    /** Looks for files in the graph's folder, or in one inside it. */
    Found find(Path start, GraphConfig config) throws IOException {
        ImmutableList.Builder<FoundFile> files = ImmutableList.builder();
        ImmutableList.Builder<PagePath> others = ImmutableList.builder();
        ImmutableList.Builder<PagePath> unreadable = ImmutableList.builder();
        ImmutableList.Builder<Path> nestedRoots = ImmutableList.builder();
        FolderWalk.of(root, start, new FolderWalk.Visitor() {
            @Override
            public void folder(Path folder) {
                reports.sound(folder);
            }

            @Override
            public void file(Path file, BasicFileAttributes attributes) {
                PagePath path = root.path(file);
                if (!attributes.isRegularFile() || config.folders().isHidden(path)) {
                    return;
                }
                if (GraphFile.isLinked(path, config)) {
                    others.add(path);
                }
                if (!GraphFile.isRead(path, config)) {
                    return;
                }
                if (root.isNamedBy(path, file)) {
                    files.add(FoundFile.of(path, attributes));
                } else {
                    unreadable.add(path);
                    reportUnnamed(file);
                }
            }

            @Override
            public boolean entersRoot(Path folder) {
                nestedRoots.add(folder);
                return false;
            }

            @Override
            public void failed(Path file, IOException failure) {
                // What went away meanwhile is no fault; an event will tell of it.
                if (!(failure instanceof NoSuchFileException)) {
                    unreadable.add(root.path(file));
                    reports.unreadable(file, failure);
                }
            }
        });
        return new Found(files.build(), others.build(), unreadable.build(), nestedRoots.build());
    }

    /** What files hold that Logseq reads, read in parallel in the pool of the calling thread; those that are gone are missing. */
    ImmutableMap<PagePath, Reading> read(List<FoundFile> files, GraphConfig config) {
        List<Optional<Reading>> readings =
                files.parallelStream().map(file -> read(file, config)).toList();
        ImmutableMap.Builder<PagePath, Reading> read = ImmutableMap.builder();
        for (int i = 0; i < files.size(); i++) {
            PagePath path = files.get(i).path();
            readings.get(i).ifPresent(reading -> read.put(path, reading));
        }
        return read.buildOrThrow();
    }

    private Optional<Reading> read(FoundFile found, GraphConfig config) {
        PagePath path = found.path();
        Path file = root.folder();
        try {
            file = root.file(path);
            TextFile text = TextFile.read(file);
            ImmutableList<FileFinding> findings = findings(path, text);
            Facts facts = facts(path, text.text(), config).at(found.changed());
            report(file, findings);
            return Optional.of(new Reading(facts, findings));
        } catch (NoSuchFileException e) {
            reports.sound(file);
            return Optional.empty();
        } catch (TextFile.TooLarge e) {
            ImmutableList<FileFinding> findings = ImmutableList.of(tooLarge(e));
            report(file, findings);
            return Optional.of(new Reading(Facts.unreadable(path, config), findings));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // One file must not cost the graph, not even where a bug of ours is the reason.
            reports.unreadable(file, e);
            return Optional.of(new Reading(Facts.unreadable(path, config), ImmutableList.of()));
        }
    }

    private static Facts facts(PagePath path, Text text, GraphConfig config) {
        return path.syntax()
                .map(syntax -> Facts.of(path, Outline.parse(text, syntax), config))
                .orElseGet(() -> Facts.ofData(path, text.string(), config));
    }

    private static ImmutableList<FileFinding> findings(PagePath path, TextFile file) {
        ImmutableList.Builder<FileFinding> found = ImmutableList.builder();
        if (file.invalidAt().isPresent()) {
            Position first = file.text().position(file.invalidAt().getAsInt(), Encoding.UTF16);
            found.add(new FileFinding(FileFinding.Kind.INVALID_UTF8, first, "bytes that are no UTF-8"));
        }
        if (path.syntax().isPresent()) {
            found.addAll(FileFinding.inText(file.text()));
        }
        return found.build();
    }

    private static FileFinding tooLarge(TextFile.TooLarge file) {
        return FileFinding.ofWhole(FileFinding.Kind.TOO_LARGE, String.valueOf(file.getMessage()));
    }

    /** Forgets what was said of files that are gone. */
    void forgetReports(Predicate<PagePath> gone) {
        reports.forget(file -> root.holds(file) && gone.test(root.path(file)));
    }

    void reportUnnamed(Path file) {
        reports.unreadable(file, "this system cannot open a file of that name");
    }

    private static ImmutableList<FileFinding> asList(Optional<FileFinding> finding) {
        return finding.map(ImmutableList::of).orElseGet(ImmutableList::of);
    }

    private void report(Path file, ImmutableList<FileFinding> findings) {
        findings.stream()
                .filter(finding -> finding.kind().isLoss())
                .findFirst()
                .ifPresentOrElse(found -> reports.found(file, found), () -> reports.sound(file));
    }
}
