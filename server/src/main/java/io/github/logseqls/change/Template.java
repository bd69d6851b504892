package io.github.logseqls.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.NaturalDates;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.Syntax;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A block that is put in elsewhere with all below it (format.md 2.5), without what makes it a template. */
public record Template(BlockAt block) {

    private static final Pattern VARIABLE = Pattern.compile("<%([^%\\r\\n]{1,100})%>");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    /** What is the template's own, and no part of what it brings. */
    private static final Set<String> OWN = ImmutableSet.of("template", "template-including-parent", "id");

    /** The one of a name. */
    public static Optional<Template> of(Snapshot snapshot, String name) {
        return snapshot.graph().links().files(new Symbol.Value("template", name)).stream()
                .flatMap(path -> snapshot.page(path).stream())
                .flatMap(page -> in(page, name).stream())
                .findFirst();
    }

    /** The one of a name in a page. */
    public static Optional<Template> in(Page page, String name) {
        return IntStream.range(0, page.outline().size())
                .mapToObj(index -> new BlockAt(page, index))
                .filter(block -> block.block()
                        .property("template")
                        .filter(property -> property.value().equals(name))
                        .isPresent())
                .map(Template::new)
                .findFirst();
    }

    /** The names of all there are, in order. */
    public static ImmutableList<String> names(Snapshot snapshot) {
        return Streams.stream(snapshot.graph().links().symbols())
                .filter(symbol ->
                        symbol instanceof Symbol.Value value && value.key().equals("template"))
                .map(symbol -> ((Symbol.Value) symbol).value())
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .collect(ImmutableList.toImmutableList());
    }

    public Syntax syntax() {
        return block.outline().syntax();
    }

    /** What it brings to a page, from level 1 on. */
    public ImmutableList<Draft> blocks(Page page, LocalDateTime now) {
        return blocks(page.title(), page.config(), now);
    }

    /**
     * As {@link #blocks}.
     *
     * @param title that of the page
     */
    public ImmutableList<Draft> blocks(String title, GraphConfig config, LocalDateTime now) {
        List<Draft> all = DroppedProperties.without(block, Template::isOwn);
        boolean isWhole = block.block()
                .property("template-including-parent")
                .filter(property -> property.value().equals("false"))
                .isEmpty();
        List<Draft> wanted = isWhole || all.isEmpty() ? all : all.subList(1, all.size());
        int level = wanted.isEmpty() ? 1 : wanted.get(0).level();
        return wanted.stream()
                .map(draft -> new Draft(draft.level() - level + 1, filledIn(draft.content(), title, config, now)))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isOwn(Property property) {
        return OWN.contains(property.key().name());
    }

    private static String filledIn(String content, String title, GraphConfig config, LocalDateTime now) {
        return VARIABLE.matcher(content)
                .replaceAll(found -> Matcher.quoteReplacement(
                        value(found.group(1).strip().toLowerCase(Locale.ROOT), title, config, now)
                                .orElse(found.group())));
    }

    private static Optional<String> value(String variable, String title, GraphConfig config, LocalDateTime now) {
        return switch (variable) {
            case "time" -> Optional.of(TIME.format(now));
            case "current page" -> Optional.of("[[" + title + "]]");
            default ->
                NaturalDates.day(variable, now.toLocalDate())
                        .map(day -> "[[" + config.journals().day(day).title() + "]]");
        };
    }
}
