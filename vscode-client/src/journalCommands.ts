import * as path from 'node:path';
import * as vscode from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient/node';
import type { Roots } from './roots';
import type { Server } from './server';
import type { ShownPages } from './shownPages';

/** Journals are opened whatever is shown: those of the page's graph, else those of the first one that is served. */
export function registerJournalCommands(server: Server, roots: Roots, shown: ShownPages): vscode.Disposable {
  const opens = (command: string, day: 'today' | 'previous' | 'next') =>
    vscode.commands.registerCommand(command, () => open(server, roots, shown, day));
  return vscode.Disposable.from(
    opens('logseq-ls.openToday', 'today'),
    opens('logseq-ls.openPreviousJournal', 'previous'),
    opens('logseq-ls.openNextJournal', 'next'),
  );
}

async function open({ client }: Server, roots: Roots, shown: ShownPages, day: string): Promise<void> {
  const file = shown.active?.editor.document.uri ?? configOf(roots.first);
  if (client && file) {
    await client.sendRequest(ExecuteCommandRequest.type, {
      command: 'logseq-ls.openJournal',
      arguments: [{ textDocument: { uri: client.code2ProtocolConverter.asUri(file) }, day }],
    });
  }
}

function configOf(root: string | undefined): vscode.Uri | undefined {
  return root === undefined ? undefined : vscode.Uri.file(path.join(root, 'logseq', 'config.edn'));
}
