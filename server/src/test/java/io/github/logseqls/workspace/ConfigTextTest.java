package io.github.logseqls.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.graph.FileNameFormat;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.JournalFormats;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTextTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @Test
    void readsTheSettings() {
        GraphConfig config = config("""
                ;; The "settings" of (this [graph
                {:meta/version 1
                 :inputs [:14d :today] :作者 ['a ^{:b 1} c ##Inf 1/2 .5 #:d{:e 1} -> \\( "\\u00e9\\t"]
                 :file/name-format :triple-lowbar
                 :journal/page-title-format "yyyy-MM-dd" ; days
                 :journal/file-name-format "yyyyMMdd"
                 :preferred-format "Org"
                 :preferred-workflow :todo
                 :hidden ["/archived" "../assets"]
                 #_:pages-directory #_"other"
                 :pages-directory "notes"
                 :journals-directory "days"
                 :macros {"poem" "Rose is $1" :kw "also"}
                 :property-pages/excludelist #{:duration "author"}
                 :property/separated-by-commas #{:comma :two/parts}
                 :ignored-page-references-keywords #{:nothing "text"}
                 :block-hidden-properties #{:public :1st :作者}
                 :export/bullet-indentation :four-spaces
                 :default-templates {:journals "Daily"}
                 :org-mode/insert-file-link? true
                 :outliner/block-title-collapse-enabled? true
                 :feature/enable-journals? false
                 :created #inst "2024-01-05T00:00:00Z"
                 :id #uuid "5f0e0001-1c2d-4e3f-8a4b-0123456789ab"
                 :own #my/tag [1 2.5 3M 4N \\a \\newline nil]
                 :default-queries {:journals [{:query [:find (pull ?h [*]) :in $ ?start
                                                       :where [?h :block/marker ?m] [(contains? #{"NOW"} ?m)]]
                                               :result-transform (fn [r] (sort-by (fn [h] (get h :x "Z")) r))}]}}
                """);
        assertThat(config.fileNameFormat()).isEqualTo(FileNameFormat.TRIPLE_LOWBAR);
        assertThat(config.journals()).isEqualTo(JournalFormats.of("yyyy-MM-dd"));
        assertThat(config.journalFileBody(LocalDate.of(2024, 1, 5))).isEqualTo("20240105");
        assertThat(config.preferredSyntax()).isEqualTo(Syntax.ORG);
        assertThat(config.preferredWorkflow()).isEqualTo(GraphConfig.Workflow.TODO_DOING);
        assertThat(config.folders().isHidden(new PagePath("archived/a.md"))).isTrue();
        assertThat(config.folders().pages()).isEqualTo("notes");
        assertThat(config.folders().journals()).isEqualTo("days");
        assertThat(config.folders().whiteboards()).isEqualTo("whiteboards");
        assertThat(config.macros()).isEqualTo(Map.of("poem", "Rose is $1", "kw", "also"));
        assertThat(config.isPropertyPage("duration")).isFalse();
        assertThat(config.isPropertyPage("author")).isFalse();
        assertThat(config.isPropertyPage("other")).isTrue();
        assertThat(config.separatedByCommas()).containsExactlyInAnyOrder("comma", "two/parts");
        assertThat(config.ignoredPageReferences()).containsExactly("text");
        assertThat(config.hiddenBlockProperties()).containsExactly("public", "1st", "作者");
        assertThat(config.bulletIndentation()).isEqualTo("    ");
        assertThat(config.journalTemplate()).contains("Daily");
        assertThat(config.isOrgFileLinkInserted()).isTrue();
        assertThat(config.isTitleCollapseEnabled()).isTrue();
        assertThat(config.areJournalsEnabled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "; only a comment", "{}", "{:other nil :date-formatter []}", "{} trailing ]"})
    void takesWhatIsAbsentForTheDefaults(String text) {
        GraphConfig config = config(text);
        assertThat(config.fileNameFormat()).isEqualTo(FileNameFormat.LEGACY);
        assertThat(config.journals()).isEqualTo(JournalFormats.of("MMM do, yyyy"));
        assertThat(config.journalFileBody(LocalDate.of(2024, 1, 5))).isEqualTo("2024_01_05");
        assertThat(config.preferredSyntax()).isEqualTo(Syntax.MARKDOWN);
        assertThat(config.preferredWorkflow()).isEqualTo(GraphConfig.Workflow.NOW_LATER);
        assertThat(config.folders().pages()).isEqualTo("pages");
        assertThat(config.macros()).isEmpty();
        assertThat(config.isPropertyPage("author")).isTrue();
        assertThat(config.bulletIndentation()).isEqualTo("\t");
        assertThat(config.journalTemplate()).isEmpty();
        assertThat(config.areJournalsEnabled()).isTrue();
    }

    @Test
    void takesValuesOfAWrongTypeForAbsentOnes() {
        GraphConfig config = config("""
                {:file/name-format 7 :journal/page-title-format :keyword :date-formatter "yyyy" :hidden "a" :macros [1]
                 :pages-directory nil :feature/enable-journals? "no" :export/bullet-indentation [] :preferred-format {}
                 "file/name-format" :triple-lowbar :property/separated-by-commas {:a 1} :default-templates {:journals 1}}
                """);
        assertThat(config.fileNameFormat()).isEqualTo(FileNameFormat.LEGACY);
        assertThat(config.journals()).isEqualTo(JournalFormats.of("yyyy"));
        assertThat(config.folders().isHidden(new PagePath("a.md"))).isFalse();
        assertThat(config.macros()).isEmpty();
        assertThat(config.folders().pages()).isEqualTo("pages");
        assertThat(config.areJournalsEnabled()).isTrue();
        assertThat(config.bulletIndentation()).isEqualTo("\t");
        assertThat(config.separatedByCommas()).isEmpty();
        assertThat(config.journalTemplate()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{:a 1",
                "{:a}",
                "{:a 1 :a 2}",
                "{:a \"",
                "]",
                "[1 2]",
                "\"text\"",
                "{: 1}",
                "{:a #{1 1}}",
                "{:a ::b}",
                "{:a @b}",
                "{:a #(b)}",
                "{:a \"\\x\"}",
                "{:a (]}",
                "{:a #}",
                "{#_}"
            })
    void saysWhereABrokenTextIsBroken(String text) {
        ConfigText read = ConfigText.parse(text);
        assertThat(read.config()).isEqualTo(GraphConfig.DEFAULT);
        assertThat(read.finding().map(FileFinding::toString))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("line 1, column "));
    }

    @Test
    void aByteOrderMarkIsABlank() {
        ConfigText read = ConfigText.parse("\uFEFF{:preferred-workflow :todo}");
        assertThat(read.finding()).isEmpty();
        assertThat(read.config().preferredWorkflow()).isEqualTo(GraphConfig.Workflow.TODO_DOING);
    }

    @Test
    void onlyWhatFilesAreReadByReadsThemOtherwise() {
        GraphConfig config = config("{:hidden [\"old\"] :favorites [\"a\"]}");
        assertThat(config.readsAlike(config("{:preferred-workflow :todo :hidden [\"old\"]}")))
                .isTrue();
        assertThat(config.readsAlike(config("{:hidden [\"older\"]}"))).isFalse();
        assertThat(config.readsAlike(config("{:hidden [\"old\"] :date-formatter \"yyyy\"}")))
                .isFalse();
    }

    @Test
    void countsLinesAndColumns() {
        assertThat(ConfigText.parse("{:a 1\n :b 2\n  ]}").finding().map(FileFinding::position))
                .hasValueSatisfying(at -> {
                    assertThat(at.line()).isEqualTo(2);
                    assertThat(at.column()).isEqualTo(2);
                });
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        for (String nest : List.of("[", "{:a ", "(", "#{", "#_", "#tag ", "#_[")) {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                ConfigText read = ConfigText.parse("{:hidden " + nest.repeat(100_000));
                assertThat(read.finding().map(FileFinding::what)).contains("nested too deeply");
            });
        }
        assertThat(ConfigText.parse("{:a " + "[".repeat(200) + "]".repeat(200) + "}")
                        .finding())
                .isEmpty();
        assertThat(ConfigText.parse("{:a [" + "#{1} [] \"[#\" \\[ ;[[[#\n ".repeat(5_000) + "]}")
                        .finding())
                .isEmpty();
    }

    @Test
    void neverThrows() {
        String[] pieces = {
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            "#",
            "#{",
            "#_",
            "\"",
            "\\",
            ";",
            "\n",
            " ",
            ":a",
            ":hidden",
            "a/b",
            "1",
            "-",
            "/",
            "#inst",
            "#uuid",
            "\\u00",
            "nil",
            "true",
            "^",
            "'",
            "~",
            "@",
            ":file/name-format",
            "😀",
            "\ud800",
            "1e",
            "+"
        };
        Random random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder("{");
            for (int piece = random.nextInt(12); piece >= 0; piece--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(ConfigText.parse(text.toString())).as("seed %d", SEED).isNotNull();
        }
    }

    @Test
    void readsTheConfigurationsOfRealGraphs() throws Exception {
        Path graphs = Path.of("../../shared/graphs");
        assumeTrue(Files.isDirectory(graphs), "skipped: the real graphs are not beside the project");
        try (Stream<Path> files = Files.walk(graphs)) {
            List<Path> configs =
                    files.filter(file -> file.endsWith("logseq/config.edn")).toList();
            assertThat(configs).isNotEmpty();
            for (Path file : configs) {
                assertThat(ConfigText.parse(Files.readString(file)).finding())
                        .as("%s", file)
                        .isEmpty();
            }
        }
    }

    private static GraphConfig config(String text) {
        ConfigText read = ConfigText.parse(text);
        assertThat(read.finding()).isEmpty();
        return read.config();
    }

    @Test
    void whatLiesOutsideTheGraphIsNotRead(@TempDir Path graph, @TempDir Path elsewhere) throws IOException {
        Path outside = Files.writeString(elsewhere.resolve("config.edn"), "{:preferred-format :org}");
        Files.createDirectory(graph.resolve("logseq"));
        Files.createSymbolicLink(graph.resolve("logseq/config.edn"), outside);
        assertThatThrownBy(() -> ConfigText.read(GraphRoot.ofFolder(graph)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads out of the graph");
    }

    @Test
    void aLinkInsideTheGraphIsFollowed(@TempDir Path graph) throws IOException {
        Path shared = Files.writeString(graph.resolve("settings.edn"), "{:preferred-format :org}");
        Files.createDirectory(graph.resolve("logseq"));
        Files.createSymbolicLink(graph.resolve("logseq/config.edn"), shared);
        assertThat(ConfigText.read(GraphRoot.ofFolder(graph)).config().preferredSyntax())
                .isEqualTo(Syntax.ORG);
    }
}
