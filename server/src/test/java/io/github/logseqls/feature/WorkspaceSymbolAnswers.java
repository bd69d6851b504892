package io.github.logseqls.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.logseqls.feature.structure.WorkspaceSymbols;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.search.Searchable;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.WorkspaceSymbol;

/** How archives show the symbols that each line of their section {@code query} finds, with their places as asked for later. */
final class WorkspaceSymbolAnswers {

    private WorkspaceSymbolAnswers() {}

    static String of(Archive archive) {
        assertThat(archive.queries()).isNotEmpty();
        Searchable graph = archive.searchable();
        return archive.queries().stream()
                .map(query -> "\"" + query + "\"\n" + found(archive, graph, query))
                .collect(Collectors.joining());
    }

    private static String found(Archive archive, Searchable graph, String query) {
        List<WorkspaceSymbol> symbols = WorkspaceSymbols.of(List.of(graph), query, Answers.client(archive), () -> {});
        return symbols.isEmpty()
                ? "  nothing\n"
                : symbols.stream()
                        .map(symbol -> shown(archive, graph.snapshot(), symbol))
                        .collect(Collectors.joining());
    }

    private static String shown(Archive archive, Snapshot snapshot, WorkspaceSymbol symbol) {
        String in = symbol.getContainerName() == null ? "" : " | " + symbol.getContainerName();
        return "  %s %s%s\n    %s\n"
                .formatted(symbol.getKind(), symbol.getName(), in, place(archive, snapshot, symbol));
    }

    private static String place(Archive archive, Snapshot snapshot, WorkspaceSymbol symbol) {
        boolean isLater = symbol.getLocation().isRight();
        assertThat(isLater).isEqualTo(symbol.getData() instanceof JsonObject);
        PagePath path = new PagePath(
                isLater
                        ? symbol.getLocation().getRight().getUri()
                        : symbol.getLocation().getLeft().getUri());
        Location location = WorkspaceSymbols.resolved(snapshot, path, symbol, Answers.client(archive))
                .getLocation()
                .getLeft();
        return Answers.shown(archive, location.getUri(), location.getRange()) + (isLater ? " (later)" : "");
    }
}
