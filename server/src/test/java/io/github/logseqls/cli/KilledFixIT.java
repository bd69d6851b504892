package io.github.logseqls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command is killed while it fixes files: each is whole, the old one or the new one. */
class KilledFixIT {

    private static final int FILES = 400;
    private static final int ROUNDS = 8;
    private static final int LONGEST_MILLIS = 300;

    @TempDir
    Path graph;

    @Test
    void eachFileIsWholeWheneverItEnds() throws Exception {
        Files.createDirectories(graph.resolve("pages"));
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int halfway = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int file = 0; file < FILES; file++) {
                Files.writeString(file(file), content(file, "{", "}"));
            }
            killAfter(random.nextInt(LONGEST_MILLIS));
            int fixed = 0;
            for (int file = 0; file < FILES; file++) {
                String content = Files.readString(file(file));
                assertThat(content).as("-Dseed=%d", seed).isIn(content(file, "{", "}"), content(file, "", ""));
                fixed += content.equals(content(file, "", "")) ? 1 : 0;
            }
            halfway += fixed > 0 && fixed < FILES ? 1 : 0;
        }
        assertThat(halfway)
                .as("rounds in which it was killed between two files")
                .isPositive();
    }

    /** Kills the command some time after the first file was fixed. */
    private void killAfter(int millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of("bin/logseq-ls").toAbsolutePath().toString(), "check", "--fix", graph.toString()))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("fixed ");
            TimeUnit.MILLISECONDS.sleep(millis);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    private Path file(int number) {
        return graph.resolve("pages/page %d.md".formatted(number));
    }

    private static String content(int number, String before, String behind) {
        String id = "5f0e0001-1c2d-4e3f-8a4b-%012d".formatted(number);
        return "- text\n  id:: " + before + id + behind + "\n" + "- more text\n".repeat(2000);
    }
}
