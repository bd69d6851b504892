package io.github.logseqls.workspace;

import java.util.concurrent.ForkJoinPool;

/**
 * Where files are read.
 *
 * @param all of a graph that is waited for
 * @param changed of a graph that is in use: thousands of changes leave a processor to those who ask meanwhile
 */
record Readers(ForkJoinPool all, ForkJoinPool changed) implements AutoCloseable {

    static Readers of(int processors) {
        return new Readers(new ForkJoinPool(processors), new ForkJoinPool(Math.max(1, processors / 2)));
    }

    /** What is being read is read to its end. */
    @Override
    public void close() {
        all.shutdown();
        changed.shutdown();
    }
}
