package io.github.logseqls.server;

import io.github.logseqls.workspace.FileUris;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RelativePattern;
import org.eclipse.lsp4j.Unregistration;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * Asks the editor to report changes of files on disk, where it can: once for each folder, whose URI is the name of the
 * registration.
 */
final class FileWatching {

    private static final String METHOD = "workspace/didChangeWatchedFiles";

    /** All files, since a folder that comes or goes has no extension; what is no page is sorted out here. */
    private static final String FILES = "**/*";

    private final LanguageClient editor;
    private final boolean isAble;
    private final Set<Path> watched = ConcurrentHashMap.newKeySet();

    FileWatching(LanguageClient editor, Client client) {
        this.editor = editor;
        this.isAble = client.watchesFiles();
    }

    /** Has a graph watched, wherever it lies: what the editor has open may be only a folder or a file of it. */
    void begin(Path folder) {
        if (isAble && watched.add(folder)) {
            RelativePattern pattern = new RelativePattern();
            pattern.setBaseUri(Either.forRight(FileUris.uri(folder)));
            pattern.setPattern(FILES);
            var options = new DidChangeWatchedFilesRegistrationOptions(
                    List.of(new FileSystemWatcher(Either.forRight(pattern))));
            Registration registration = new Registration(FileUris.uri(folder), METHOD, options);
            var unused = editor.registerCapability(new RegistrationParams(List.of(registration)));
        }
    }

    /** Nobody wants to know of a graph any more. */
    void end(Path folder) {
        if (watched.remove(folder)) {
            Unregistration unregistration = new Unregistration(FileUris.uri(folder), METHOD);
            var unused = editor.unregisterCapability(new UnregistrationParams(List.of(unregistration)));
        }
    }
}
