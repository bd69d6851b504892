package io.github.logseqls.cli;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Git as this program wants it: by itself the library runs the git of the machine to find its settings, and keeps a file of
 * measurements in the user's home.
 */
final class QuietGit extends SystemReader.Delegate {

    private QuietGit(SystemReader system) {
        super(system);
    }

    static void install() {
        SystemReader.setInstance(new QuietGit(SystemReader.getInstance()));
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new NoFile(parent, fs);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new NoFile(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new NoFile(parent, fs);
    }

    /** Settings that are in no file. */
    private static final class NoFile extends FileBasedConfig {

        private NoFile(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // There is nothing to load.
        }

        @Override
        public void save() {
            // What the library measured is forgotten.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
