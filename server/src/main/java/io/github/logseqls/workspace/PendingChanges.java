package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Files and folders that changed on disk and have not been looked at yet, each once however often it changed. */
final class PendingChanges {

    private final Set<Path> paths = new LinkedHashSet<>();

    /** Adds paths; whether there were none before, so that somebody has to be sent for them. */
    synchronized boolean add(Collection<Path> changed) {
        boolean wereNone = paths.isEmpty();
        paths.addAll(changed);
        return wereNone && !paths.isEmpty();
    }

    synchronized ImmutableSet<Path> take() {
        ImmutableSet<Path> taken = ImmutableSet.copyOf(paths);
        paths.clear();
        return taken;
    }
}
