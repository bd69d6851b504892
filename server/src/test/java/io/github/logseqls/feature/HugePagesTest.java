package io.github.logseqls.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.github.logseqls.feature.structure.DocumentSymbols;
import io.github.logseqls.feature.structure.SelectionRanges;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.DocumentSymbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages that are too large or too deep for an answer about all of them. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HugePagesTest {

    private static final PagePath PATH = new PagePath("pages/a.md");

    @Test
    void theDeepestBlocksOfALargePageAreLeftOut() {
        String page = "- top\n\t- middle\n\t\t- deep\n".repeat(2000);
        List<DocumentSymbol> symbols = symbols(page);
        assertThat(symbols).hasSize(2000);
        assertThat(symbols.get(1999).getChildren()).hasSize(1);
        assertThat(symbols.get(0).getChildren().get(0).getChildren()).hasSize(1);
        assertThat(symbols.get(999).getChildren().get(0).getChildren()).hasSize(1);
        assertThat(symbols.get(1000).getChildren().get(0).getChildren()).isEmpty();
    }

    @Test
    void aLongListEndsSomewhere() {
        assertThat(symbols("- a\n".repeat(30_000))).hasSize(5_000);
    }

    @Test
    void depthDoesNotExhaustTheStack() {
        String page = IntStream.range(0, 5000)
                .mapToObj(depth -> "\t".repeat(depth) + "- a\n")
                .collect(Collectors.joining());
        assertThat(new Gson().toJson(symbols(page))).isNotEmpty();
        Outline outline = page(page).snapshot().page(PATH).orElseThrow().outline();
        ClientAbilities client = Answers.client(page(page));
        assertThat(new Gson().toJson(SelectionRanges.at(outline, outline.text().length(), client.encoding())))
                .isNotEmpty();
    }

    @Test
    void onlySoManyOtherPagesAreReadForNames() {
        StringBuilder text = new StringBuilder("-- pages/a.md --\n");
        for (int i = 0; i < 300; i++) {
            text.append("- ((%s))\n".formatted(id(i)));
        }
        for (int i = 0; i < 300; i++) {
            text.append("-- pages/p%d.md --\n- target %d\n  id:: %s\n".formatted(i, i, id(i)));
        }
        Archive archive = Archive.read(text.toString(), "\n");
        Snapshot known = archive.snapshot();
        AtomicInteger read = new AtomicInteger();
        Snapshot counted = new Snapshot(known.graph(), new CountedPages(known.pages(), read));
        Page page = known.page(PATH).orElseThrow();
        List<String> names = DocumentSymbols.of(counted, page, Answers.client(archive)).stream()
                .map(symbol -> symbol.getRight().getName())
                .toList();
        assertThat(names).hasSize(300).startsWith("target 0", "target 1").endsWith("((…))");
        assertThat(read.get()).isEqualTo(100);
    }

    private static String id(int number) {
        return "11111111-1111-1111-1111-%012d".formatted(number);
    }

    private static List<DocumentSymbol> symbols(String text) {
        Archive archive = page(text);
        Snapshot snapshot = archive.snapshot();
        return DocumentSymbols.of(snapshot, snapshot.page(PATH).orElseThrow(), Answers.client(archive)).stream()
                .map(symbol -> symbol.getRight())
                .toList();
    }

    private static Archive page(String text) {
        return Archive.read("-- pages/a.md --\n" + text, "\n");
    }
}
