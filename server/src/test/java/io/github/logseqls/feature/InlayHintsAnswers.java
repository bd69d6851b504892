package io.github.logseqls.feature;

import io.github.logseqls.feature.decoration.InlayHints;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Span;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintLabelPart;

/** How archives show the hints of each page, or of what lies between two carets. */
final class InlayHintsAnswers {

    private InlayHintsAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        StringBuilder answer = new StringBuilder();
        Preferences.Hints wanted = new Preferences.Hints(
                !archive.has("no-references"), !archive.has("no-embeds"), !archive.has("no-counts"));
        for (PagePath path : archive.pages().keySet()) {
            snapshot.page(path).ifPresent(page -> {
                for (InlayHint hint : InlayHints.in(
                        snapshot, page, range(archive, page), path.path(), wanted, Answers.client(archive), () -> {})) {
                    answer.append("%s:%d:%d %s\n"
                            .formatted(
                                    path,
                                    hint.getPosition().getLine() + 1,
                                    hint.getPosition().getCharacter() + 1,
                                    hint.getLabel().isLeft()
                                            ? hint.getLabel().getLeft()
                                            : shown(archive, snapshot, hint)));
                }
            });
        }
        return answer.toString();
    }

    private static Span range(Archive archive, Page page) {
        var carets = archive.carets().stream()
                .filter(caret -> caret.path().equals(page.path()))
                .toList();
        return carets.size() < 2
                ? new Span(0, page.outline().text().length())
                : new Span(carets.get(0).offset(), carets.get(1).offset());
    }

    private static String shown(Archive archive, Snapshot snapshot, InlayHint hint) {
        InlayHintLabelPart part = hint.getLabel().getRight().get(0);
        if (part.getTooltip() == null) {
            InlayHints.unresolved(hint)
                    .ifPresent(about -> InlayHints.withTooltip(hint, snapshot, about, Answers.client(archive)));
        }
        return "\"%s\" -> %s\n%s"
                .formatted(
                        part.getValue(),
                        Answers.shown(
                                archive,
                                part.getLocation().getUri(),
                                part.getLocation().getRange()),
                        part.getTooltip()
                                .getRight()
                                .getValue()
                                .lines()
                                .map(line -> ("  > " + line).stripTrailing())
                                .collect(Collectors.joining("\n")));
    }
}
