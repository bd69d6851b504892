package io.github.logseqls.server;

import io.github.logseqls.workspace.FileUris;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RelativePattern;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** Asks the editor to report changes of files on disk, where it can. */
final class FileWatching {

    /** All files, since a folder that comes or goes has no extension; what is no page is sorted out here. */
    private static final String FILES = "**/*";

    private FileWatching() {}

    /** Has the folders watched that the editor has open, where it can watch nothing else. */
    static void register(LanguageClient editor, Client client) {
        if (client.watchesFiles() && !client.watchesAnywhere()) {
            register(editor, new FileSystemWatcher(Either.forLeft(FILES)));
        }
    }

    /** Has a graph watched, wherever it lies: what the editor has open may be only a folder or a file of it. */
    static void register(LanguageClient editor, Client client, Path folder) {
        if (client.watchesFiles() && client.watchesAnywhere()) {
            RelativePattern pattern = new RelativePattern();
            pattern.setBaseUri(Either.forRight(FileUris.uri(folder)));
            pattern.setPattern(FILES);
            register(editor, new FileSystemWatcher(Either.forRight(pattern)));
        }
    }

    private static void register(LanguageClient editor, FileSystemWatcher watcher) {
        Registration registration = new Registration(
                UUID.randomUUID().toString(),
                "workspace/didChangeWatchedFiles",
                new DidChangeWatchedFilesRegistrationOptions(List.of(watcher)));
        var unused = editor.registerCapability(new RegistrationParams(List.of(registration)));
    }
}
