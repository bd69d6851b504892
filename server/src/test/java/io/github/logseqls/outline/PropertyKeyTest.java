package io.github.logseqls.outline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyKeyTest {

    @TestFactory
    Stream<DynamicTest> keepsTheKeysThatLogseqKeeps() throws IOException {
        return Files.readAllLines(Path.of("../testdata/conformance/names-and-dates.txt")).stream()
                .filter(row -> row.startsWith("key "))
                .map(row -> DynamicTest.dynamicTest(row, () -> {
                    int end = row.lastIndexOf(' ');
                    String key = JsonParser.parseString(row.substring("key ".length(), end))
                            .getAsString();
                    assertThat(PropertyKey.of(key).isValid() && !key.contains(" "))
                            .isEqualTo(Boolean.parseBoolean(row.substring(end + 1)));
                }));
    }

    /** Found by running Logseq's own function. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/", "1/a", "a/:b", "a.", "./a", "a/.", "a//", "a/#b", "'", "a/b:c", "a:b/c", "a/-1", "\u200b",
                "\u0085a", "a,", "a\u3000"
            })
    void keepsOddKeys(String key) {
        assertThat(PropertyKey.of(key).isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//",
                "a/b/c",
                "a/1",
                "a:",
                "a::b",
                "a:/b",
                ":a",
                "a/:",
                "/1",
                "#/a",
                "1/1",
                "a\u3000b",
                "\u00a0a",
                "\ufeffa",
                "a{b",
                "[[k]]",
                "`k`"
            })
    void losesWhatIsNoKeyword(String key) {
        assertThat(PropertyKey.of(key).isValid()).isFalse();
    }

    @Test
    void comparesKeysInOneForm() {
        assertThat(PropertyKey.of("My_Key").name()).isEqualTo("my-key");
        assertThat(PropertyKey.of("Two words").name()).isEqualTo("two-words");
        assertThat(PropertyKey.of("CUSTOM_ID")).isEqualTo(PropertyKey.of("id"));
    }

    @Test
    void knowsTheKeysOfTheApp() {
        assertThat(PropertyKey.of("Tags").isLinkable()).isTrue();
        assertThat(PropertyKey.of("tags").isEditable()).isTrue();
        assertThat(PropertyKey.of("title").isLinkable()).isFalse();
        assertThat(PropertyKey.of("created_at").isHidden()).isTrue();
        assertThat(PropertyKey.of("created_at").type()).isEqualTo(PropertyKey.Type.INTEGER);
        assertThat(PropertyKey.of("public").type()).isEqualTo(PropertyKey.Type.BOOLEAN);
        assertThat(PropertyKey.of("author").isBuiltIn()).isFalse();
        assertThat(PropertyKey.of("author").type()).isEqualTo(PropertyKey.Type.TEXT);
    }
}
