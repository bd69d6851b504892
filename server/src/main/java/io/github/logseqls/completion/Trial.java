package io.github.logseqls.completion;

import io.github.logseqls.graph.AskedName;
import io.github.logseqls.graph.AskedNames;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Link;
import io.github.logseqls.outline.Macro;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.TaskMarks;
import io.github.logseqls.outline.Timestamp;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A page as it would be if something stood in a place, to see how Logseq would read it there: what is being typed is mostly not
 * closed yet, so what the page is now does not tell. Only the blocks around the place are read for that.
 *
 * @param at where it stands, in the page after it
 */
record Trial(Page page, Span at) {

    private static final BlockId SOME_ID =
            BlockId.parse("00000000-0000-4000-8000-0000000000ff").orElseThrow();
    private static final String SOME_NAME = "some-name";

    /** The page with a text in place of another one. */
    static Trial of(Page page, Span span, String text) {
        Outline after = page.outline().with(new Edit(span, text));
        return new Trial(
                new Page(page.path(), after, page.config()), new Span(span.start(), span.start() + text.length()));
    }

    static boolean isBlockRef(Page page, Span span) {
        return of(page, span, "((" + SOME_ID + "))").readsBlockRef(page);
    }

    static boolean isLabelledBlockRef(Page page, Span span) {
        return of(page, span, "(((" + SOME_ID + ")))").readsBlockRef(page);
    }

    /** Whether it is one, and has no block read that was none: LaTeX whose name is so long may be LaTeX no more. */
    private boolean readsBlockRef(Page before) {
        Target target = new Target.OfBlock(SOME_ID);
        boolean isSameSize = page.outline().size() == before.outline().size();
        return isSameSize
                && mentions().anyMatch(mention -> mention.target().equals(target) && at.contains(mention.nameSpan()));
    }

    static boolean isPageRef(Page page, Span span) {
        return of(page, span, "[[" + SOME_NAME + "]]").names(SOME_NAME);
    }

    static boolean isTag(Page page, Span span) {
        return of(page, span, "#" + SOME_NAME).names(SOME_NAME);
    }

    /** Whether what was put there names the page of a title, as a whole; in a question too, where it refers to nothing. */
    boolean names(String title) {
        PageName name = PageName.of(title);
        return mentions().anyMatch(mention -> isPage(mention.target(), name) && at.contains(mention.nameSpan()))
                || asked().anyMatch(asked -> isPage(asked.target(), name) && at.contains(asked.nameSpan()));
    }

    private static boolean isPage(Target target, PageName name) {
        return target instanceof Target.OfPage named && named.name().equals(name);
    }

    /** Whether a property stands there. */
    static boolean isProperty(Page page, Span span, boolean isInDrawer) {
        Trial trial = of(page, span, isInDrawer ? ":" + SOME_NAME + ": x" : SOME_NAME + ":: x");
        return trial.property()
                .filter(found -> found.key().name().equals(SOME_NAME))
                .isPresent();
    }

    /** The key of the property whose value holds the place. */
    static Optional<Property> propertyAround(Page page, Span span) {
        return of(page, span, " " + SOME_NAME)
                .property()
                .filter(found -> found.value().contains(SOME_NAME));
    }

    static boolean isMacro(Page page, Span span) {
        return of(page, span, "{{" + SOME_NAME + "}}").has(Macro.class);
    }

    /** Whether a name there is that of a macro which has its arguments and its end. */
    static boolean isMacroName(Page page, Span span) {
        return of(page, span, "{{" + SOME_NAME)
                .inlines(Macro.class)
                .anyMatch(macro ->
                        macro.name().equals(SOME_NAME) && !macro.argumentsSpan().isEmpty());
    }

    static boolean isFirstWord(Page page, Span span) {
        return List.of("TODO", "LATER").stream()
                .allMatch(marker -> of(page, span, marker + " x")
                        .has(marks -> marks.marker().equals(marker)));
    }

    static boolean isPriority(Page page, Span span) {
        return List.of("A", "B").stream()
                .allMatch(letter -> of(page, span, "[#" + letter + "] ")
                        .has(marks -> marks.priority().equals(letter)));
    }

    /** Of a block that is a task already one alone would always be there. */
    private boolean has(Predicate<TaskMarks> marks) {
        return block().map(Block::taskMarks).filter(marks).isPresent();
    }

    /** Whether a date there says when the task is planned; in the first line of a block none does. */
    static boolean isPlanned(Page page, Span span) {
        Trial trial = of(page, span, "<2024-01-05 Fri>");
        return trial.block().isPresent()
                && trial.page().outline().title(trial.index()).end() < span.start()
                && trial.inlines(Timestamp.class)
                        .anyMatch(date -> date.leads() && !date.keyword().isEmpty() && trial.meets(date.span()));
    }

    /** Whether a construct begins where the text was put. */
    boolean begins(Construct.Kind kind) {
        return block().stream()
                .flatMap(block -> block.constructs().stream())
                .anyMatch(construct -> construct.kind() == kind
                        && page.outline().inPage(index(), construct.span()).start() == at.start());
    }

    static boolean isAddress(Page page, Span span) {
        return of(page, span, "../assets/x.png)")
                .inlines(Link.class)
                .anyMatch(link -> link.target().equals("../assets/x.png"));
    }

    private Optional<Property> property() {
        return block().stream()
                .flatMap(block -> block.properties().stream())
                .filter(property -> meets(page.outline().inPage(index(), property.span())))
                .findFirst();
    }

    private boolean meets(Span span) {
        return span.start() <= at.end() && at.start() <= span.end();
    }

    private boolean has(Class<? extends Inline> kind) {
        return inlines(kind).anyMatch(inline -> at.contains(inline.span()));
    }

    private <T extends Inline> Stream<T> inlines(Class<T> kind) {
        return block().stream()
                .flatMap(block -> page.outline().inlines(index()).stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private Stream<Mention> mentions() {
        return block().stream().flatMap(block -> Mentions.of(page, index()).stream());
    }

    private Stream<AskedName> asked() {
        return block().stream().flatMap(block -> AskedNames.of(page, index()).stream());
    }

    private Optional<Block> block() {
        return page.outline().size() == 0
                ? Optional.empty()
                : Optional.of(page.outline().block(index()));
    }

    private int index() {
        return page.outline().blockAt(at.start()).orElseThrow();
    }
}
