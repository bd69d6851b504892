package io.github.logseqls.check;

import io.github.logseqls.graph.ConflictCopy;
import io.github.logseqls.graph.MergeConflict;
import io.github.logseqls.graph.PagePath;

/** Versions of a page that nobody put together: between Git's marks, or as a copy beside it. */
final class ConflictChecks {

    private final Examined page;

    ConflictChecks(Examined page) {
        this.page = page;
    }

    void look() {
        page.conflicts().list().forEach(this::report);
    }

    /** Looks whether the page is a copy as a whole: then nothing else is worth saying of it. */
    boolean isCopy() {
        PagePath path = page.page().path();
        ConflictCopy.original(path)
                .ifPresent(original -> page.report(
                        Code.SYNC_CONFLICT_COPY,
                        Examined.firstLine(page.page()),
                        isThere(original) ? beside(original) : alone(original)));
        return ConflictCopy.isOne(path);
    }

    private boolean isThere(PagePath original) {
        return page.graph().isPage(original);
    }

    private static String beside(PagePath original) {
        return "This file is what a sync program put beside %s when both sides had changed it. Logseq reads it as a page of its own, and the ids in it belong to two blocks then. Take over what is missing there, and delete this file."
                .formatted(original);
    }

    private static String alone(PagePath original) {
        return "This file is what a sync program put beside %s when both sides had changed it, and that file is gone. Logseq reads it as a page of its own. Give it its name back, or delete it."
                .formatted(original);
    }

    private void report(MergeConflict conflict) {
        page.report(
                Code.MERGE_CONFLICT,
                conflict.opener(),
                "Git left two versions here, down to %s. Logseq takes the marks for text and both versions for blocks: an id that stands in both is deleted from the second, and once it saves the page Git no longer knows its own marks. Keep what belongs here, and delete the lines of marks."
                        .formatted(line(conflict)));
    }

    private String line(MergeConflict conflict) {
        return "line " + (page.outline().text().lineOf(conflict.closer().start()) + 1);
    }
}
