package io.github.logseqls.feature;

import com.google.common.primitives.ImmutableIntArray;
import io.github.logseqls.feature.decoration.SemanticTokens;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokensLegend;

/** How archives show the semantic tokens of each page; two carets ask for those between them alone. */
final class TokensAnswers {

    private TokensAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        ClientAbilities client = Answers.client(archive);
        if (archive.carets().size() == 2) {
            Archive.Caret from = archive.carets().get(0);
            Page page = snapshot.page(from.path()).orElseThrow();
            Span part = new Span(from.offset(), archive.carets().get(1).offset());
            return shown(archive, from.path(), SemanticTokens.of(snapshot, page, part, client));
        }
        StringBuilder answer = new StringBuilder();
        for (PagePath path : archive.pages().keySet()) {
            Page page = snapshot.page(path).orElseThrow();
            answer.append(shown(archive, path, SemanticTokens.of(snapshot, page, client)));
        }
        return answer.toString();
    }

    private static String shown(Archive archive, PagePath path, ImmutableIntArray numbers) {
        SemanticTokensLegend legend = SemanticTokens.legend();
        StringBuilder answer = new StringBuilder();
        int line = 0;
        int column = 0;
        for (int at = 0; at < numbers.length(); at += 5) {
            column = numbers.get(at) == 0 ? column + numbers.get(at + 1) : numbers.get(at + 1);
            line += numbers.get(at);
            Range range = new Range(new Position(line, column), new Position(line, column + numbers.get(at + 2)));
            answer.append(path).append(':').append(line + 1).append(':').append(column + 1);
            answer.append(" +").append(numbers.get(at + 2)).append("  ");
            answer.append(legend.getTokenTypes().get(numbers.get(at + 3)));
            modifiers(legend, numbers.get(at + 4))
                    .forEach(modifier -> answer.append(' ').append(modifier));
            answer.append("  | ")
                    .append(Answers.text(archive, path.path(), range))
                    .append('\n');
        }
        return answer.toString();
    }

    private static List<String> modifiers(SemanticTokensLegend legend, int bits) {
        List<String> modifiers = new ArrayList<>();
        for (int bit = 0; bit < legend.getTokenModifiers().size(); bit++) {
            if ((bits & 1 << bit) != 0) {
                modifiers.add(legend.getTokenModifiers().get(bit));
            }
        }
        return modifiers;
    }
}
