package io.github.logseqls.feature;

import com.google.common.collect.Iterables;
import io.github.logseqls.feature.diagnostics.Diagnostics;
import io.github.logseqls.feature.diagnostics.FileDiagnostics;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Encoding;
import org.eclipse.lsp4j.Diagnostic;

/** How archives show the findings in each page. */
final class DiagnosticsAnswers {

    private DiagnosticsAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        StringBuilder answer = new StringBuilder();
        for (PagePath path : archive.pages().keySet()) {
            if (snapshot.page(path).isEmpty()) {
                continue;
            }
            Page page = snapshot.page(path).get();
            Encoding encoding = Answers.client(archive).encoding();
            for (Diagnostic found : Iterables.concat(
                    FileDiagnostics.of(snapshot, path, CheckSettings.NONE, encoding),
                    Diagnostics.of(snapshot, page, CheckSettings.NONE, encoding))) {
                String tags = found.getTags() == null ? "" : " " + found.getTags();
                answer.append("%s %s[%s]%s\n"
                        .formatted(
                                Answers.shown(archive, path.path(), found.getRange()),
                                found.getSeverity().name().toLowerCase(java.util.Locale.ROOT),
                                found.getCode().getLeft(),
                                tags));
                answer.append("  ").append(found.getMessage().getLeft()).append('\n');
                if (found.getRelatedInformation() != null) {
                    found.getRelatedInformation()
                            .forEach(related -> answer.append("  see ")
                                    .append(Answers.shown(
                                            archive,
                                            related.getLocation().getUri(),
                                            related.getLocation().getRange()))
                                    .append(": ")
                                    .append(related.getMessage())
                                    .append('\n'));
                }
            }
        }
        return answer.toString();
    }
}
