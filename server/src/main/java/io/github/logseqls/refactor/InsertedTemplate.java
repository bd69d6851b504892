package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import io.github.logseqls.change.Change;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Edit;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A template put in at a place (format.md 2.5): its blocks without what makes them a template, with its variables filled in. */
public final class InsertedTemplate {

    private static final Pattern VARIABLE = Pattern.compile("<%([^%\\r\\n]{1,100})%>");

    private InsertedTemplate() {}

    /** The template of a name in the place of an empty block at the caret, else behind the block there. */
    public static Refactored of(Spot spot, String name) {
        Optional<BlockAt> template = template(spot.snapshot(), name);
        if (template.isEmpty()) {
            return new Refactored.Refused("There is no template “" + name + "” in this graph.");
        }
        if (template.get().outline().syntax() != spot.outline().syntax()) {
            return new Refactored.Refused(
                    "The template is written in the other format, Markdown or Org, and cannot be put in here.");
        }
        List<Draft> blocks = blocks(template.get(), spot, spot.page().title());
        if (blocks.isEmpty()) {
            return new Refactored.Refused("The template holds nothing that could be put in.");
        }
        Optional<BlockAt> block = spot.block();
        return block.isPresent() ? at(spot, block.get(), blocks) : atEnd(spot, blocks);
    }

    private static Refactored at(Spot spot, BlockAt block, List<Draft> blocks) {
        Outline outline = spot.outline();
        int index = block.index();
        int level = outline.level(index);
        List<Draft> moved = Draft.deeper(blocks, level - 1);
        boolean isEmpty = Draft.of(outline, index).content().isEmpty();
        int end = outline.subtreeEnd(index);
        Edit edit = isEmpty
                ? Writing.replaced(spot.page(), index, index + 1, moved)
                : Writing.behind(spot.page(), index, moved);
        return Trial.of(
                spot,
                Change.of(spot.page(), edit),
                Draft.with(outline, isEmpty ? index : end, isEmpty ? index + 1 : end, moved));
    }

    private static Refactored atEnd(Spot spot, List<Draft> blocks) {
        Outline outline = spot.outline();
        Change change = Change.of(spot.page(), Writing.appended(spot.page(), blocks));
        return Trial.of(spot, change, Draft.with(outline, outline.size(), outline.size(), blocks));
    }

    /** The names of all templates, in order. */
    public static ImmutableList<String> names(Snapshot snapshot) {
        return Streams.stream(snapshot.graph().links().symbols())
                .filter(symbol ->
                        symbol instanceof Symbol.Value value && value.key().equals("template"))
                .map(symbol -> ((Symbol.Value) symbol).value())
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .collect(ImmutableList.toImmutableList());
    }

    /** The block that is the template of a name. */
    static Optional<BlockAt> template(Snapshot snapshot, String name) {
        return snapshot.graph().links().files(new Symbol.Value("template", name)).stream()
                .flatMap(path -> snapshot.page(path).stream())
                .flatMap(page -> IntStream.range(0, page.outline().size())
                        .mapToObj(index -> new BlockAt(page, index))
                        .filter(block -> block.block()
                                .property("template")
                                .filter(property -> property.value().equals(name))
                                .isPresent()))
                .findFirst();
    }

    /** What putting in a template brings, from level 1 on; {@code title} is that of the page it comes to. */
    static List<Draft> blocks(BlockAt template, Spot spot, String title) {
        List<Draft> all = BlockText.without(template, InsertedTemplate::isOfTemplate);
        boolean isWhole = template.block()
                .property("template-including-parent")
                .filter(property -> property.value().equals("false"))
                .isEmpty();
        List<Draft> wanted = isWhole || all.isEmpty() ? all : all.subList(1, all.size());
        int level = wanted.isEmpty() ? 1 : wanted.get(0).level();
        return wanted.stream()
                .map(draft -> new Draft(draft.level() - level + 1, filledIn(draft.content(), spot, title)))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isOfTemplate(Property property) {
        return BlockText.isOwn(property)
                || property.key().name().equals("template")
                || property.key().name().equals("template-including-parent");
    }

    private static String filledIn(String content, Spot spot, String title) {
        return VARIABLE.matcher(content)
                .replaceAll(found -> Matcher.quoteReplacement(
                        value(found.group(1), spot, title).orElse(found.group())));
    }

    private static Optional<String> value(String variable, Spot spot, String title) {
        return switch (variable.strip().toLowerCase(Locale.ROOT)) {
            case "today" -> Optional.of(day(spot, spot.today()));
            case "yesterday" -> Optional.of(day(spot, spot.today().minusDays(1)));
            case "tomorrow" -> Optional.of(day(spot, spot.today().plusDays(1)));
            case "time" -> Optional.of(WrittenDay.time(spot.now()));
            case "current page" -> Optional.of("[[" + title + "]]");
            default -> Optional.empty();
        };
    }

    private static String day(Spot spot, LocalDate day) {
        return "[[" + spot.page().config().journals().day(day).title() + "]]";
    }
}
