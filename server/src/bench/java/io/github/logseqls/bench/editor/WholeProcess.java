package io.github.logseqls.bench.editor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command took from its start to its end.
 *
 * @param wallSeconds with the start of the shell around it, some 2 ms
 * @param cpuSeconds of all its threads and children, in user and system mode
 * @param peakMegabytes the most memory it occupied; empty where the system did not tell in time
 */
record WholeProcess(double wallSeconds, double cpuSeconds, OptionalDouble peakMegabytes) {

    /** Only the parent is told the CPU time of a process that has ended: a shell, which prints that of its children. */
    private static final String SHELL = "\"$@\" > /dev/null 2>&1; code=$?; times; exit $code";

    private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.,]+)s");

    /** Runs a command; what it prints is dropped. */
    static WholeProcess run(List<String> command) throws IOException, InterruptedException {
        List<String> shell = new ArrayList<>(List.of("sh", "-c", SHELL, "sh"));
        shell.addAll(command);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(shell).start();
        Optional<ProcessHandle> child = Optional.empty();
        OptionalDouble peak = OptionalDouble.empty();
        while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
            child = child.or(() -> process.children().findFirst());
            // The system keeps the highest mark, so that only what comes in the last moment is missed.
            OptionalDouble now = child.map(ProcessStatus::peak).orElse(OptionalDouble.empty());
            peak = now.isPresent() ? now : peak;
        }
        double wallSeconds = (System.nanoTime() - start) / 1e9;
        String times = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.exitValue() > 1) {
            throw new IOException(command.get(0) + " failed with " + process.exitValue());
        }
        return new WholeProcess(wallSeconds, cpuSeconds(times), peak);
    }

    /** Whether a command can be run here at all. */
    static boolean isInstalled(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v \"$1\" > /dev/null", "sh", command)
                        .start()
                        .waitFor()
                == 0;
    }

    /** The shell's own times are on the first line, those of its children on the second. */
    private static double cpuSeconds(String times) {
        Matcher time = TIME.matcher(times.strip().lines().skip(1).findFirst().orElse(""));
        double seconds = 0;
        while (time.find()) {
            seconds += 60 * Integer.parseInt(time.group(1))
                    + Double.parseDouble(time.group(2).replace(',', '.'));
        }
        return seconds;
    }
}
