package io.github.logseqls.workspace;

import com.google.common.base.Stopwatch;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.History;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The pages of a graph in the git repository that it lies in, commit by commit from the last one back: only what each of them took
 * away is read. Nothing is run that a repository configures.
 */
final class GitHistory implements History {

    private static final int MOST_COMMITS = 50_000;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final long MOST_BYTES = 4L << 20;

    private final GraphRoot root;
    private final GraphConfig config;
    private final Runnable checkWanted;

    /**
     * That of a graph.
     *
     * @param checkWanted throws when nobody waits any more
     */
    GitHistory(GraphRoot root, GraphConfig config, Runnable checkWanted) {
        this.root = root;
        this.config = config;
        this.checkWanted = checkWanted;
    }

    @Override
    public boolean isThere() {
        for (Path folder = root.folder(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(Constants.DOT_GIT))) {
                return !root.isSingleFile();
            }
        }
        return false;
    }

    @Override
    public Optional<Seen> last(BlockId id) {
        QuietGit.install();
        FileRepositoryBuilder builder =
                new FileRepositoryBuilder().findGitDir(root.folder().toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        try (Repository repository = builder.setMustExist(true).build()) {
            if (repository.isBare()) {
                return Optional.empty();
            }
            Path top = repository.getWorkTree().toPath().toRealPath();
            Path folder = root.folder().toRealPath();
            return folder.startsWith(top)
                    ? last(id, repository, top.relativize(folder).toString().replace(File.separatorChar, '/'))
                    : Optional.empty();
        } catch (IOException e) {
            // A repository that cannot be read, or lacks some of its past, is no help.
            return Optional.empty();
        }
    }

    private Optional<Seen> last(BlockId id, Repository repository, String folder) throws IOException {
        ObjectId head = repository.resolve(Constants.HEAD);
        if (head == null) {
            return Optional.empty();
        }
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk commits = new RevWalk(reader)) {
            Walk walk = new Walk(id, reader, folder);
            RevCommit newest = commits.parseCommit(head);
            commits.markStart(newest);
            Optional<Seen> found = walk.in(newest);
            int left = MOST_COMMITS;
            for (RevCommit commit = commits.next(); commit != null && found.isEmpty(); commit = commits.next()) {
                if (left-- == 0 || walk.isTooLong()) {
                    return Optional.empty();
                }
                for (int i = 0; i < commit.getParentCount() && found.isEmpty(); i++) {
                    found = walk.takenAway(commits.parseCommit(commit.getParent(i)), commit);
                }
            }
            return found;
        }
    }

    /** A look for one block. */
    private final class Walk {

        private final BlockId id;
        private final ObjectReader reader;
        /** Where the graph lies in the repository; empty where it is all of it. */
        private final String folder;

        private final Set<ObjectId> seen = new HashSet<>();
        private final Stopwatch watch = Stopwatch.createStarted();

        private Walk(BlockId id, ObjectReader reader, String folder) {
            this.id = id;
            this.reader = reader;
            this.folder = folder;
        }

        /** The block in the pages of a commit. */
        private Optional<Seen> in(RevCommit commit) throws IOException {
            try (TreeWalk files = new TreeWalk(reader)) {
                files.addTree(commit.getTree());
                files.setFilter(below());
                return first(files, commit);
            }
        }

        /** The block in those pages of a commit that the next one changed, moved or took away. */
        private Optional<Seen> takenAway(RevCommit before, RevCommit after) throws IOException {
            try (TreeWalk files = new TreeWalk(reader)) {
                files.addTree(before.getTree());
                files.addTree(after.getTree());
                files.setFilter(AndTreeFilter.create(below(), TreeFilter.ANY_DIFF));
                return first(files, before);
            }
        }

        /** Whether it took as long as anybody waits; throws when nobody does. */
        private boolean isTooLong() {
            checkWanted.run();
            return watch.elapsed().compareTo(LONGEST) > 0;
        }

        private TreeFilter below() {
            return folder.isEmpty() ? TreeFilter.ALL : PathFilter.create(folder);
        }

        /** The block in the files of the walk's first tree. */
        private Optional<Seen> first(TreeWalk files, RevCommit commit) throws IOException {
            files.setRecursive(true);
            while (files.next() && !isTooLong()) {
                if (!isFile(files.getFileMode(0)) || files.getPathString().equals(folder)) {
                    // The folder of the graph may have been a file, a link or another repository once.
                    continue;
                }
                PagePath path =
                        new PagePath(files.getPathString().substring(folder.isEmpty() ? 0 : folder.length() + 1));
                if (GraphFile.isRead(path, config) && seen.add(files.getObjectId(0))) {
                    Optional<BlockAt> block = block(path, files.getObjectId(0));
                    if (block.isPresent()) {
                        return block.map(found -> new Seen(
                                found,
                                commit.getCommitterIdent()
                                        .getWhenAsInstant()
                                        .atZone(ZoneId.systemDefault())
                                        .toLocalDate()));
                    }
                }
            }
            return Optional.empty();
        }

        private static boolean isFile(FileMode mode) {
            return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
        }

        private Optional<BlockAt> block(PagePath path, ObjectId content) throws IOException {
            Optional<Syntax> syntax = path.syntax();
            ObjectLoader loader = reader.open(content, Constants.OBJ_BLOB);
            if (syntax.isEmpty() || loader.getSize() > MOST_BYTES) {
                return Optional.empty();
            }
            String text = new String(loader.getBytes(), StandardCharsets.UTF_8);
            if (!WrittenIds.in(text).contains(id)) {
                return Optional.empty();
            }
            Page page = new Page(path, Outline.parse(Text.of(text), syntax.get()), config);
            return page.outline().blocks(id).stream().findFirst().map(index -> new BlockAt(page, index));
        }
    }
}
