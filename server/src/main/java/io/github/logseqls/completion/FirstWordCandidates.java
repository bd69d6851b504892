package io.github.logseqls.completion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.completion.Candidate.About;
import io.github.logseqls.completion.Candidate.Kind;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Syntax;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a block may begin with: the marker of a task, or a property. */
final class FirstWordCandidates {

    private static final ImmutableSet<String> OTHERS = ImmutableSet.of(
            "TODO",
            "DOING",
            "DONE",
            "LATER",
            "NOW",
            "WAITING",
            "WAIT",
            "CANCELED",
            "CANCELLED",
            "IN-PROGRESS",
            "STARTED");

    private FirstWordCandidates() {}

    static ImmutableList<Candidate> of(Writing writing, Typed.FirstWord typed) {
        String start = typed.query().toUpperCase(Locale.ROOT);
        List<Candidate> markers = markers(writing, typed).stream()
                .filter(marker -> marker.label().startsWith(start))
                .toList();
        boolean isAlone = writing.behind(typed.token().whole().end()).isBlank();
        // Typed behind a bullet a drawer of Org would be none.
        boolean mayBeKey =
                isAlone && !typed.query().isEmpty() && writing.page().outline().syntax() == Syntax.MARKDOWN;
        return mayBeKey
                ? Stream.concat(markers.stream(), KeyCandidates.of(writing, typed).stream())
                        .collect(ImmutableList.toImmutableList())
                : ImmutableList.copyOf(markers);
    }

    static List<String> ofWorkflow(GraphConfig config) {
        return config.preferredWorkflow() == GraphConfig.Workflow.TODO_DOING
                ? List.of("TODO", "DOING", "DONE")
                : List.of("LATER", "NOW", "DONE");
    }

    private static List<Candidate> markers(Writing writing, Typed.FirstWord typed) {
        String gap = writing.behind(typed.token().whole().end()).startsWith(" ") ? "" : " ";
        return Stream.concat(ofWorkflow(writing.page().config()).stream(), OTHERS.stream())
                .distinct()
                .map(marker -> Candidate.of(
                        Kind.MARKER, marker, "task", marker + gap, new About.OfTarget(new Target.OfMarker(marker))))
                .toList();
    }
}
