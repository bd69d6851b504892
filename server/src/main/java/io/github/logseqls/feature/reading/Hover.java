package io.github.logseqls.feature.reading;

import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.Markup;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.JournalDay;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Caret;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Link;
import io.github.logseqls.outline.Macro;
import io.github.logseqls.outline.Timestamp;
import io.github.logseqls.text.Span;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What stands behind the caret: finds out what that is, and leaves it to the class for that kind to tell of it. */
public final class Hover {

    private final Snapshot snapshot;
    private final Graph graph;
    private final Page page;
    private final int offset;
    private final LocalDate today;
    private final Markup markup;

    private Hover(Snapshot snapshot, Page page, int offset, LocalDate today, Markup markup) {
        this.snapshot = snapshot;
        this.graph = snapshot.graph();
        this.page = page;
        this.offset = offset;
        this.today = today;
        this.markup = markup;
    }

    /** What is told, and of which stretch of the page. */
    private record Told(Span span, String content) {}

    /**
     * The hover at {@code offset}, in Markdown or as plain text; {@code offset} is in the page.
     *
     * @param today the day that distances are told from
     */
    public static Optional<org.eclipse.lsp4j.Hover> at(
            Snapshot snapshot, Page page, int offset, LocalDate today, ClientAbilities client) {
        Markup markup = Markup.of(client);
        return new Hover(snapshot, page, offset, today, markup)
                .told()
                .map(told -> new org.eclipse.lsp4j.Hover(
                        markup.message(told.content()),
                        Ranges.of(page.outline().text(), told.span(), client.encoding())));
    }

    private Optional<Told> told() {
        OptionalInt block = page.outline().blockAt(offset);
        if (block.isEmpty()) {
            return Optional.empty();
        }
        Caret caret = Caret.at(page.outline(), offset);
        if (caret instanceof Caret.OnBlockRef on && on.ref().id().isPresent()) {
            return Optional.of(new Told(
                    on.ref().span(), BlockHover.of(snapshot, on.ref().id().get(), markup)));
        }
        if (caret instanceof Caret.OnId on) {
            return BlockId.parse(on.property().value())
                    .map(id -> new Told(on.span(), BlockHover.referrers(graph, id, markup)));
        }
        BlockAt here = new BlockAt(page, block.getAsInt());
        return inline(here, Timestamp.class, this::ofDate)
                .or(() -> Mentions.at(page, offset).flatMap(mention -> ofMention(here, mention)))
                .or(() -> inline(here, Macro.class, macro -> Optional.of(MacroHover.of(page, macro, markup))))
                .or(() -> inline(here, Link.class, this::ofLink))
                .or(() -> logbook(here));
    }

    /** What is told of the markup of one kind that holds the caret. */
    private <T extends Inline> Optional<Told> inline(
            BlockAt here, Class<T> kind, Function<T, Optional<String>> content) {
        return page.outline().inlines(here.index()).stream()
                .filter(inline -> kind.isInstance(inline) && inline.span().contains(offset))
                .findFirst()
                .flatMap(inline -> content.apply(kind.cast(inline)).map(told -> new Told(inline.span(), told)));
    }

    private Optional<Told> ofMention(BlockAt here, Mention mention) {
        return content(here, mention).map(content -> new Told(mention.span(), content));
    }

    private Optional<String> content(BlockAt here, Mention mention) {
        Target target = mention.target();
        if (target instanceof Target.OfPage named) {
            return Optional.of(PageHover.of(snapshot, named, today, markup));
        }
        if (target instanceof Target.OfFile file) {
            return Optional.of(ofFile(file.path()));
        }
        if (target instanceof Target.OfKey key) {
            return Optional.of(PropertyHover.of(graph, key.key(), markup));
        }
        if (target instanceof Target.OfTemplate template) {
            return Optional.of(TemplateHover.of(snapshot, here, template.name(), markup));
        }
        return target instanceof Target.OfMarker
                ? Optional.of(TaskHover.of(graph, here, today, markup))
                : Optional.empty();
    }

    private String ofFile(PagePath path) {
        return graph.isPage(path)
                ? PageHover.of(snapshot, page(graph.facts(path).orElseThrow().title()), today, markup)
                : FileHover.of(snapshot, path, markup);
    }

    /** A day, with what is planned for it, and its journal. */
    private Optional<String> ofDate(Timestamp date) {
        return PlannedDay.of(date).map(planned -> {
            JournalDay journal = graph.config().journals().day(planned.day());
            return PlannedDay.purpose(date) + planned.words(today) + "\n\n"
                    + PageHover.ofDay(snapshot, journal, markup);
        });
    }

    private Optional<String> ofLink(Link link) {
        return link.kind() == Link.Kind.IMAGE
                ? Optional.of(FileHover.ofImageElsewhere(link.target(), markup))
                : Optional.empty();
    }

    private Optional<Told> logbook(BlockAt here) {
        return Logbook.of(here)
                .filter(logbook -> logbook.span().contains(offset))
                .map(logbook -> new Told(logbook.span(), "Time logged: " + logbook.words()));
    }

    private static Target.OfPage page(String title) {
        return new Target.OfPage(PageName.of(title), title);
    }
}
