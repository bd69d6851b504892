package io.github.logseqls.feature;

import io.github.logseqls.feature.navigation.DocumentHighlights;
import io.github.logseqls.graph.Snapshot;
import java.util.stream.Collectors;

/** How archives show the places in the page that mention what each caret stands on. */
final class DocumentHighlightAnswers {

    private DocumentHighlightAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        return Answers.atEachCaret(
                archive,
                (page, offset) ->
                        DocumentHighlights.at(
                                        snapshot,
                                        page,
                                        offset,
                                        Answers.client(archive).encoding())
                                .stream()
                                .map(place -> "  %s %s\n"
                                        .formatted(
                                                place.getKind().name().toLowerCase(java.util.Locale.ROOT),
                                                Answers.shown(
                                                        archive, page.path().path(), place.getRange())))
                                .collect(Collectors.joining()));
    }
}
