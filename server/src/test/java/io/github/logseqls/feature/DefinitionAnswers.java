package io.github.logseqls.feature;

import io.github.logseqls.feature.navigation.Definition;
import io.github.logseqls.graph.Snapshot;

/** How archives show the places that each caret leads to. */
final class DefinitionAnswers {

    private DefinitionAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        return Answers.atEachCaret(
                archive,
                (page, offset) ->
                        Answers.shown(archive, Definition.at(snapshot, page, offset, Answers.client(archive))));
    }
}
