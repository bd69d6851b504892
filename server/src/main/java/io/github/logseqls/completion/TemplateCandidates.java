package io.github.logseqls.completion;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Draft;
import io.github.logseqls.change.Template;
import io.github.logseqls.completion.Candidate.About;
import io.github.logseqls.completion.Candidate.Kind;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.text.Edit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The templates of the graph, ready to be inserted. */
final class TemplateCandidates {

    /** The page of each has to be read. */
    private static final int MOST = 15;

    private TemplateCandidates() {}

    /** Those that take the place of an empty block. */
    static ImmutableList<Candidate> here(Writing writing, String typed) {
        return all(
                writing,
                typed,
                (name, template, blocks) -> Optional.of(Candidate.of(
                        Kind.TEMPLATE,
                        name,
                        "template",
                        TemplateText.here(writing, blocks),
                        new About.OfBlock(template.block()))));
    }

    /** Those that come behind a block that holds something already, and all below it. */
    static ImmutableList<Candidate> behind(Writing writing, Typed.Command typed) {
        // The same for all of them, and for none where none fits.
        Supplier<ImmutableList<Edit>> blanks = Suppliers.memoize(
                () -> Below.withoutBlanks(writing, typed.token().typed().start()));
        return all(
                writing,
                typed.query(),
                (name, template, blocks) -> TemplateText.behind(writing, blocks)
                        .map(edit -> behind(name, template, edit, blanks.get(), typed)));
    }

    private static Candidate behind(
            String name, Template template, Edit edit, ImmutableList<Edit> blanks, Typed.Command typed) {
        About about = new About.OfBlock(template.block());
        // Editors take no second edit where the first one ends.
        return edit.span().start() == typed.token().whole().end()
                ? Candidate.of(Kind.TEMPLATE, name, "template", edit.replacement(), about)
                        .besides(blanks)
                : Candidate.of(Kind.TEMPLATE, name, "template", "", about)
                        .besides(ImmutableList.<Edit>builder()
                                .addAll(blanks)
                                .add(edit)
                                .build());
    }

    private interface Placing {
        Optional<Candidate> candidate(String name, Template template, List<Draft> blocks);
    }

    private static ImmutableList<Candidate> all(Writing writing, String typed, Placing placing) {
        return Fitting.in(writing.index().vocabulary().templates(), typed, name -> name).stream()
                .limit(MOST)
                .flatMap(name -> template(writing, name).stream()
                        .flatMap(template -> candidate(writing, name, template, placing).stream()))
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<Candidate> candidate(Writing writing, String name, Template template, Placing placing) {
        if (template.syntax() != writing.page().outline().syntax()) {
            return Optional.empty();
        }
        ImmutableList<Draft> blocks = template.blocks(writing.page(), writing.now());
        boolean isNothing = blocks.stream().allMatch(block -> block.content().isEmpty());
        return isNothing ? Optional.empty() : placing.candidate(name, template, blocks);
    }

    private static Optional<Template> template(Writing writing, String name) {
        return writing.graph().links().files(new Symbol.Value("template", name)).stream()
                .limit(1)
                .flatMap(path -> writing.page(path).stream())
                .flatMap(page -> Template.in(page, name).stream())
                .findFirst();
    }
}
