package io.github.logseqls.feature;

import io.github.logseqls.feature.navigation.TypeDefinition;
import io.github.logseqls.graph.Snapshot;

/** How archives show the pages that say what each caret stands on. */
final class TypeDefinitionAnswers {

    private TypeDefinitionAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        return Answers.atEachCaret(
                archive,
                (page, offset) ->
                        Answers.shown(archive, TypeDefinition.at(snapshot, page, offset, Answers.client(archive))));
    }
}
