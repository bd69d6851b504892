import * as path from 'node:path';
import * as vscode from 'vscode';

import { InitialFolding } from './folding';
import { clearFoldingProvider } from './foldingProvider';
import { GraphChanges } from './graphChanges';
import { registerJournalCommands } from './journalCommands';
import { LinkedReferencesView } from './linkedReferencesView';
import { tellNothingServed } from './messages';
import { NextLines } from './nextLines';
import { OutlineCommands } from './outlineCommands';
import { OutlineEdits } from './outlineEdits';
import { registerPageCommands } from './pageCommands';
import { PageDisplay } from './pageDisplay';
import { registerPasting } from './pasting';
import { Roots } from './roots';
import { Server } from './server';
import { JAVA_HOME_SETTING } from './settings';
import { ShownPages } from './shownPages';
import { traceChannel } from './trace';

/** What the side view waits for: true while a graph is served in this window. */
const SERVING_CONTEXT_KEY = 'logseq-ls.serving';

/** The one thing kept outside `activate`: VS Code waits for what `deactivate` returns, and hands it nothing. */
let running: Server | undefined;

/**
 * VS Code activates the extension for every Markdown and Org file, since only a look upward tells whether it is part of a
 * graph. Where it is not, nothing is started and nothing is registered but the commands.
 */
export async function activate(extension: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('Logseq Language Server', { log: true });
  const trace = traceChannel(output);
  const folding = new InitialFolding((problem) => output.warn(problem));
  const changes = new GraphChanges();
  const edits = new OutlineEdits();
  const nextLines = new NextLines(edits);
  const server = new Server({
    extension,
    output,
    trace,
    folding,
    nextLines,
    graphWasRead: () => changes.graphWasRead(),
  });
  const roots = new Roots();
  const shown = new ShownPages(server, roots);
  running = server;
  const clearProvider = () =>
    clearFoldingProvider(extension).catch((problem) =>
      output.warn(`The folding provider was not taken back: ${problem}`),
    );
  extension.subscriptions.push(
    output,
    trace,
    folding,
    edits,
    roots,
    server,
    shown,
    changes,
    new PageDisplay(shown, changes),
    new LinkedReferencesView(shown, changes),
    registerPageCommands(shown),
    registerJournalCommands(server, roots, shown),
    new OutlineCommands(shown, edits),
    registerPasting(server, roots),
    roots.onDidChange((folders) => {
      void vscode.commands.executeCommand('setContext', SERVING_CONTEXT_KEY, folders.length > 0);
      return server.serve(folders);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(clearProvider),
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.settingsChanged()),
    vscode.workspace.onDidChangeConfiguration((change) => settingsChanged(server, change)),
    vscode.commands.registerCommand('logseq-ls.start', () => startHere(roots)),
    vscode.commands.registerCommand('logseq-ls.restart', () => restart(server)),
    vscode.commands.registerCommand('logseq-ls.showOutput', () => output.show()),
  );
  // A window's second folder makes it another workspace, and starts its extensions anew.
  await clearProvider();
  await roots.lookAround();
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}

async function settingsChanged(server: Server, change: vscode.ConfigurationChangeEvent): Promise<void> {
  if (change.affectsConfiguration(JAVA_HOME_SETTING)) {
    await server.restart();
  } else if (change.affectsConfiguration('logseq-ls')) {
    await server.settingsChanged();
  }
}

async function restart(server: Server): Promise<void> {
  if (!server.hasRoots) {
    tellNothingServed();
    return;
  }
  await server.restart();
}

async function startHere(roots: Roots): Promise<void> {
  const folder = await folderToServe();
  if (folder !== undefined) {
    await roots.start(folder);
  }
}

/** The folder of the active editor's file; else the window's folder, asked for when there are several. */
async function folderToServe(): Promise<string | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active?.scheme === 'file') {
    return vscode.workspace.getWorkspaceFolder(active)?.uri.fsPath ?? path.dirname(active.fsPath);
  }
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    return (await vscode.window.showWorkspaceFolderPick())?.uri.fsPath;
  }
  if (folders.length === 0) {
    void vscode.window.showInformationMessage('Open a folder or a file first: the server is started for it.');
  }
  return folders[0]?.uri.fsPath;
}
