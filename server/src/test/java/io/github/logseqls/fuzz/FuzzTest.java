package io.github.logseqls.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.logseqls.fuzz.Reading.Aspect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reads random documents, and has Logseq's own parser read them too: see {@code server/fuzz/README.md}. */
class FuzzTest {

    private static final int FEW = 300;
    private static final int DOCUMENTS = Integer.getInteger("fuzz.documents", FEW);
    private static final int PROCESSES = Runtime.getRuntime().availableProcessors();

    @Test
    void theSameDocumentsAreReadAsLogseqReadsThem() throws IOException {
        compare(1, FEW);
    }

    @Test
    void freshDocumentsAreReadAsLogseqReadsThem() throws IOException {
        compare(Long.getLong("seed", System.nanoTime()), DOCUMENTS);
    }

    private static void compare(long seed, int documents) throws IOException {
        assumeTrue(Mldoc.isInstalled(), "skipped: Logseq's parser is not in server/fuzz/node_modules");
        KnownDifferences known = KnownDifferences.read();
        System.out.printf("fuzz: %d documents, -Dseed=%d%n", documents, seed);
        Comparison comparison = IntStream.range(0, PROCESSES)
                .parallel()
                .mapToObj(process -> part(new Random(seed + process), documents / PROCESSES, known))
                .reduce(Comparison::with)
                .orElseThrow();
        System.out.println("fuzz: " + comparison);
        assertThat(comparison.differing()).as("-Dseed=%d: %s", seed, comparison).isZero();
    }

    private static Comparison part(Random random, int documents, KnownDifferences known) {
        try {
            return Comparison.of(random, documents, aspects(), known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Aspect> aspects() {
        String asked = System.getProperty("fuzz.aspects", "");
        return asked.isEmpty()
                ? EnumSet.allOf(Aspect.class)
                : Arrays.stream(asked.split(","))
                        .map(Aspect::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Aspect.class)));
    }
}
