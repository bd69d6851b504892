package io.github.logseqls.feature;

/** How archives show what the Logseq app calls the place of each caret. */
final class AppPlaceAnswers {

    private AppPlaceAnswers() {}

    static String of(Archive archive) {
        return Answers.atEachCaret(archive, (page, offset) -> {
            AppPlace place = AppPlace.at(page, offset);
            return "  page %s%s\n"
                    .formatted(
                            place.page(),
                            place.block().map(id -> "\n  block " + id).orElse(""));
        });
    }
}
