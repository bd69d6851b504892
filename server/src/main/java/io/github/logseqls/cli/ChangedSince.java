package io.github.logseqls.cli;

import io.github.logseqls.workspace.QuietGit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Which files are other than they were at a revision of the git repository around them. Files are compared as they lie on disk:
 * no filter that a repository configures is run, and nothing else either. The repository stays open as long as the program runs.
 */
final class ChangedSince {

    /** Says why there is nothing to compare with. */
    static final class NoRevision extends IOException {

        private static final long serialVersionUID = 1L;

        private NoRevision(String message) {
            super(message);
        }
    }

    private final Repository repository;
    private final RevTree tree;
    private final Path top;

    private ChangedSince(Repository repository, RevTree tree) throws IOException {
        this.repository = repository;
        this.tree = tree;
        this.top = repository.getWorkTree().toPath().toRealPath();
    }

    /**
     * The revision as the repository around a folder knows it.
     *
     * @throws NoRevision where there is no repository that can be read, or no such revision in it
     */
    static ChangedSince of(Path folder, String revision) throws NoRevision {
        QuietGit.install();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
        if (builder.getGitDir() == null) {
            throw new NoRevision("no git repository is around " + folder);
        }
        String around = "the git repository around " + folder;
        try {
            Repository repository = builder.setMustExist(true).build();
            if (repository.isBare()) {
                throw new NoRevision(around + " keeps no files beside it");
            }
            RevTree tree = tree(repository, revision)
                    .orElseThrow(() -> new NoRevision("%s has no revision %s".formatted(around, revision)));
            return new ChangedSince(repository, tree);
        } catch (NoRevision e) {
            throw e;
        } catch (IOException e) {
            throw new NoRevision("%s cannot be read: %s".formatted(around, e.getMessage()));
        }
    }

    private static Optional<RevTree> tree(Repository repository, String revision) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId commit = repository.resolve(revision + "^{commit}");
            return commit == null
                    ? Optional.empty()
                    : Optional.of(walk.parseCommit(commit).getTree());
        } catch (RevisionSyntaxException | AmbiguousObjectException | IncorrectObjectTypeException e) {
            // It names nothing either.
            return Optional.empty();
        }
    }

    /** Whether a file has another content than at the revision, or was not there; one that cannot be compared counts as changed. */
    boolean isChanged(Path file) {
        try {
            return isOther(file);
        } catch (IOException e) {
            return true;
        }
    }

    private boolean isOther(Path file) throws IOException {
        Path real = file.toRealPath();
        if (!real.startsWith(top)) {
            return true;
        }
        String path = top.relativize(real).toString().replace(File.separatorChar, '/');
        Optional<ObjectId> before = contentBefore(path);
        return before.isEmpty() || !isSame(before.get(), Files.readAllBytes(real));
    }

    private Optional<ObjectId> contentBefore(String path) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
            return walk == null
                            || !FileMode.REGULAR_FILE.equals(walk.getRawMode(0))
                                    && !FileMode.EXECUTABLE_FILE.equals(walk.getRawMode(0))
                    ? Optional.empty()
                    : Optional.of(walk.getObjectId(0));
        }
    }

    /** Git may write other line ends to disk than it keeps. */
    private static boolean isSame(ObjectId before, byte[] now) {
        try (ObjectInserter.Formatter names = new ObjectInserter.Formatter()) {
            return names.idFor(Constants.OBJ_BLOB, now).equals(before)
                    || names.idFor(Constants.OBJ_BLOB, withoutReturns(now)).equals(before);
        }
    }

    private static byte[] withoutReturns(byte[] bytes) {
        byte[] kept = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\r' || i + 1 == bytes.length || bytes[i + 1] != '\n') {
                kept[length++] = bytes[i];
            }
        }
        return Arrays.copyOf(kept, length);
    }
}
