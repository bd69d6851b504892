package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.github.logseqls.feature.DocumentAddress;
import io.github.logseqls.feature.completion.Completion;
import io.github.logseqls.feature.decoration.SemanticTokens;
import io.github.logseqls.feature.editing.CodeActions;
import io.github.logseqls.feature.editing.OnTypeFormatting;
import io.github.logseqls.feature.editing.RefactorActions;
import io.github.logseqls.text.Encoding;
import java.util.List;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionItemOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.DocumentOnTypeFormattingOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.FileOperationFilter;
import org.eclipse.lsp4j.FileOperationOptions;
import org.eclipse.lsp4j.FileOperationPattern;
import org.eclipse.lsp4j.FileOperationsServerCapabilities;
import org.eclipse.lsp4j.InlayHintRegistrationOptions;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SemanticTokensServerFull;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentContentRegistrationOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.WorkspaceSymbolOptions;

/** What this server says it can do. */
final class Capabilities {

    private Capabilities() {}

    static ServerCapabilities of(Client client) {
        ServerCapabilities capabilities = new ServerCapabilities();
        capabilities.setPositionEncoding(name(client.abilities().encoding()));
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        capabilities.setTextDocumentSync(sync);
        capabilities.setFoldingRangeProvider(true);
        capabilities.setDefinitionProvider(true);
        capabilities.setDeclarationProvider(true);
        capabilities.setTypeDefinitionProvider(true);
        capabilities.setImplementationProvider(true);
        capabilities.setHoverProvider(true);
        capabilities.setReferencesProvider(true);
        capabilities.setDocumentHighlightProvider(true);
        capabilities.setCallHierarchyProvider(true);
        capabilities.setTypeHierarchyProvider(true);
        capabilities.setLinkedEditingRangeProvider(true);
        CompletionOptions completion = new CompletionOptions(true, Completion.TRIGGERS);
        if (client.abilities().completions().labelDetails()) {
            completion.setCompletionItem(new CompletionItemOptions(true));
        }
        capabilities.setCompletionProvider(completion);
        if (client.abilities().actions().edits()) {
            CodeActionOptions actions = new CodeActionOptions(
                    ImmutableList.copyOf(Iterables.concat(CodeActions.KINDS, RefactorActions.KINDS)));
            actions.setResolveProvider(client.abilities().actions().editsLater());
            capabilities.setCodeActionProvider(actions);
        }
        capabilities.setWorkspaceSymbolProvider(
                new WorkspaceSymbolOptions(client.abilities().symbols().rangeLater()));
        InlayHintRegistrationOptions hints = new InlayHintRegistrationOptions();
        hints.setResolveProvider(true);
        capabilities.setInlayHintProvider(hints);
        capabilities.setCodeLensProvider(new CodeLensOptions(true));
        capabilities.setDocumentSymbolProvider(true);
        capabilities.setSelectionRangeProvider(true);
        capabilities.setSemanticTokensProvider(new SemanticTokensWithRegistrationOptions(
                SemanticTokens.legend(), new SemanticTokensServerFull(true), true));
        capabilities.setColorProvider(true);
        capabilities.setDocumentFormattingProvider(true);
        capabilities.setDocumentRangeFormattingProvider(true);
        capabilities.setDocumentOnTypeFormattingProvider(new DocumentOnTypeFormattingOptions(OnTypeFormatting.TRIGGER));
        capabilities.setDocumentLinkProvider(new DocumentLinkOptions());
        RenameOptions rename = new RenameOptions();
        // Only those who say that they ask know the option.
        rename.setPrepareProvider(client.abilities().edits().preparesRename() ? true : null);
        capabilities.setRenameProvider(rename);
        if (client.abilities().edits().applied()) {
            capabilities.setExecuteCommandProvider(new ExecuteCommandOptions(Commands.names()));
        }
        if (client.pullsDiagnostics()) {
            capabilities.setDiagnosticProvider(new DiagnosticRegistrationOptions(true, true));
        }
        WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
        folders.setSupported(true);
        folders.setChangeNotifications(client.changesFolders());
        WorkspaceServerCapabilities workspace = new WorkspaceServerCapabilities(folders);
        workspace.setFileOperations(fileOperations());
        if (client.abilities().jumps().documents()) {
            workspace.setTextDocumentContent(
                    new TextDocumentContentRegistrationOptions(List.of(DocumentAddress.SCHEME)));
        }
        capabilities.setWorkspace(workspace);
        return capabilities;
    }

    /** Of all files and folders: links lead to those too that are no pages. */
    private static FileOperationsServerCapabilities fileOperations() {
        FileOperationFilter all = new FileOperationFilter(new FileOperationPattern("**/*"), "file");
        FileOperationOptions options = new FileOperationOptions(List.of(all));
        FileOperationsServerCapabilities files = new FileOperationsServerCapabilities();
        files.setWillRename(options);
        files.setDidRename(options);
        files.setWillDelete(options);
        files.setDidCreate(options);
        return files;
    }

    private static String name(Encoding encoding) {
        return switch (encoding) {
            case UTF8 -> PositionEncodingKind.UTF8;
            case UTF16 -> PositionEncodingKind.UTF16;
            case UTF32 -> PositionEncodingKind.UTF32;
        };
    }
}
