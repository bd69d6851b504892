package io.github.logseqls.feature;

import io.github.logseqls.feature.navigation.Declaration;
import io.github.logseqls.graph.Snapshot;

/** How archives show what each caret stands under. */
final class DeclarationAnswers {

    private DeclarationAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        return Answers.atEachCaret(
                archive,
                (page, offset) ->
                        Answers.shown(archive, Declaration.at(snapshot, page, offset, Answers.client(archive))));
    }
}
