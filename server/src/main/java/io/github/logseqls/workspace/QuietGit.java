package io.github.logseqls.workspace;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Git as this program wants it: by itself the library runs the git of the machine to find its settings, keeps a file of
 * measurements in the user's home, and says on stderr that nobody listens to its log.
 */
public final class QuietGit {

    private QuietGit() {}

    /** To be called before any other class of the library is. */
    public static void install() {
        // The log is there from the library's first class on.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        SystemReader system = SystemReader.getInstance();
        if (!(system instanceof NoSettings)) {
            SystemReader.setInstance(new NoSettings(system));
        }
    }

    /** The machine without the settings of its git. */
    private static final class NoSettings extends SystemReader.Delegate {

        private NoSettings(SystemReader system) {
            super(system);
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
