package io.github.logseqls.feature;

import io.github.logseqls.feature.editing.LinkedEditing;
import java.util.stream.Collectors;

/** How archives show the places that are edited with the one of each caret. */
final class LinkedEditingAnswers {

    private LinkedEditingAnswers() {}

    static String of(Archive archive) {
        return Answers.atEachCaret(
                archive,
                (page, offset) -> LinkedEditing.at(
                                page, offset, Answers.client(archive).encoding())
                        .map(linked -> linked.getRanges().stream()
                                .map(range -> "  "
                                        + Answers.shown(archive, page.path().path(), range) + "\n")
                                .collect(Collectors.joining()))
                        .orElse(""));
    }
}
