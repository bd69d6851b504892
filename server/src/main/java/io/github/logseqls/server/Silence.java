package io.github.logseqls.server;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does something when nothing has happened for a while: each time it is broken the wait begins anew. */
final class Silence implements AutoCloseable {

    private final long millis;
    private final Runnable then;
    private final ScheduledExecutorService timer;
    private @Nullable ScheduledFuture<?> scheduled;
    private volatile boolean isBroken;

    /**
     * A silence that nobody waits for yet.
     *
     * @param thread the name of the thread on which {@code then} runs, always the same one
     */
    Silence(String thread, long millis, Runnable then) {
        this.millis = millis;
        this.then = then;
        this.timer = Executors.newSingleThreadScheduledExecutor(Threads.named(thread));
    }

    /** Something happened. */
    synchronized void broken() {
        isBroken = true;
        if (scheduled != null) {
            scheduled.cancel(false);
        }
        try {
            scheduled = timer.schedule(this::end, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // The session ends; nobody waits any more.
        }
    }

    /** Whether something happened since {@code then} ran or began to: it will run again. */
    boolean isBroken() {
        return isBroken;
    }

    private void end() {
        isBroken = false;
        then.run();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
