package io.github.logseqls.cli;

import io.github.logseqls.workspace.WorkspaceListener.ScanProgress;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Shows on a terminal how far a graph is read, in one line that goes away again; of what is soon done nothing. */
final class ProgressLine implements ScanProgress {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
    private static final String CLEARED = "\r\u001B[K";

    private final PrintWriter terminal;
    private final long start = System.nanoTime();
    private boolean isShown;

    /** Whether stderr is a terminal, which only the launcher can tell: Java asks of stdin and stdout together. */
    static boolean isSeen() {
        return Boolean.getBoolean("logseqls.terminal");
    }

    ProgressLine(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public void read(int files, int total) {
        if (System.nanoTime() - start > PATIENCE) {
            isShown = true;
            terminal.printf("%s%,d of %,d files read", CLEARED, files, total);
            terminal.flush();
        }
    }

    @Override
    public void done() {
        if (isShown) {
            terminal.print(CLEARED);
            terminal.flush();
        }
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
