import * as path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import {
  CloseAction,
  type DocumentFilter,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  State,
  type WorkspaceFolder,
} from 'vscode-languageclient/node';
import type { InitialFolding } from './folding';
import { tellNotRenamed } from './messages';
import type { NextLines } from './nextLines';
import { SERVER_COMMANDS } from './pageCommands';
import { ORG_FILES } from './pages';
import { CollapsedBlocksRequest } from './protocol';
import type { ServerProcess } from './serverProcess';
import { serverSettings, usesOutlineKeys } from './settings';

export interface ClientParts {
  readonly process: ServerProcess;
  readonly roots: readonly string[];
  readonly output: vscode.LogOutputChannel;
  readonly trace: vscode.LogOutputChannel;
  readonly folding: InitialFolding;
  readonly nextLines: NextLines;
  /** Called when the server has read a graph. */
  readonly graphWasRead: () => void;
  /** Called when a server that was running has ended and nobody had asked for it. */
  readonly crashed: () => void;
}

/** A client that is not started yet, for the pages inside the given roots and for no others. */
export function createClient(parts: ClientParts): LanguageClient {
  const folders = parts.roots.map(asWorkspaceFolder);
  const options: LanguageClientOptions = {
    documentSelector: folders.flatMap(pagesIn),
    initializationOptions: { commands: SERVER_COMMANDS, settings: serverSettings() },
    outputChannel: parts.output,
    traceOutputChannel: parts.trace,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'logseq-ls',
    errorHandler: errorHandler(() => client, parts.crashed),
    initializationFailedHandler: () => false,
    middleware: middleware(folders, () => client, parts),
  };
  const start = () => parts.process.start();
  const client = new QuietClient('logseq-ls', 'Logseq Language Server', start, options);
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

/**
 * What goes wrong at start and stop is told by whoever asked for it, in one message; the library would add its own,
 * one for each of its layers that a failure passes. All of them are in the output.
 */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  /** A client that never came to run has nothing to stop, and says so by an error. */
  override async stop(timeout?: number): Promise<void> {
    await super.stop(timeout).catch((problem) => this.debug(`Stopping: ${problem}`));
  }
}

/** The library never starts a server again: a start is a start, with one place that makes and judges it. */
function errorHandler(client: () => LanguageClient, crashed: () => void): ErrorHandler {
  return {
    // A connection that does not recover is closed in the end.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: async () => {
      const wasRunning = client().state === State.Running;
      // First let a start that is under way fail, by the answer that will not come any more: the library forgets
      // about it after this, and would then count it as one that succeeded.
      await nextTurn();
      if (wasRunning) {
        // Then let the library clean up.
        void nextTurn().then(crashed);
      }
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

function middleware(
  folders: WorkspaceFolder[],
  client: () => LanguageClient,
  { folding, nextLines, graphWasRead }: ClientParts,
): Middleware {
  return {
    didChange: async (event, next) => {
      const told = next(event);
      nextLines.changed(event, client());
      await told;
    },
    // Enter is looked after by ourselves: VS Code drops the answer when somebody types on.
    provideOnTypeFormattingEdits: (document, position, ch, options, token, next) =>
      usesOutlineKeys(document) ? [] : next(document, position, ch, options, token),
    // What we refuse to rename VS Code would have the next extension rename: its own takes `[[a page]]` for a link of this file
    // alone.
    provideRenameEdits: async (document, position, newName, token, next) => {
      try {
        return (await next(document, position, newName, token)) ?? new vscode.WorkspaceEdit();
      } catch (problem) {
        if (!token.isCancellationRequested) {
          tellNotRenamed(problem instanceof Error ? problem.message : String(problem));
        }
        return new vscode.WorkspaceEdit();
      }
    },
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
    handleWorkDoneProgress: (token, progress, next) => {
      next(token, progress);
      if (progress.kind === 'end') {
        graphWasRead();
      }
    },
    workspace: {
      workspaceFolders: () => folders,
      // A change of the roots starts a new client, so the window's own changes are none of the server's business.
      didChangeWorkspaceFolders: async () => undefined,
    },
  };
}

/** A relative pattern, so that brackets and braces in the names of folders mean nothing. */
function pagesIn({ uri: baseUri }: WorkspaceFolder): DocumentFilter[] {
  return [
    { scheme: 'file', language: 'markdown', pattern: { baseUri, pattern: '**/*' } },
    { scheme: 'file', pattern: { baseUri, pattern: ORG_FILES } },
  ];
}

function asWorkspaceFolder(root: string): WorkspaceFolder {
  return { uri: vscode.Uri.file(root).toString(), name: path.basename(root) };
}
