package io.github.logseqls.feature.editing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.SavedPage;
import io.github.logseqls.graph.StoredBlock;
import io.github.logseqls.graph.StoredPage;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.RandomPages;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Formatting changes no meaning, and nothing a second time. */
class FormattingTest {

    private static final Path CONFORMANCE = Path.of("../testdata/conformance/roundtrip.jsonl");
    private static final Gson GSON = new Gson();
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("formatting.rounds", 1500);

    @Test
    void writesWhatLogseqWritesWhereverThatKeepsTheMeaning() throws IOException {
        int asLogseq = 0;
        for (String line : Files.readAllLines(CONFORMANCE)) {
            JsonObject row = JsonParser.parseString(line).getAsJsonObject();
            if (row.get("written").isJsonNull()) {
                // A blank file is no page.
                continue;
            }
            Page page = page(
                    row.get("input").getAsString(),
                    row.get("format").getAsString().equals("org"));
            Page formatted = formatted(page);
            keepsTheLaws(page, formatted, row.get("name").getAsString());
            String text = formatted.outline().text().string().replace("\r\n", "\n");
            if (!row.get("written").isJsonNull()
                    && text.equals(row.get("written").getAsString().replace("\r\n", "\n"))) {
                asLogseq++;
            } else {
                // It would have been another page, at once or when Logseq saves it again.
                Page written = page(saved(page), page.outline().syntax() == Syntax.ORG);
                boolean isAnother = !meaning(written).equals(meaning(page))
                        || !saved(written).equals(written.outline().text().string());
                assertThat(isAnother).as(row.get("name").getAsString()).isTrue();
            }
        }
        assertThat(asLogseq).isEqualTo(384);
    }

    @Test
    void keepsTheMeaningOfRandomPages() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            boolean org = random.nextInt(4) == 0;
            String text = RandomPages.next(random);
            Page page = page(random.nextInt(4) == 0 ? text.replace("\n", "\r\n") : text, org);
            keepsTheLaws(page, formatted(page), "round %d of -Dseed=%d".formatted(round, SEED));
        }
    }

    @Test
    void changesOnlyTheTreesThatARangeTouches() {
        Page page = page("- a\n  - b\n- c\n  - d\n- e\n  - f\n", false);
        int inside = page.outline().text().string().indexOf('d');
        assertThat(applied(page, Formatting.changes(page, new Span(inside, inside), false)))
                .isEqualTo("- a\n  - b\n- c\n\t- d\n- e\n  - f\n");
    }

    @Test
    void keepsTheLineEndsOfThePage() {
        Page page = page("title:: T\r\n- a\r\n    - b\r\n", false);
        assertThat(applied(page, Formatting.changes(page, new Span(0, 24), true)))
                .isEqualTo("title:: T\r\n\r\n- a\r\n\t- b\r\n");
    }

    private static Page page(String text, boolean org) {
        Outline outline = Outline.parse(Text.of(text), org ? Syntax.ORG : Syntax.MARKDOWN);
        return new Page(new PagePath(org ? "pages/a.org" : "pages/a.md"), outline, GraphConfig.NEW_GRAPH);
    }

    private static String saved(Page page) {
        return SavedPage.of(page.path(), page.outline(), page.config()).orElse("");
    }

    private static Page formatted(Page page) {
        Span all = new Span(0, page.outline().text().length());
        String text = applied(page, Formatting.changes(page, all, false));
        return page(text, page.outline().syntax() == Syntax.ORG);
    }

    private static void keepsTheLaws(Page page, Page formatted, String name) {
        String shown = "%s: %s, formatted %s".formatted(name, escaped(page), escaped(formatted));
        assertThat(meaning(formatted)).as(shown).isEqualTo(meaning(page));
        Span all = new Span(0, formatted.outline().text().length());
        assertThat(Formatting.changes(formatted, all, false)).as(shown).isEmpty();
    }

    private static String escaped(Page page) {
        return GSON.toJson(page.outline().text().string());
    }

    private static String applied(Page page, List<Edit> edits) {
        Text text = page.outline().text();
        for (int i = edits.size() - 1; i >= 0; i--) {
            text = text.with(edits.get(i));
        }
        return text.string();
    }

    /** All that Logseq knows of a page; of the text of blocks all but the white space at its ends and its folding. */
    private static List<String> meaning(Page page) {
        return StoredPage.of(page.path(), page.outline(), page.config())
                .map(stored -> meaning(page.outline(), stored))
                .orElse(List.of());
    }

    private static List<String> meaning(Outline outline, StoredPage stored) {
        List<StoredBlock> blocks = stored.blocks();
        List<String> meaning = new ArrayList<>();
        meaning.add("%s %s %s %s".formatted(stored.title(), stored.alias(), stored.tags(), stored.properties()));
        IntStream.range(0, blocks.size())
                .mapToObj(index -> "%d %s %s %s %s %s %s %s %s"
                        .formatted(
                                outline.level(index),
                                outline.block(index).kind() == Block.Kind.PREAMBLE,
                                outline.block(index).id(),
                                blocks.get(index).properties().values(),
                                blocks.get(index).collapsed(),
                                blocks.get(index).planning(),
                                blocks.get(index).blocks(),
                                new TreeSet<>(blocks.get(index).pages()),
                                blocks.get(index)
                                        .content()
                                        .strip()
                                        .replaceAll("\\r\\n?", "\n")
                                        .replaceAll("(?im)collapsed::?.*$", "")))
                .forEach(meaning::add);
        return meaning;
    }
}
