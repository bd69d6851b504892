package io.github.logseqls.feature;

import io.github.logseqls.feature.navigation.CallHierarchy;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Encoding;
import java.util.List;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.Range;

/** How archives show the item of each caret, what refers to it and what it refers to. */
final class CallHierarchyAnswers {

    private CallHierarchyAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        Encoding encoding = Answers.client(archive).encoding();
        return Answers.atEachCaret(archive, (page, offset) -> {
            StringBuilder answer = new StringBuilder();
            for (CallHierarchyItem item : CallHierarchy.prepare(snapshot, page, offset, encoding)) {
                answer.append("  ").append(shown(archive, item)).append('\n');
                PagePath file = new PagePath(item.getUri());
                CallHierarchy.incoming(snapshot, file, item, encoding, () -> {})
                        .forEach(call -> answer.append(call(
                                "from", archive, call.getFrom(), call.getFrom().getUri(), call.getFromRanges())));
                CallHierarchy.outgoing(snapshot, file, item, encoding, () -> {})
                        .forEach(call ->
                                answer.append(call("to", archive, call.getTo(), item.getUri(), call.getFromRanges())));
            }
            return answer.toString();
        });
    }

    private static String call(
            String direction, Archive archive, CallHierarchyItem item, String uri, List<Range> ranges) {
        StringBuilder call = new StringBuilder("    %s %s\n".formatted(direction, shown(archive, item)));
        ranges.forEach(range -> call.append("      by ")
                .append(Answers.shown(archive, uri, range))
                .append('\n'));
        return call.toString();
    }

    private static String shown(Archive archive, CallHierarchyItem item) {
        return "%s [%s] %s, whole %s"
                .formatted(
                        item.getName(),
                        item.getDetail(),
                        Answers.shown(archive, item.getUri(), item.getSelectionRange()),
                        Answers.shown(item.getRange()));
    }
}
