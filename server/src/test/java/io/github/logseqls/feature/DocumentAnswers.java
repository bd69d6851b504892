package io.github.logseqls.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.feature.reading.ReadOnlyDocument;
import io.github.logseqls.search.Searchable;
import java.util.stream.Collectors;

/** How archives show the documents that can be made about each caret: those of the kinds that are among the options. */
final class DocumentAnswers {

    private DocumentAnswers() {}

    static String of(Archive archive) {
        Searchable graph = archive.searchable();
        return Answers.atEachCaret(archive, (page, offset) -> {
            StringBuilder answer = new StringBuilder();
            for (DocumentAddress.Kind kind : DocumentAddress.Kind.values()) {
                if (archive.has(kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))) {
                    DocumentAddress.at(graph.snapshot(), page, offset, kind)
                            .ifPresent(address -> answer.append(shown(graph, address)));
                }
            }
            return answer.toString();
        });
    }

    private static String shown(Searchable graph, DocumentAddress address) {
        assertThat(DocumentAddress.parse(address.uri())).contains(address);
        return "  " + address.uri() + "\n"
                + ReadOnlyDocument.of(graph, address, () -> {})
                        .lines()
                        .map(line -> ("  > " + line).stripTrailing() + "\n")
                        .collect(Collectors.joining());
    }
}
