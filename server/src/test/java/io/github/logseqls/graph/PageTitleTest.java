package io.github.logseqls.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTitleTest {

    @TestFactory
    Stream<DynamicTest> namesPagesAsLogseqDoes() throws IOException {
        return Files.readAllLines(Path.of("../testdata/conformance/cases.jsonl")).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(c -> isPage(c.getAsJsonObject("expected")))
                .map(c -> DynamicTest.dynamicTest(text(c, "name"), () -> {
                    JsonObject page = c.getAsJsonObject("expected").getAsJsonObject("page");
                    GraphConfig config = config(c.getAsJsonObject("config"));
                    Syntax syntax = text(c, "format").equals("org") ? Syntax.ORG : Syntax.MARKDOWN;
                    String title = title(text(c, "path"), text(c, "input"), syntax, config);
                    assertThat(title).isEqualTo(text(page, "title"));
                    assertThat(PageName.of(title).toString()).isEqualTo(text(page, "name"));
                    assertThat(PageName.parents(title).stream().findFirst().orElse("none"))
                            .isEqualTo(page.get("namespace").isJsonNull() ? "none" : text(page, "namespace"));
                    assertThat(config.journals()
                                    .parse(title)
                                    .map(JournalDay::number)
                                    .orElse(0))
                            .isEqualTo(
                                    page.get("journalDay").isJsonNull()
                                            ? 0
                                            : page.get("journalDay").getAsInt());
                }));
    }

    /** Found by running Logseq's own parser; {@code ~} stands for a line end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    title:: R~#+foo: y~                     | R
                    title:: R~~#+foo: y~                    | R
                    title:: R~#+title: S~                   | S
                    tags:: z~~#+title: Mid~                 | Mid
                    title:: R~#+a b: c~                     | file
                    title:: R~- #+foo: y~                   | file
                    title:: R~- x~  #+TITLE: S~             | S
                    - a~  k:: v~  #+title: no~              | file
                    - a~  k:: v~  ~  #+title: yes~          | yes
                    - #+a b: c~  #+title: yes~              | yes
                    - #+title x: no~                        | file
                    - #+my title: no~                       | file
                    - TODO [#A] #+title: yes~               | yes
                    # #+title: yes~                         | yes
                    > #+title: no~                          | file
                    * #+title: no~                          | file
                    - ```~  #+title: no~  ```~              | file
                    #+title: a~#+title: b~                  | b
                    #+title : no~                           | file
                    #+title:   tight~                       | tight
                    #+title:~                               | file
                    ---~title: x~k: y~---~#+title: z~       | z
                    ---~title: x~nope~---~                  | file
                    ---~title: x~~---~                      | file
                    ---~ title: x~---~                      | file
                    ---~title: x---~                        | x
                    ---~title:x:y~---~                      | x:y
                    ---~k: y~---~title:: R~                 | file
                    ---~nope~---~title:: R~                 | file
                    ---~---~                                | file
                    :PROPERTIES:~:title: Dr~:END:~- a       | Dr
                    ~:PROPERTIES:~:title: Dr~:END:~- a      | file
                    :PROPERTIES:~:a: b~:END:~#+title: x~    | x
                    title:: a~title:: b~                    | b
                    title::~- a                             | file
                    title:: /a/b/~                          | a/b
                    """)
    void findsTheTitleThatAPageGivesItself(String text, String title) {
        for (String end : new String[] {"\n", "\r\n"}) {
            assertThat(title("pages/file.md", text.replace("~", end), Syntax.MARKDOWN, GraphConfig.NEW_GRAPH))
                    .as(text)
                    .isEqualTo(title);
        }
    }

    @Test
    void readsFileNamesByTheFormatsOfTheGraph() {
        assertThat(title("pages/a.b.md", "- x", Syntax.MARKDOWN, GraphConfig.DEFAULT))
                .isEqualTo("a/b");
        assertThat(title("pages/a.b.md", "- x", Syntax.MARKDOWN, GraphConfig.NEW_GRAPH))
                .isEqualTo("a.b");
        assertThat(title(
                        "journals/2024_01_05.md",
                        "",
                        Syntax.MARKDOWN,
                        GraphConfig.NEW_GRAPH.with("date-formatter", "yyyy-MM-dd (EEE)")))
                .isEqualTo("2024-01-05 (Fri)");
        assertThat(title("pages/contents.org", "#+title: x", Syntax.ORG, GraphConfig.DEFAULT))
                .isEqualTo("Contents");
        assertThat(title("notes/contents.md", "", Syntax.MARKDOWN, GraphConfig.DEFAULT))
                .isEqualTo("contents");
    }

    private static String title(String path, String text, Syntax syntax, GraphConfig config) {
        return new Page(new PagePath(path), Outline.parse(Text.of(text), syntax), config).title();
    }

    /** A blank file makes no page. */
    private static boolean isPage(JsonObject expected) {
        return expected.get("page") instanceof JsonObject page
                && !page.get("title").isJsonNull();
    }

    /** The settings of a case, whose keys are short. */
    private static GraphConfig config(JsonObject settings) {
        GraphConfig config = GraphConfig.NEW_GRAPH;
        for (Map.Entry<String, JsonElement> setting : settings.entrySet()) {
            switch (setting.getKey()) {
                case "name-format" ->
                    config = config.with(
                            "file/name-format", new Keyword(setting.getValue().getAsString()));
                case "page-title-format" ->
                    config = config.with(
                            "journal/page-title-format", setting.getValue().getAsString());
                default -> {
                    // No other setting names a page.
                }
            }
        }
        return config;
    }

    private static String text(JsonObject object, String key) {
        return object.get(key).getAsString();
    }
}
