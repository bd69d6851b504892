package io.github.logseqls.feature;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Iterables;
import io.github.logseqls.feature.decoration.CodeLenses;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Location;

/** How archives show the lenses of each page, and what a click on them shows. */
final class CodeLensesAnswers {

    private CodeLensesAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        StringBuilder answer = new StringBuilder();
        Preferences.Lenses wanted = new Preferences.Lenses(!archive.has("no-blocks"), !archive.has("no-pages"));
        for (PagePath path : archive.pages().keySet()) {
            snapshot.page(path).ifPresent(page -> {
                for (CodeLens lens : CodeLenses.of(snapshot, page, path.path(), wanted, Answers.client(archive))) {
                    add(archive, snapshot, path, lens, answer);
                }
            });
        }
        return answer.toString();
    }

    private static void add(Archive archive, Snapshot snapshot, PagePath path, CodeLens lens, StringBuilder answer) {
        CodeLenses.unresolved(lens)
                .ifPresent(
                        about -> CodeLenses.resolved(lens, snapshot, path, about, Answers.client(archive), () -> {}));
        answer.append(Answers.shown(archive, path.path(), lens.getRange())).append('\n');
        answer.append("  ").append(lens.getCommand().getTitle()).append('\n');
        if (lens.getCommand().getArguments() != null) {
            Object places = Iterables.getLast(lens.getCommand().getArguments());
            for (Object place : (Iterable<?>) requireNonNull(places)) {
                Location location = (Location) place;
                answer.append("    ")
                        .append(Answers.shown(archive, location.getUri(), location.getRange()))
                        .append('\n');
            }
        }
    }
}
