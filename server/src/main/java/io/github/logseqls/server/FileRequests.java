package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.editing.ChangeEdits;
import io.github.logseqls.feature.editing.CreatedFile;
import io.github.logseqls.feature.editing.DeletedFiles;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.workspace.FileUris;
import io.github.logseqls.workspace.Located;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.CreateFilesParams;
import org.eclipse.lsp4j.DeleteFilesParams;
import org.eclipse.lsp4j.FileCreate;
import org.eclipse.lsp4j.FileDelete;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** What editors ask and tell when their users make, rename and delete files. */
interface FileRequests extends WorkspaceService {

    Session session();

    @Override
    @SuppressWarnings("NullAway") // The protocol's word for nothing that follows is null.
    default CompletableFuture<@Nullable WorkspaceEdit> willRenameFiles(RenameFilesParams params) {
        ImmutableList<FileRename> renamed = ImmutableList.copyOf(params.getFiles());
        ImmutableList<FileRename> others = session().moves().others(renamed);
        return FollowedFiles.of(session(), renamed)
                .thenCompose(all -> others.equals(renamed) || !session().moves().isMade(all.edit())
                        ? CompletableFuture.completedFuture(all)
                        : FollowedFiles.of(session(), others))
                .thenApply(followed -> {
                    followed.refusals().forEach(session()::refuse);
                    return followed.edit().map(session().moves()::given).orElse(null);
                });
    }

    @Override
    default void didRenameFiles(RenameFilesParams params) {
        session().moves().made(params.getFiles());
        changed(params.getFiles().stream().flatMap(move -> Stream.of(move.getOldUri(), move.getNewUri())));
    }

    @Override
    @SuppressWarnings("NullAway") // Likewise.
    default CompletableFuture<@Nullable WorkspaceEdit> willDeleteFiles(DeleteFilesParams params) {
        List<String> uris = params.getFiles().stream().map(FileDelete::getUri).toList();
        return uris.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : session().walkOfFile("willDeleteFiles", uris.get(0), null, (file, cancel) -> {
                    List<PagePath> paths = uris.stream()
                            .flatMap(uri -> FollowedFiles.within(session(), file, uri).stream())
                            .toList();
                    DeletedFiles.message(file.snapshot().graph(), paths).ifPresent(session()::refuse);
                    return null;
                });
    }

    /** A file that is not there yet cannot be edited, so this comes afterwards. */
    @Override
    @SuppressWarnings("NullAway") // Likewise.
    default void didCreateFiles(CreateFilesParams params) {
        changed(params.getFiles().stream().map(FileCreate::getUri));
        for (FileCreate created : params.getFiles()) {
            var unused = session().walkOfFile("didCreateFiles", created.getUri(), null, (file, cancel) -> {
                created(file);
                return null;
            });
        }
    }

    private void created(Located file) {
        CreatedFile.clash(file.snapshot().graph(), file.path()).ifPresent(session()::refuse);
        if (session().client().abilities().edits().applied()) {
            CreatedFile.titled(file.snapshot(), file.path(), session().client().abilities())
                    .flatMap(ChangeEdits::edit)
                    .ifPresent(edit -> {
                        var unused = session().editor().applyEdit(new ApplyWorkspaceEditParams(edit));
                    });
        }
    }

    private void changed(Stream<String> uris) {
        session()
                .workspace()
                .filesChanged(uris.flatMap(uri -> FileUris.path(uri).stream())
                        .distinct()
                        .toList());
    }
}
