package io.github.logseqls.cli.report;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;

/**
 * Findings that are known and no longer told of. They are known by file, code and message, without their lines: a note may
 * grow above them.
 */
public final class Baseline {

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private record Known(String path, String code, String message) {

        static final Comparator<Known> IN_ORDER =
                Comparator.comparing(Known::path).thenComparing(Known::code).thenComparing(Known::message);

        static Known of(ReportedFinding finding) {
            return new Known(finding.place().path(), finding.code(), finding.message());
        }
    }

    /** Each as often as it may still be met. */
    private final Multiset<Known> left = HashMultiset.create();

    private Baseline() {}

    /** A baseline that knows nothing. */
    public static Baseline empty() {
        return new Baseline();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException where the file cannot be read, or is no baseline
     */
    public static Baseline read(Path file) throws IOException {
        Baseline baseline = new Baseline();
        try {
            JsonObject root = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            for (JsonElement element : root.getAsJsonArray("findings")) {
                JsonObject known = element.getAsJsonObject();
                baseline.left.add(
                        new Known(
                                known.get("path").getAsString(),
                                known.get("code").getAsString(),
                                known.get("message").getAsString()),
                        Math.max(0, known.get("count").getAsInt()));
            }
        } catch (JsonParseException | IllegalStateException | NullPointerException | UnsupportedOperationException e) {
            throw new IOException("it is no baseline; write one with --write-baseline", e);
        }
        return baseline;
    }

    /** Writes findings down as known. */
    public static void write(Path file, Collection<ReportedFinding> findings) throws IOException {
        Multiset<Known> all = HashMultiset.create();
        findings.forEach(finding -> all.add(Known.of(finding)));
        JsonArray list = new JsonArray();
        all.elementSet().stream().sorted(Known.IN_ORDER).forEach(known -> {
            JsonObject object = new JsonObject();
            object.addProperty("path", known.path());
            object.addProperty("code", known.code());
            object.addProperty("message", known.message());
            object.addProperty("count", all.count(known));
            list.add(object);
        });
        JsonObject root = new JsonObject();
        root.addProperty("version", 1);
        root.add("findings", list);
        Files.writeString(file, GSON.toJson(root) + "\n");
    }

    /** Those of some findings that are not known; each known one is met once. */
    public ImmutableList<ReportedFinding> without(Collection<ReportedFinding> findings) {
        return findings.stream()
                .filter(finding -> !left.remove(Known.of(finding)))
                .collect(ImmutableList.toImmutableList());
    }
}
