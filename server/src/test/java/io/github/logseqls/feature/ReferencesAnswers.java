package io.github.logseqls.feature;

import io.github.logseqls.feature.navigation.References;
import io.github.logseqls.graph.Snapshot;
import java.util.stream.Collectors;

/** How archives show the places that mention what each caret stands on. */
final class ReferencesAnswers {

    private ReferencesAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        return Answers.atEachCaret(
                archive,
                (page, offset) -> References.at(
                                snapshot,
                                page,
                                offset,
                                !archive.has("no-declarations"),
                                Answers.client(archive).encoding(),
                                () -> {})
                        .stream()
                        .map(place -> "  " + Answers.shown(archive, place.getUri(), place.getRange()) + "\n")
                        .collect(Collectors.joining()));
    }
}
