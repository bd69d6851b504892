package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that makes starts faster, made by one packaged launcher for the next. */
class ClassArchiveIT {

    @TempDir
    static Path folder;

    private static Path archive;
    private static Path unused;

    @BeforeAll
    static void startTwoServersForTheFirstTime() throws Exception {
        Path graph = Files.createDirectories(folder.resolve("graph"));
        unused = Files.createDirectories(cache(folder)).resolve("other.jar.1.2.jsa");
        Files.writeString(unused, "of a jar that is gone");
        Files.setLastModifiedTime(unused, FileTime.from(Instant.now().minus(Duration.ofDays(40))));
        Files.writeString(cache(folder).resolve("another.jar.1.2.jsa"), "of a jar that is in use");
        try (WireClient one = start(folder, Map.of());
                WireClient other = start(folder, Map.of())) {
            one.initialize(graph);
            other.initialize(graph);
            archive = awaitArchive();
            assertClean(one);
            assertClean(other);
        }
    }

    @Test
    void thereIsOneOfThemAndWhatNobodyUsesIsGone() throws Exception {
        assertThat(unused).doesNotExist();
        try (Stream<Path> files = Files.list(cache(folder))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "another.jar.1.2.jsa", archive.getFileName().toString());
        }
    }

    @Test
    void theNextStartTakesItsClassesFromIt() throws Exception {
        Path log = folder.resolve("classes.txt");
        // These options are the last to count, and the JVM says on stderr that it has taken them.
        try (WireClient client = start(folder, Map.of("_JAVA_OPTIONS", "-Xlog:class+load:file=" + log))) {
            assertThat(client.initialize(folder.resolve("graph")).has("capabilities"))
                    .isTrue();
            assertThat(client.faults()).isEmpty();
        }
        List<String> ours = Files.readAllLines(log).stream()
                .filter(line -> line.contains(" io.github.logseqls.server."))
                .toList();
        assertThat(ours).anyMatch(line -> line.contains("LogseqLanguageServer source: shared objects file (top)"));
        assertThat(ours).allMatch(line -> line.contains("shared objects file (top)") || line.contains("Lambda"));
    }

    @Test
    void oneThatIsCutOffOrHoldsSomethingElseIsHarmless(@TempDir Path broken) throws Exception {
        byte[] whole = Files.readAllBytes(archive);
        Path copy = Files.createDirectories(cache(broken)).resolve(archive.getFileName());
        for (byte[] content : List.of(new byte[0], Arrays.copyOf(whole, 1 << 20), new byte[whole.length])) {
            Files.write(copy, content);
            try (WireClient client = start(broken, Map.of())) {
                assertThat(client.initialize(folder.resolve("graph")).has("capabilities"))
                        .isTrue();
                assertClean(client);
            }
        }
    }

    @Test
    void withoutAPlaceForItServersStartAllTheSame(@TempDir Path other) throws Exception {
        Files.writeString(other.resolve("logseq-ls"), "a file where the folder would be");
        for (Map<String, String> environment : List.of(
                Map.of("XDG_CACHE_HOME", other.toString()),
                Map.of("XDG_CACHE_HOME", "", "HOME", ""),
                Map.of("XDG_CACHE_HOME", "relative", "HOME", other.toString()))) {
            try (WireClient client = start(other, environment)) {
                assertThat(client.initialize(folder.resolve("graph")).has("capabilities"))
                        .isTrue();
                assertClean(client);
            }
        }
    }

    private static WireClient start(Path cacheHome, Map<String, String> environment) throws IOException {
        Map<String, String> all = new HashMap<>();
        all.put("LOGSEQ_LS_CACHE", "");
        all.put("XDG_CACHE_HOME", cacheHome.toString());
        all.putAll(environment);
        return WireClient.start(all);
    }

    private static Path cache(Path cacheHome) {
        return cacheHome.resolve("logseq-ls");
    }

    private static Path awaitArchive() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WireClient.SECONDS);
        while (System.nanoTime() < end) {
            try (Stream<Path> files = Files.list(cache(folder))) {
                var made = files.filter(file -> file.getFileName().toString().matches(".*logseq-ls\\.jar\\..*\\.jsa"))
                        .findFirst();
                if (made.isPresent()) {
                    return made.get();
                }
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("no archive was made");
    }

    private static void assertClean(WireClient client) {
        assertThat(client.faults()).isEmpty();
        assertThat(client.stderr()).isEmpty();
    }
}
