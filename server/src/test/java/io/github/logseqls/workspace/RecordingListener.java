package io.github.logseqls.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.graph.FileFinding;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Remembers what it was told, and waits for what has to come. */
public final class RecordingListener implements WorkspaceListener {

    final ConcurrentLinkedQueue<String> unreadable = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> found = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> unwatched = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Path> forgotten = new ConcurrentLinkedQueue<>();
    final AtomicInteger told = new AtomicInteger();
    final AtomicInteger scans = new AtomicInteger();
    volatile boolean cancelled;

    private final Semaphore changes = new Semaphore(0);

    /** Waits until something holds that holds after one of the changes to come, at most. */
    void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            assertThat(changes.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Override
    public void changed() {
        told.incrementAndGet();
        changes.release();
    }

    @Override
    public void unreadable(String file, String reason) {
        unreadable.add(Path.of(file).getFileName() + ": " + reason);
    }

    @Override
    public void found(String file, FileFinding finding) {
        found.add(Path.of(file).getFileName() + ": " + finding);
    }

    @Override
    public void unwatched(String folder, String reason) {
        unwatched.add(reason);
    }

    @Override
    public ScanProgress scanning(Path graph) {
        scans.incrementAndGet();
        return new ScanProgress() {
            @Override
            public void read(int files, int total) {}

            @Override
            public void done() {}

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
    }

    @Override
    public void forgotten(Path graph) {
        forgotten.add(graph);
    }
}
