package io.github.logseqls.feature;

import io.github.logseqls.feature.structure.DocumentSymbols;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** How archives show the symbols of each page: their kind, name and detail, their lines, and what is selected in them. */
final class SymbolsAnswers {

    private SymbolsAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        StringBuilder answer = new StringBuilder();
        for (PagePath path : archive.pages().keySet()) {
            answer.append(path).append('\n');
            for (Either<SymbolInformation, DocumentSymbol> symbol :
                    DocumentSymbols.of(snapshot, snapshot.page(path).orElseThrow(), Answers.client(archive))) {
                if (symbol.isRight()) {
                    add(archive, path, symbol.getRight(), "  ", answer);
                } else {
                    add(symbol.getLeft(), answer);
                }
            }
        }
        return answer.toString();
    }

    private static void add(Archive archive, PagePath path, DocumentSymbol symbol, String indent, StringBuilder to) {
        to.append(indent)
                .append(symbol.getKind())
                .append(" \"")
                .append(symbol.getName())
                .append('"');
        to.append(symbol.getDetail() == null ? "" : " (" + symbol.getDetail() + ")");
        to.append("  ").append(Answers.shown(symbol.getRange()));
        to.append(", selects ").append(Answers.shown(archive, path.path(), symbol.getSelectionRange()));
        to.append('\n');
        symbol.getChildren().forEach(child -> add(archive, path, child, indent + "  ", to));
    }

    @SuppressWarnings("deprecation") // What editors without trees take.
    private static void add(SymbolInformation symbol, StringBuilder to) {
        Location place = symbol.getLocation();
        to.append("  ")
                .append(symbol.getKind())
                .append(" \"")
                .append(symbol.getName())
                .append('"');
        to.append(symbol.getContainerName() == null ? "" : " in \"" + symbol.getContainerName() + "\"");
        to.append("  ").append(place.getUri()).append(':').append(Answers.shown(place.getRange()));
        to.append('\n');
    }
}
