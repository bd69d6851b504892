import * as path from 'node:path';
import * as vscode from 'vscode';
import { InitialFolding } from './folding';
import { clearFoldingProvider } from './foldingProvider';
import { tellNothingServed } from './messages';
import { Roots } from './roots';
import { Server } from './server';
import { JAVA_HOME_SETTING } from './settings';
import { traceChannel } from './trace';

/** The one thing kept outside `activate`: VS Code waits for what `deactivate` returns, and hands it nothing. */
let running: Server | undefined;

/**
 * VS Code activates the extension for every Markdown file, since only a look upward tells whether it is part of a
 * graph. Where it is not, nothing is started and nothing is registered but the commands.
 */
export async function activate(extension: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('Logseq Language Server', { log: true });
  const trace = traceChannel(output);
  const folding = new InitialFolding((problem) => output.warn(problem));
  const server = new Server({ extension, output, trace, folding });
  const roots = new Roots();
  running = server;
  const clearProvider = () =>
    clearFoldingProvider(extension).catch((problem) =>
      output.warn(`The folding provider was not taken back: ${problem}`),
    );
  extension.subscriptions.push(
    output,
    trace,
    folding,
    roots,
    roots.onDidChange((folders) => server.serve(folders)),
    vscode.workspace.onDidChangeWorkspaceFolders(clearProvider),
    vscode.workspace.onDidChangeConfiguration((change) =>
      change.affectsConfiguration(JAVA_HOME_SETTING) ? server.restart() : undefined,
    ),
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
