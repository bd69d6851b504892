package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;

class RangeJsonTest {

    private final Gson library = new Gson();
    private final Gson ours =
            new GsonBuilder().registerTypeAdapterFactory(new RangeJson()).create();

    @Test
    void rangesAreWrittenAndReadAsTheLibraryDoes() {
        TextDocumentContentChangeEvent change = new TextDocumentContentChangeEvent("x");
        change.setRange(new Range(new Position(0, 12), new Position(345_678, Integer.MAX_VALUE)));
        String json = library.toJson(change);
        assertThat(ours.toJson(change)).isEqualTo(json);
        assertThat(ours.fromJson(json, TextDocumentContentChangeEvent.class)).isEqualTo(change);
    }

    @Test
    void noRangeIsNone() {
        assertThat(ours.toJson(new TextDocumentContentChangeEvent("x"))).isEqualTo("{\"text\":\"x\"}");
        assertThat(ours.fromJson("{\"range\": null}", TextDocumentContentChangeEvent.class)
                        .getRange())
                .isNull();
    }
}
