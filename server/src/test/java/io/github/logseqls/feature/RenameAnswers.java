package io.github.logseqls.feature;

import com.google.common.base.Splitter;
import io.github.logseqls.feature.editing.ChangeEdits;
import io.github.logseqls.feature.editing.CreatedFile;
import io.github.logseqls.feature.editing.DeletedFiles;
import io.github.logseqls.feature.editing.RenamedFiles;
import io.github.logseqls.feature.editing.Renames;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;

/** How archives show what gets another name at each caret, and what is changed for each line of the query. */
final class RenameAnswers {

    private RenameAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        return Answers.atEachCaret(archive, (page, offset) -> at(archive, snapshot, page, offset));
    }

    private static String at(Archive archive, Snapshot snapshot, Page page, int offset) {
        StringBuilder answer = new StringBuilder();
        try {
            PrepareRenameResult named = Renames.prepare(snapshot, page, offset, Answers.client(archive));
            answer.append("  %s “%s”\n".formatted(Answers.shown(named.getRange()), named.getPlaceholder()));
        } catch (ResponseErrorException refused) {
            return "  refused: %s\n".formatted(refused.getResponseError().getMessage());
        }
        archive.queries()
                .forEach(name ->
                        answer.append("  to “%s”\n%s".formatted(name, renamed(archive, snapshot, page, offset, name))));
        return answer.toString();
    }

    private static String renamed(Archive archive, Snapshot snapshot, Page page, int offset, String name) {
        try {
            Renames made = Renames.at(snapshot, page, offset, name, Answers.client(archive), () -> {});
            StringBuilder answer = new StringBuilder(ChangedLines.of(archive, made.edit()));
            made.unsaid()
                    .forEach(warning ->
                            answer.append("    said: ").append(warning).append('\n'));
            return answer.isEmpty() ? "    nothing\n" : answer.toString();
        } catch (ResponseErrorException refused) {
            return "    refused: %s\n".formatted(refused.getResponseError().getMessage());
        }
    }

    /** What follows when files are renamed together; each line of the query is one, with an arrow. */
    static String ofFiles(Archive archive) {
        Map<PagePath, PagePath> moves = new LinkedHashMap<>();
        archive.queries().forEach(move -> {
            List<String> paths = Splitter.on(" -> ").splitToList(move);
            moves.put(new PagePath(paths.get(0)), new PagePath(paths.get(1)));
        });
        ChangeEdits edits = RenamedFiles.of(archive.snapshot(), moves, Answers.client(archive), () -> {});
        return edits.refusal()
                .map("refused: %s\n"::formatted)
                .or(() -> edits.edit().map(edit -> ChangedLines.of(archive, edit)))
                .orElse("nothing\n");
    }

    /** What breaks when the files in the query are deleted. */
    static String ofDeleted(Archive archive) {
        List<PagePath> paths = archive.queries().stream().map(PagePath::new).toList();
        return DeletedFiles.message(archive.snapshot().graph(), paths).orElse("nothing") + "\n";
    }

    /** What is said of and written into the files in the query, which somebody has just made. */
    static String ofCreated(Archive archive) {
        StringBuilder answer = new StringBuilder();
        for (String file : archive.queries()) {
            PagePath path = new PagePath(file);
            answer.append(path).append('\n');
            CreatedFile.clash(archive.snapshot().graph(), path)
                    .ifPresent(said -> answer.append("  said: ").append(said).append('\n'));
            CreatedFile.titled(archive.snapshot(), path, Answers.client(archive))
                    .flatMap(ChangeEdits::edit)
                    .ifPresent(edit -> answer.append(ChangedLines.of(archive, edit)));
        }
        return answer.toString();
    }
}
