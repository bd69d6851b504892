package io.github.logseqls.feature;

import io.github.logseqls.feature.navigation.Implementation;
import io.github.logseqls.graph.Snapshot;

/** How archives show the blocks that refer to what each caret stands on. */
final class ImplementationAnswers {

    private ImplementationAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        return Answers.atEachCaret(
                archive,
                (page, offset) -> Answers.shown(
                        archive, Implementation.at(snapshot, page, offset, Answers.client(archive), () -> {})));
    }
}
