package io.github.logseqls.feature;

import io.github.logseqls.graph.Snapshot;
import org.eclipse.lsp4j.LocationLink;

/** How archives show the places that each caret leads to. */
final class DefinitionAnswers {

    private DefinitionAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        return Answers.atEachCaret(archive, (page, offset) -> {
            StringBuilder answer = new StringBuilder();
            var places = Definition.at(snapshot, page, offset, Answers.client(archive));
            if (places.isLeft()) {
                places.getLeft()
                        .forEach(place -> answer.append("  plain ")
                                .append(Answers.shown(archive, place.getUri(), place.getRange()))
                                .append('\n'));
                return answer.toString();
            }
            for (LocationLink link : places.getRight()) {
                answer.append("  ").append(Answers.shown(archive, link.getTargetUri(), link.getTargetSelectionRange()));
                answer.append("\n    whole ").append(Answers.shown(link.getTargetRange()));
                answer.append(", from ")
                        .append(Answers.shown(link.getOriginSelectionRange()))
                        .append('\n');
            }
            return answer.toString();
        });
    }
}
