package io.github.logseqls.completion;

import io.github.logseqls.graph.AskedName;
import io.github.logseqls.graph.AskedNames;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.Planning;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Macro;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.TaskMarks;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
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

    private static final String SOME_NAME = "some-name";

    /** The page with a text in place of another one. */
    static Trial of(Page page, Span span, String text) {
        Outline after = page.outline().with(new Edit(span, text));
        return new Trial(
                new Page(page.path(), after, page.config()), new Span(span.start(), span.start() + text.length()));
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

    boolean mentions(Target target) {
        return mentions().anyMatch(mention -> mention.target().equals(target) && at.contains(mention.nameSpan()));
    }

    /** Whether a name there is that of a macro which has its arguments and its end. */
    static boolean isMacroName(Page page, Span span) {
        return of(page, span, "{{" + SOME_NAME)
                .inlines(Macro.class)
                .anyMatch(macro ->
                        macro.name().equals(SOME_NAME) && !macro.argumentsSpan().isEmpty());
    }

    /** Whether the block there is marked so. */
    boolean hasMarks(Predicate<TaskMarks> marks) {
        return block().map(Block::taskMarks).filter(marks).isPresent();
    }

    /** Whether it stands behind the first line of the block. */
    boolean isBelowTitle() {
        return block().isPresent() && page.outline().title(index()).end() < at.start();
    }

    /** For which days the block there is planned. */
    Optional<Planning> planning() {
        return block().map(known -> Planning.of(page.outline(), index()));
    }

    /** Whether a construct begins where the text was put. */
    boolean begins(Construct.Kind kind) {
        return block().stream()
                .flatMap(block -> block.constructs().stream())
                .anyMatch(construct -> construct.kind() == kind
                        && page.outline().inPage(index(), construct.span()).start() == at.start());
    }

    /** The properties that stand there, or touch what does. */
    Stream<Property> properties() {
        return block().stream()
                .flatMap(block -> block.properties().stream())
                .filter(property -> meets(page.outline().inPage(index(), property.span())));
    }

    boolean meets(Span span) {
        return span.start() <= at.end() && at.start() <= span.end();
    }

    boolean has(Class<? extends Inline> kind) {
        return inlines(kind).anyMatch(inline -> at.contains(inline.span()));
    }

    /** Those of a kind in the block. */
    <T extends Inline> Stream<T> inlines(Class<T> kind) {
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
