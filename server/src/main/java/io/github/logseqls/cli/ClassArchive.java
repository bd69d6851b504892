package io.github.logseqls.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The archive of loaded classes from which a JVM starts in half the time, in the cache folder of the user. A JVM of version 17
 * can write one only when it ends, and a server is often killed. So the server starts a process that sees to the archive, and
 * that one a {@link Training}, at whose end it is written.
 *
 * <p>The launchers name the archive by where the jar lies and hand it over as {@code <place>.<stamp>.<size>.jsa}. The stamp
 * tells of which JVM and which jar it was made; a JVM that finds another one does without. The size is there because a JVM dies
 * of an archive that was cut off.
 */
final class ClassArchive {

    /** The system property by which a launcher asks for an archive; without it there is none. */
    private static final String PLACE = "logseqls.archive";

    private static final Duration UNUSED = Duration.ofDays(30);
    /** Nobody takes as long; what was begun earlier was given up. */
    private static final Duration MAKING = Duration.ofMinutes(10);

    private final Path place;
    private final Path folder;
    private final Path jar;
    /** What the names of archives for this JVM and this jar begin with. */
    private final String stamped;

    private ClassArchive(Path place, Path jar) throws IOException {
        this.place = place;
        this.folder = place.resolveSibling("");
        this.jar = jar;
        this.stamped = "%s.%s.".formatted(place.getFileName(), stamp(jar));
    }

    /** The archive that the launcher of this process asked for, if it did. */
    static Optional<ClassArchive> ofThisProcess() throws IOException {
        Path place = Path.of(System.getProperty(PLACE, ""));
        return place.isAbsolute()
                ? Optional.of(new ClassArchive(place, Path.of(System.getProperty("java.class.path"))))
                : Optional.empty();
    }

    /** Has the archive made, where there is none, by a process that outlives this one. Never fails: it can be done without. */
    static void makeForNextStart() {
        try {
            Optional<ClassArchive> archive = ofThisProcess();
            if (archive.isPresent()) {
                archive.get().useOrHaveMade();
            }
        } catch (IOException | RuntimeException e) {
            // Written to stderr with --verbose, else nowhere.
            Logger.getLogger(ClassArchive.class.getName()).log(Level.INFO, "No class archive: {0}", e.toString());
        }
    }

    private void useOrHaveMade() throws IOException {
        Files.createDirectories(folder);
        Optional<Path> present = archives().stream()
                .filter(file -> file.getFileName().toString().startsWith(stamped))
                .findFirst();
        if (present.isPresent()) {
            Files.setLastModifiedTime(present.get(), FileTime.from(Instant.now()));
        } else if (!isBeingMade()) {
            // Of two servers that start at once, one fails here. And a folder that cannot be written costs no process.
            Files.createFile(unfinished());
            start("-D" + PLACE + "=" + place, "-jar", jar.toString(), ArchiveCommand.NAME);
        }
    }

    /** Makes the archive, in place of those that other JVMs or other jars have left. */
    void make() throws IOException, InterruptedException {
        removeUnused();
        ImmutableList<Path> outdated = archives();
        Process training = start(
                "-XX:ArchiveClassesAtExit=" + unfinished(), "-jar", jar.toString(), Training.NAME, folder.toString());
        if (!training.waitFor(MAKING.toSeconds() / 2, TimeUnit.SECONDS)) {
            training.destroyForcibly();
        } else if (training.exitValue() == 0) {
            // All of it first, then its name.
            try (FileChannel content = FileChannel.open(unfinished())) {
                content.force(true);
            }
            String name = stamped + Files.size(unfinished()) + ".jsa";
            Files.move(unfinished(), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            for (Path file : outdated) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Starts the JVM of this process again, with its options, in the background and with nothing to say. */
    private Process start(String... arguments) throws IOException {
        ImmutableList.Builder<String> command = ImmutableList.builder();
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
            command.add("nice", "-n", "19");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-XX:SharedArchiveFile=") && !option.startsWith("-D" + PLACE))
                .forEach(command::add);
        Process process = new ProcessBuilder(command.addAll(List.of(arguments)).build())
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        return process;
    }

    /** Removes what no server has used for long: archives of other jars, and what was begun and never finished. */
    private void removeUnused() throws IOException {
        for (Path file : filesNamed("", "")) {
            if (isOlder(file, UNUSED)) {
                MoreFiles.deleteRecursively(file, RecursiveDeleteOption.ALLOW_INSECURE);
            }
        }
    }

    private boolean isBeingMade() throws IOException {
        if (Files.exists(unfinished()) && isOlder(unfinished(), MAKING)) {
            Files.delete(unfinished());
        }
        return Files.exists(unfinished());
    }

    private Path unfinished() {
        return folder.resolve(stamped + "tmp");
    }

    private ImmutableList<Path> archives() throws IOException {
        return filesNamed(place.getFileName() + ".", ".jsa");
    }

    private ImmutableList<Path> filesNamed(String prefix, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(prefix) && name.endsWith(suffix);
                    })
                    .collect(ImmutableList.toImmutableList());
        }
    }

    private static boolean isOlder(Path file, Duration age) throws IOException {
        return Files.getLastModifiedTime(file)
                .toInstant()
                .isBefore(Instant.now().minus(age));
    }

    /** A word for this JVM and this jar. */
    private static String stamp(Path jar) throws IOException {
        String made = String.join(
                "\n",
                System.getProperty("java.home"),
                System.getProperty("java.vm.vendor"),
                System.getProperty("java.vm.version"),
                Files.getLastModifiedTime(jar).toString(),
                Long.toString(Files.size(jar)));
        return UUID.nameUUIDFromBytes(made.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
