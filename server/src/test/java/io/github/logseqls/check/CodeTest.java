package io.github.logseqls.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeTest {

    @Test
    void eachCodeIsExplainedInTheOrderOfTheirSubjects() throws IOException {
        List<String> titles = Files.readAllLines(Path.of("DIAGNOSTICS.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
        assertThat(titles)
                .containsExactlyElementsOf(
                        Arrays.stream(Code.values()).map(Code::toString).toList());
    }

    @Test
    void theSeverityOfEachIsTheOneThatIsExplained() throws IOException {
        String guide = Files.readString(Path.of("DIAGNOSTICS.md"));
        for (Code code : Code.values()) {
            assertThat(guide).contains("## %s\n\nSeverity: %s\n\n".formatted(code, code.severity()));
        }
    }

    @Test
    void aCodeIsFoundByItsName() {
        for (Code code : Code.values()) {
            assertThat(Code.of(code.toString())).contains(code);
        }
        assertThat(Code.of("no-such-code")).isEmpty();
    }
}
