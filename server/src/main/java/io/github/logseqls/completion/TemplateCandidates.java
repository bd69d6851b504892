package io.github.logseqls.completion;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.completion.Candidate.About;
import io.github.logseqls.completion.Candidate.Kind;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The templates of the graph, ready to be inserted where a block is empty. */
final class TemplateCandidates {

    /** The page of each has to be read. */
    private static final int MOST = 15;

    private TemplateCandidates() {}

    static ImmutableList<Candidate> of(Writing writing, String typed) {
        return Fitting.in(writing.index().vocabulary().templates(), typed, name -> name).stream()
                .limit(MOST)
                .flatMap(name ->
                        block(writing, name).stream().flatMap(block -> candidate(writing, name, block).stream()))
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<Candidate> candidate(Writing writing, String name, BlockAt block) {
        String text = TemplateText.of(block, writing);
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(Candidate.of(Kind.TEMPLATE, name, "template", text, new About.OfBlock(block)));
    }

    private static Optional<BlockAt> block(Writing writing, String name) {
        List<PagePath> files = writing.graph().links().files(new Symbol.Value("template", name));
        return files.stream()
                .limit(1)
                .flatMap(path -> writing.page(path).stream())
                .flatMap(page -> named(page, name).stream())
                .findFirst();
    }

    private static Optional<BlockAt> named(Page page, String name) {
        return IntStream.range(0, page.outline().size())
                .mapToObj(index -> new BlockAt(page, index))
                .filter(block -> block.block()
                        .property("template")
                        .filter(property -> property.value().equals(name))
                        .isPresent())
                .findFirst();
    }
}
