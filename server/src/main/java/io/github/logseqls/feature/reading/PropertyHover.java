package io.github.logseqls.feature.reading;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multisets;
import io.github.logseqls.feature.Markup;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.PropertyKey;
import java.util.List;

/** What a hover tells of a property from its key: what it is for where that is Logseq's own, and which values are in use. */
public final class PropertyHover {

    private static final int MOST_VALUES = 15;

    /** The names of so many pages are looked through in a millisecond or two. */
    private static final int MOST_PAGES = 150;

    /** What Logseq does with properties of its own that people write (format.md 2.5). */
    private static final ImmutableMap<String, String> MEANINGS = ImmutableMap.<String, String>builder()
            .put("alias", "Other names of the page, between commas.")
            .put("tags", "Pages that this is tagged with, between commas.")
            .put("title", "The name of the page, whatever its file is called.")
            .put("icon", "The sign before the name of the page.")
            .put("template", "The name by which this block can be inserted elsewhere as a template.")
            .put("template-including-parent", "Whether the template brings this block too, or its children alone.")
            .put("public", "Whether the page is published.")
            .put("filters", "What the linked references of the page are filtered by.")
            .put("exclude-from-graph-view", "Whether the page is left out of the graph view.")
            .put("collapsed", "Whether Logseq folds the block.")
            .put("heading", "The size of the heading that the block is shown as.")
            .put("background-color", "The colour behind the block.")
            .put("logseq.order-list-type", "Whether the block is an item of a numbered list.")
            .build();

    private PropertyHover() {}

    /** What is told of a key in normal form. */
    public static String of(Graph graph, String key, Markup markup) {
        StringBuilder content = new StringBuilder(markup.strong(key));
        if (MEANINGS.containsKey(key)) {
            content.append("\n\n").append(MEANINGS.get(key));
        } else if (new PropertyKey(key).isHidden()) {
            content.append("\n\n").append(markup.aside("Logseq keeps this property for itself."));
        }
        return content.append("\n\n").append(uses(graph, key, markup)).toString();
    }

    private static String uses(Graph graph, String key, Markup markup) {
        List<PagePath> pages = graph.links().files(new Symbol.Key(key));
        if (pages.isEmpty()) {
            return markup.aside("No page uses this property.");
        }
        // Spread over all pages, since those that are loaded first may be much alike.
        int step = (pages.size() - 1) / MOST_PAGES + 1;
        ImmutableMultiset<String> values = values(graph, key, pages, step);
        String used = "Used on " + Counts.of(pages.size(), "page", "pages");
        if (values.isEmpty()) {
            return used + ".";
        }
        String where = step == 1 ? "" : " on every " + ordinal(step) + " of them";
        return used + ", with these values" + where + ":\n" + list(values, markup);
    }

    private static ImmutableMultiset<String> values(Graph graph, String key, List<PagePath> pages, int step) {
        ImmutableMultiset.Builder<String> values = ImmutableMultiset.builder();
        for (int at = 0; at < pages.size(); at += step) {
            graph.facts(pages.get(at)).ifPresent(facts -> {
                for (Symbol.Value value : facts.symbols().names(Symbol.Value.class, value -> value)) {
                    if (value.key().equals(key) && !value.value().isEmpty()) {
                        values.addCopies(value.value(), facts.symbols().count(value));
                    }
                }
            });
        }
        return values.build();
    }

    private static String list(ImmutableMultiset<String> values, Markup markup) {
        int more = values.elementSet().size() - MOST_VALUES;
        return Counts.list(Multisets.copyHighestCountFirst(values), MOST_VALUES, markup)
                + (more > 0 ? "\n- … and " + more + " more" : "");
    }

    private static String ordinal(int number) {
        boolean teen = number % 100 / 10 == 1;
        String ending = switch (teen ? 0 : number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return number + ending;
    }
}
