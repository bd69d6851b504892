package io.github.logseqls.workspace;

import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.LinkIndex;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.search.Vocabulary;
import java.util.HashSet;
import java.util.Set;

/** The names in a graph that stand for no page with a file, kept up with it by difference. For one thread. */
final class GraphNames {

    private final Set<PageName> withoutFile = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> templates = new HashSet<>();
    private Set<PagePath> assets = new HashSet<>();
    private boolean changed;

    /** Takes in what the facts of a file named before or name now, as the whole graph has it now. */
    void take(Facts facts, Graph graph) {
        LinkIndex links = graph.links();
        for (Symbol symbol : facts.symbols().distinct()) {
            if (symbol instanceof Symbol.OfPage page) {
                boolean isUsed = !links.files(new Symbol.PageUse(page.page())).isEmpty();
                put(withoutFile, page.page(), isUsed && !graph.pages().exists(page.page()));
            } else if (symbol instanceof Symbol.Key key) {
                put(keys, key.key(), !links.files(key).isEmpty());
            } else if (symbol instanceof Symbol.Value value && value.key().equals("template")) {
                put(
                        templates,
                        value.value(),
                        !value.value().isEmpty() && !links.files(value).isEmpty());
            }
        }
    }

    /** Takes in which files are no pages. */
    void takeAssets(Set<PagePath> now) {
        changed |= !assets.equals(now);
        assets = now;
    }

    private <T> void put(Set<T> names, T name, boolean isThere) {
        changed |= isThere ? names.add(name) : names.remove(name);
    }

    /** All of them; {@code before} where none came or went since it was made. */
    Vocabulary vocabulary(Vocabulary before) {
        if (!changed) {
            return before;
        }
        changed = false;
        return new Vocabulary(withoutFile, keys, templates, assets);
    }
}
