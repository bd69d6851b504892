package io.github.logseqls.bench.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** What Linux tells of the memory of a running process; nothing on other systems, nor of a process that has ended. */
final class ProcessStatus {

    private ProcessStatus() {}

    /** What it occupies now, in millions of bytes. */
    static OptionalDouble resident(ProcessHandle process) {
        return megabytes(process, "VmRSS:");
    }

    /** The most that it has occupied so far, in millions of bytes. */
    static OptionalDouble peak(ProcessHandle process) {
        return megabytes(process, "VmHWM:");
    }

    private static OptionalDouble megabytes(ProcessHandle process, String field) {
        try {
            return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6)
                    .findFirst();
        } catch (IOException notLinuxOrEnded) {
            return OptionalDouble.empty();
        }
    }
}
