import * as path from 'node:path';
import * as vscode from 'vscode';
import {
  type DocumentFilter,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  type ServerOptions,
  type WorkspaceFolder,
} from 'vscode-languageclient/node';
import type { CrashLimit } from './crashes';
import type { InitialFolding } from './folding';
import { CollapsedBlocksRequest } from './protocol';

export interface ClientParts {
  /** The `java` to start. */
  readonly java: string;
  /** The folder with the server's jar and the options of its JVM. */
  readonly serverFolder: string;
  readonly roots: readonly string[];
  readonly output: vscode.LogOutputChannel;
  readonly trace: vscode.LogOutputChannel;
  readonly folding: InitialFolding;
  readonly crashes: CrashLimit;
}

/** A client that is not started yet, for the Markdown files inside the given roots and for no others. */
export function createClient(parts: ClientParts): LanguageClient {
  const folders = parts.roots.map(asWorkspaceFolder);
  const options: LanguageClientOptions = {
    documentSelector: folders.map(markdownIn),
    outputChannel: parts.output,
    traceOutputChannel: parts.trace,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'logseq-ls',
    errorHandler: parts.crashes,
    // What goes wrong at the start is told by whoever asked for the start.
    initializationFailedHandler: () => false,
    middleware: middleware(folders, () => client, parts.folding),
  };
  const client = new LanguageClient('logseq-ls', 'Logseq Language Server', serverOptions(parts), options);
  // The server is told of the graphs instead of the window's folders: a window may be opened on a part of a graph,
  // or on a folder where a graph is one thing among many. Features fill in the parameters in turn; this one is last.
  client.registerFeature({
    fillClientCapabilities: () => undefined,
    fillInitializeParams: (params) => {
      params.workspaceFolders = folders;
      params.rootUri = folders[0]?.uri ?? null;
      delete params.rootPath;
    },
    initialize: () => undefined,
    getState: () => ({ kind: 'static' }),
    clear: () => undefined,
  });
  return client;
}

function serverOptions({ java, serverFolder }: ClientParts): ServerOptions {
  const jvmOptions = path.join(serverFolder, 'jvm.options');
  return {
    command: java,
    args: [`@${jvmOptions}`, '-jar', path.join(serverFolder, 'logseq-ls.jar'), 'stdio'],
    // Not the graph: Windows does not let go of a folder that is a process's working directory.
    options: { cwd: serverFolder },
  };
}

function middleware(
  folders: WorkspaceFolder[],
  client: () => LanguageClient,
  folding: InitialFolding,
): Middleware {
  return {
    provideFoldingRanges: async (document, context, token, next) => {
      const { version } = document;
      const ranges = await next(document, context, token);
      if (ranges && !token.isCancellationRequested) {
        const textDocument = { uri: client().code2ProtocolConverter.asUri(document.uri) };
        void folding.answered({ document, version, ranges }, async () => {
          const { lines } = await client().sendRequest(CollapsedBlocksRequest, { textDocument });
          return lines;
        });
      }
      return ranges;
    },
    workspace: {
      workspaceFolders: () => folders,
      // A change of the roots starts a new client, so the window's own changes are none of the server's business.
      didChangeWorkspaceFolders: async () => undefined,
    },
  };
}

/** A relative pattern, so that brackets and braces in the names of folders mean nothing. */
function markdownIn(folder: WorkspaceFolder): DocumentFilter {
  return { scheme: 'file', language: 'markdown', pattern: { baseUri: folder.uri, pattern: '**/*' } };
}

function asWorkspaceFolder(root: string): WorkspaceFolder {
  return { uri: vscode.Uri.file(root).toString(), name: path.basename(root) };
}
