package io.github.logseqls.workspace;

import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.LinkIndex;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Symbols;
import io.github.logseqls.search.Vocabulary;
import java.util.HashMap;
import java.util.Map;

/** Which names in a graph, that stand for no page with a file, came and went since they were asked for. For one thread. */
final class GraphNames {

    private final Map<PageName, Boolean> withoutFile = new HashMap<>();
    private final Map<String, Boolean> keys = new HashMap<>();
    private final Map<String, Boolean> templates = new HashMap<>();
    private final Map<String, Boolean> renderers = new HashMap<>();
    private final Map<PagePath, Boolean> assets = new HashMap<>();

    /** Takes in what a file named before and does not any more, or the other way round, as the whole graph has it now. */
    void take(Symbols before, Symbols now, Graph graph) {
        before.forEachNotIn(now, symbol -> take(symbol, graph));
        now.forEachNotIn(before, symbol -> take(symbol, graph));
    }

    private void take(Symbol symbol, Graph graph) {
        LinkIndex links = graph.links();
        if (symbol instanceof Symbol.OfPage page) {
            boolean isUsed = !links.files(new Symbol.PageUse(page.page())).isEmpty();
            withoutFile.put(page.page(), isUsed && !graph.pages().exists(page.page()));
        } else if (symbol instanceof Symbol.Key key) {
            keys.put(key.key(), !links.files(key).isEmpty());
        } else if (symbol instanceof Symbol.Value value && value.key().equals("template")) {
            templates.put(
                    value.value(),
                    !value.value().isEmpty() && !links.files(value).isEmpty());
        } else if (symbol instanceof Symbol.Renderer renderer) {
            renderers.put(renderer.name(), !links.files(renderer).isEmpty());
        }
    }

    /** Takes in whether a file is one that is no page. */
    void takeAsset(PagePath path, boolean isAsset) {
        assets.put(path, isAsset);
    }

    /** All of them after what was taken in; {@code before} where none came or went. */
    Vocabulary vocabulary(Vocabulary before) {
        Vocabulary after = before.with(withoutFile, keys, templates, renderers, assets);
        withoutFile.clear();
        keys.clear();
        templates.clear();
        renderers.clear();
        assets.clear();
        return after;
    }
}
