package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.editing.ChangeEdits;
import io.github.logseqls.feature.editing.RenamedFiles;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.workspace.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * What follows when files are renamed, in each of the graphs that they lie in.
 *
 * @param edit what is changed before; empty where nothing is, and where one graph refuses
 * @param refusals why nothing is changed in some graph
 */
record FollowedFiles(Optional<WorkspaceEdit> edit, ImmutableList<String> refusals) {

    private static final FollowedFiles NONE = new FollowedFiles(Optional.empty(), ImmutableList.of());

    static CompletableFuture<FollowedFiles> of(Session session, List<FileRename> renamed) {
        Map<String, List<FileRename>> graphs = new LinkedHashMap<>();
        for (FileRename move : renamed) {
            session.workspace()
                    .located(move.getOldUri())
                    .ifPresent(file -> graphs.computeIfAbsent(file.snapshot().uri(), uri -> new ArrayList<>())
                            .add(move));
        }
        CompletableFuture<FollowedFiles> all = CompletableFuture.completedFuture(NONE);
        for (List<FileRename> moves : graphs.values()) {
            CompletableFuture<ChangeEdits> followed = inOneGraph(session, moves);
            all = all.thenCombine(followed, FollowedFiles::and);
        }
        return all;
    }

    private static CompletableFuture<ChangeEdits> inOneGraph(Session session, List<FileRename> renamed) {
        return session.walkOfFile(
                "willRenameFiles",
                renamed.get(0).getOldUri(),
                ChangeEdits.NONE,
                (file, cancel) -> RenamedFiles.of(
                        file.snapshot(),
                        moves(session, file, renamed),
                        session.client().abilities(),
                        cancel));
    }

    /** Where files go inside of a graph. One that leaves it is no matter of renaming. */
    private static Map<PagePath, PagePath> moves(Session session, Located in, List<FileRename> renamed) {
        Map<PagePath, PagePath> moves = new LinkedHashMap<>();
        for (FileRename move : renamed) {
            within(session, in, move.getOldUri())
                    .ifPresent(from -> within(session, in, move.getNewUri()).ifPresent(to -> moves.put(from, to)));
        }
        return moves;
    }

    /** The path of a file in the graph of another one. */
    static Optional<PagePath> within(Session session, Located in, String uri) {
        return session.workspace()
                .located(uri)
                .filter(file -> file.snapshot().uri().equals(in.snapshot().uri()))
                .map(Located::path);
    }

    private FollowedFiles and(ChangeEdits other) {
        ImmutableList<String> why = ImmutableList.<String>builder()
                .addAll(refusals)
                .addAll(other.refusal().stream().toList())
                .build();
        Optional<WorkspaceEdit> both = edit.isPresent() && other.edit().isPresent()
                ? Optional.of(joined(edit.get(), other.edit().get()))
                : edit.or(other::edit);
        return new FollowedFiles(both, why);
    }

    /** Both edits, which are about other files and called alike. */
    private static WorkspaceEdit joined(WorkspaceEdit one, WorkspaceEdit other) {
        if (one.getDocumentChanges() == null) {
            one.getChanges().putAll(other.getChanges());
            return one;
        }
        List<Either<TextDocumentEdit, ResourceOperation>> changes = new ArrayList<>(one.getDocumentChanges());
        changes.addAll(other.getDocumentChanges());
        WorkspaceEdit both = new WorkspaceEdit(changes);
        both.setChangeAnnotations(one.getChangeAnnotations());
        return both;
    }
}
