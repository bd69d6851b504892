package io.github.logseqls.feature.reading;

import com.google.common.collect.ImmutableSet;
import io.github.logseqls.feature.Markup;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.JournalDay;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.PageProperties;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.PropertyKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a hover tells of a page: its other names, its properties, its first blocks, and where it is referred to. */
public final class PageHover {

    private static final int MOST_PAGES = 8;
    private static final int MOST_PROPERTIES = 12;
    private static final int LONGEST_VALUE = 200;

    private final Snapshot snapshot;
    private final Graph graph;
    private final Target.OfPage target;
    private final Markup markup;

    private PageHover(Snapshot snapshot, Target.OfPage target, Markup markup) {
        this.snapshot = snapshot;
        this.graph = snapshot.graph();
        this.target = target;
        this.markup = markup;
    }

    public static String of(Snapshot snapshot, Target.OfPage target, LocalDate today, Markup markup) {
        return new PageHover(snapshot, target, markup).content(Optional.of(today));
    }

    /** What is told of the journal of a day that is told of already. */
    static String ofDay(Snapshot snapshot, JournalDay day, Markup markup) {
        Target.OfPage target = new Target.OfPage(PageName.of(day.title()), day.title());
        return new PageHover(snapshot, target, markup).content(Optional.empty());
    }

    private String content(Optional<LocalDate> today) {
        Optional<PagePath> file = file();
        Optional<Facts> facts = file.flatMap(graph::facts);
        Optional<Page> page = file.flatMap(snapshot::page);
        String title = facts.map(Facts::title).orElse(target.title());
        List<String> parts = new ArrayList<>();
        parts.add(markup.strong(title));
        today.flatMap(now -> day(title).map(day -> markup.aside("Journal of " + Days.of(day.date(), now))))
                .ifPresent(parts::add);
        page.ifPresent(found -> parts.addAll(properties(found)));
        parts.add(page.map(this::text).orElseGet(() -> withoutText(facts)));
        references().ifPresent(parts::add);
        return String.join("\n\n", parts);
    }

    private Optional<JournalDay> day(String title) {
        return graph.config().journals().parse(title);
    }

    /** The first file of the page: of one that has this title rather than of one that has it for an alias. */
    private Optional<PagePath> file() {
        List<PagePath> titled = graph.links().files(new Symbol.Title(target.name()));
        return titled.isEmpty()
                ? graph.pages().sources(target.name()).stream().findFirst()
                : Optional.of(titled.get(0));
    }

    /** The page's other names, and its properties. */
    private List<String> properties(Page page) {
        List<String> parts = new ArrayList<>();
        ImmutableSet<String> aliases = PageProperties.aliases(page);
        if (!aliases.isEmpty()) {
            parts.add("Also called: " + markup.text(String.join(", ", aliases)));
        }
        String properties = PageProperties.texts(page).entrySet().stream()
                .filter(property -> isWorthShowing(new PropertyKey(property.getKey()), property.getValue()))
                .limit(MOST_PROPERTIES)
                .map(property -> markup.text(property.getKey()) + ": "
                        + markup.text(Places.shorten(property.getValue().strip(), LONGEST_VALUE)))
                .collect(Collectors.joining(markup.lineBreak()));
        if (!properties.isEmpty()) {
            parts.add(properties);
        }
        return parts;
    }

    /** Names are told of besides. */
    private static boolean isWorthShowing(PropertyKey key, String value) {
        return !key.isHidden() && !key.name().equals("title") && !key.name().equals("alias") && !value.isBlank();
    }

    private String text(Page page) {
        String preview = BlockPreview.ofPage(snapshot, page);
        return preview.isEmpty() ? markup.aside("This page has no blocks.") : markup.content(preview);
    }

    private String withoutText(Optional<Facts> facts) {
        if (facts.isPresent()) {
            return markup.aside(
                    facts.get().kind() == Facts.Kind.DATA
                            ? "This page is a whiteboard, which has no text to show."
                            : "The file of this page could not be read.");
        }
        if (day(target.title()).isPresent() && graph.isComplete()) {
            return markup.aside("There is no journal of this day yet.");
        }
        if (graph.pages().exists(target.name())) {
            return markup.aside("Logseq has this page by itself; it has no file.");
        }
        return markup.aside(
                switch (graph.extent()) {
                    case SINGLE_FILE -> "This file lies in no Logseq graph, so no other pages are known.";
                    case LOADING -> "The graph is still being read; no file of this page has been found so far.";
                    case INCOMPLETE ->
                        "No file of this page has been found, but reading the graph was stopped before its end.";
                    case COMPLETE -> "This page has no file. Logseq makes one when something is written on it.";
                });
    }

    /** Who refers to the page, but for itself. */
    private Optional<String> references() {
        Backlinks links = Backlinks.ofPage(graph, target.name());
        return links.isEmpty() || graph.extent() == Graph.Extent.SINGLE_FILE
                ? Optional.empty()
                : Optional.of(
                        links.count("linked reference", "linked references") + ":\n" + links.list(markup, MOST_PAGES));
    }
}
