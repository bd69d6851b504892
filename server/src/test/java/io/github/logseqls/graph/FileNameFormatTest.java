package io.github.logseqls.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FileNameFormatTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final String[] PIECES = {
        "a", "B", "é", "e\u0301", "日", "😀", "/", "_", "__", "___", ".", "%", "%20", "%2", "%C3%A9", "#", "?", "*", ":",
        "\\", "|", "\"", "<", ">", " ", "CON", "[[", "]]"
    };

    @TestFactory
    Stream<DynamicTest> namesFilesAsLogseqDoes() throws IOException {
        return Files.readAllLines(Path.of("../testdata/conformance/filenames.jsonl")).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .map(row -> DynamicTest.dynamicTest(text(row, "title") + " " + text(row, "format"), () -> {
                    FileNameFormat format =
                            text(row, "format").equals("legacy") ? FileNameFormat.LEGACY : FileNameFormat.TRIPLE_LOWBAR;
                    String title = text(row, "title");
                    String body = format.fileBody(title);
                    assertThat(body).isEqualTo(text(row, "fileBody"));
                    assertThat(format.title(body)).isEqualTo(text(row, "parsedBack"));
                    assertThat(format.title(body).equals(title))
                            .isEqualTo(row.get("roundTrips").getAsBoolean());
                    assertThat(format.needsTitleProperty(title))
                            .isEqualTo(row.get("titlePropertyNeeded").getAsBoolean());
                }));
    }

    @Test
    void decodesOnlySingleCharactersUnlessLegacy() {
        assertThat(FileNameFormat.TRIPLE_LOWBAR.title("caf%C3%A9%21")).isEqualTo("caf%C3%A9!");
        assertThat(FileNameFormat.LEGACY.title("caf%C3%A9%21")).isEqualTo("café!");
        assertThat(FileNameFormat.LEGACY.title("caf%C3.b")).isEqualTo("caf%C3/b");
        assertThat(FileNameFormat.LEGACY.title("50%.%21")).isEqualTo("50%/%21");
    }

    /** Windows makes no file of these names, in whatever case. */
    @Test
    void noFileIsNamedLikeADevice() {
        assertThat(FileNameFormat.TRIPLE_LOWBAR.fileBody("CON")).isEqualTo("CON___");
        assertThat(FileNameFormat.TRIPLE_LOWBAR.fileBody("con")).isEqualTo("con___");
        assertThat(FileNameFormat.TRIPLE_LOWBAR.fileBody("console")).isEqualTo("console");
        assertThat(FileNameFormat.LEGACY.fileBody("Con")).isEqualTo("%43on");
        assertThat(FileNameFormat.LEGACY.fileBody("nul")).isEqualTo("%6Eul");
        for (String title : new String[] {"CON", "con", "Nul", "com1", "LPT9"}) {
            for (FileNameFormat format : FileNameFormat.values()) {
                assertThat(format.title(format.fileBody(title))).isEqualTo(title);
                assertThat(format.needsTitleProperty(title)).isFalse();
            }
        }
    }

    @Test
    void saysWhenANameDoesNotSayTheTitle() {
        Random random = new Random(SEED);
        int lossless = 0;
        for (int round = 0; round < 20_000; round++) {
            String title = title(random);
            for (FileNameFormat format : FileNameFormat.values()) {
                String body = format.fileBody(title);
                assertThat(body).as("file of '%s', seed %d", title, SEED).doesNotContainPattern("[/\\\\:*?\"<>|#]");
                if (!format.needsTitleProperty(title)) {
                    lossless++;
                    assertThat(format.title(body)).as("seed %d", SEED).isEqualTo(title);
                }
            }
        }
        assertThat(lossless).as("seed %d", SEED).isGreaterThan(5_000);
    }

    private static String title(Random random) {
        StringBuilder title = new StringBuilder();
        for (int piece = random.nextInt(6); piece >= 0; piece--) {
            title.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return title.toString();
    }

    private static String text(JsonObject row, String key) {
        return row.get(key).getAsString();
    }
}
