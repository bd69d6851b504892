package io.github.logseqls.workspace;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Who is told of folders inside a graph that are graphs of their own. */
interface NestedRoots {

    /**
     * A folder was found.
     *
     * @param isWanted whether the load that found it is still the graph's own: what was found by a former one need not hold
     */
    void found(Path folder, BooleanSupplier isWanted);
}
