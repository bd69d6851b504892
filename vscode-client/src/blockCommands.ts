import * as vscode from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient/node';
import type { ServedPage } from './shownPages';

/** Registers a command about the page in the active editor. */
type OnActive = (command: string, action: (page: ServedPage) => Promise<unknown>) => vscode.Disposable;

/** What brings blocks into another form, and what is done for journals: the server does it, and has the edits applied. */
export function blockCommands(onActive: OnActive): vscode.Disposable[] {
  const asks = (command: string, server: string, more: object) =>
    onActive(`logseq-ls.${command}`, (page) => ask(page, server, more));
  return [
    asks('cycleTask', 'refactor', { refactoring: 'cycleTask' }),
    asks('openToday', 'openJournal', { day: 'today' }),
    asks('openPreviousJournal', 'openJournal', { day: 'previous' }),
    asks('openNextJournal', 'openJournal', { day: 'next' }),
    onActive('logseq-ls.copyReference', (page) => copy(page, 'copyBlockRef')),
    onActive('logseq-ls.copyEmbed', (page) => copy(page, 'copyBlockEmbed')),
    onActive('logseq-ls.copyLink', (page) => copy(page, 'copyBlockLink')),
    onActive('logseq-ls.extractToNamedPage', (page) =>
      askWithName(page, 'extractToPage', 'page', 'The name of the new page'),
    ),
    onActive('logseq-ls.chooseTemplate', (page) =>
      askWithName(page, 'insertTemplate', 'template', 'The name of the template'),
    ),
  ];
}

async function copy(page: ServedPage, command: string): Promise<void> {
  const text = await ask(page, command, {});
  if (typeof text === 'string') {
    await vscode.env.clipboard.writeText(text);
  }
}

async function askWithName(
  page: ServedPage,
  command: string,
  argument: string,
  prompt: string,
): Promise<void> {
  const name = await vscode.window.showInputBox({ prompt });
  if (name?.trim()) {
    await ask(page, command, { [argument]: name.trim() });
  }
}

function ask({ editor, client }: ServedPage, command: string, more: object): Promise<unknown> {
  const { document, selection } = editor;
  return client.sendRequest(ExecuteCommandRequest.type, {
    command: `logseq-ls.${command}`,
    arguments: [
      {
        textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
        range: client.code2ProtocolConverter.asRange(selection),
        ...more,
      },
    ],
  });
}
