package io.github.logseqls.workspace;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Position;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of a {@code logseq/logseq-ls.json} says: {@code {"check": {"severity": {"CODE": "off"}, "ignoredIds": ["UUID"]}}}.
 *
 * @param settings what of it could be understood
 * @param finding what could not, the first of it
 */
record CheckText(CheckSettings settings, Optional<FileFinding> finding) {

    /** Of a graph that says nothing. */
    static final CheckText NONE = new CheckText(CheckSettings.NONE, Optional.empty());

    private static final String SECTION = "check";
    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

    /**
     * What a graph says; nothing where it has no such file.
     *
     * @throws IOException where the file cannot be read
     */
    static CheckText read(GraphRoot root) throws IOException {
        if (root.isSingleFile() || root.reachesThroughLink(root.checks()) || !Files.isRegularFile(root.checks())) {
            return NONE;
        }
        try {
            return parse(TextFile.read(root.checks()).text().string());
        } catch (NoSuchFileException e) {
            // It went away just now.
            return NONE;
        }
    }

    static CheckText parse(String text) {
        List<FileFinding> problems = new ArrayList<>();
        try {
            CheckSettings settings = CheckSettings.NONE;
            JsonElement all = new Gson().fromJson(text, JsonElement.class);
            if (all instanceof JsonObject object && object.has(SECTION)) {
                settings = CheckJson.of(
                        object.get(SECTION), (word, problem) -> problems.add(finding(place(text, word), problem)));
            } else {
                problems.add(finding(new Position(0, 0), "the settings are {\"check\": {...}}"));
            }
            return new CheckText(settings, problems.stream().findFirst());
        } catch (JsonParseException e) {
            return new CheckText(CheckSettings.NONE, Optional.of(finding(place(e), "this is no JSON")));
        }
    }

    private static FileFinding finding(Position position, String what) {
        return new FileFinding(FileFinding.Kind.BROKEN_CHECKS, position, what);
    }

    private static Position place(String text, String word) {
        int at = text.indexOf('"' + word + '"');
        return Text.of(text).position(Math.max(at, 0), Encoding.UTF16);
    }

    private static Position place(JsonParseException failure) {
        Matcher place = PLACE.matcher(String.valueOf(failure.getMessage()));
        return place.find()
                ? new Position(Integer.parseInt(place.group(1)) - 1, Integer.parseInt(place.group(2)) - 1)
                : new Position(0, 0);
    }
}
