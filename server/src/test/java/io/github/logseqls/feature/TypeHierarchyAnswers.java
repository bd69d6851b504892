package io.github.logseqls.feature;

import io.github.logseqls.feature.navigation.TypeHierarchy;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Encoding;
import org.eclipse.lsp4j.TypeHierarchyItem;

/** How archives show the page of each caret with those above it and all below it. */
final class TypeHierarchyAnswers {

    private TypeHierarchyAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        Encoding encoding = Answers.client(archive).encoding();
        return Answers.atEachCaret(archive, (page, offset) -> {
            StringBuilder answer = new StringBuilder();
            for (TypeHierarchyItem item : TypeHierarchy.prepare(snapshot, page, offset, encoding)) {
                answer.append("  ").append(shown(archive, item)).append('\n');
                addAbove(archive, snapshot, item, encoding, answer);
                addBelow(archive, snapshot, item, encoding, "    below ", answer);
            }
            return answer.toString();
        });
    }

    private static void addAbove(
            Archive archive, Snapshot snapshot, TypeHierarchyItem item, Encoding encoding, StringBuilder answer) {
        for (TypeHierarchyItem above : TypeHierarchy.supertypes(snapshot, item, encoding)) {
            answer.append("    above ").append(shown(archive, above)).append('\n');
            addAbove(archive, snapshot, above, encoding, answer);
        }
    }

    private static void addBelow(
            Archive archive,
            Snapshot snapshot,
            TypeHierarchyItem item,
            Encoding encoding,
            String head,
            StringBuilder answer) {
        for (TypeHierarchyItem below : TypeHierarchy.subtypes(snapshot, item, encoding, () -> {})) {
            answer.append(head).append(shown(archive, below)).append('\n');
            addBelow(archive, snapshot, below, encoding, "  " + head, answer);
        }
    }

    private static String shown(Archive archive, TypeHierarchyItem item) {
        return "%s [%s] %s"
                .formatted(
                        item.getName(),
                        item.getDetail(),
                        Answers.shown(archive, item.getUri(), item.getSelectionRange()));
    }
}
