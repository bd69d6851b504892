package io.github.logseqls.completion;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.completion.Candidate.Kind;
import io.github.logseqls.graph.Symbol;
import java.util.List;

/** The renderers that macros of the graph name, the most used first: which plugins know more of them, nobody but the app knows. */
final class RendererCandidates {

    private RendererCandidates() {}

    static ImmutableList<Candidate> of(Writing writing, Typed.Renderer typed) {
        String end = writing.behind(typed.token().whole().end()).contains("}}") ? "" : "|}}";
        List<Candidate> all = writing.index().vocabulary().renderers().stream()
                .filter(name -> !name.equals(typed.query()) || uses(writing, name) > 1)
                .sorted(Uses.mostFirst(writing, Symbol.Renderer::new))
                .map(name -> Candidate.withCaret(
                        Kind.MACRO,
                        name,
                        Uses.told(uses(writing, name)),
                        ":" + name + end,
                        new Candidate.About.Nothing()))
                .toList();
        return Fitting.in(all, typed.query());
    }

    private static int uses(Writing writing, String name) {
        return Uses.of(writing, new Symbol.Renderer(name));
    }
}
