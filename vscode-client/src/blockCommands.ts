import * as vscode from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient/node';
import { choosePage } from './pageChoice';
import type { ServedPage } from './shownPages';

/** Registers a command about the page in the active editor. */
type OnActive = (command: string, action: (page: ServedPage) => Promise<unknown>) => vscode.Disposable;

/** What brings blocks and pages into another form: the server does it, and has the edits applied. */
export function blockCommands(onActive: OnActive): vscode.Disposable[] {
  return [
    onActive('logseq-ls.cycleTask', (page) => ask(page, 'refactor', { refactoring: 'cycleTask' })),
    onActive('logseq-ls.copyReference', (page) => copy(page, 'copyBlockRef')),
    onActive('logseq-ls.copyEmbed', (page) => copy(page, 'copyBlockEmbed')),
    onActive('logseq-ls.copyLink', (page) => copy(page, 'copyBlockLink')),
    onActive('logseq-ls.extractToNamedPage', extractToPage),
    onActive('logseq-ls.mergePageInto', mergePage),
    onActive('logseq-ls.chooseTemplate', insertTemplate),
  ];
}

async function copy(page: ServedPage, command: string): Promise<void> {
  const text = await ask(page, command, {});
  if (typeof text === 'string') {
    await vscode.env.clipboard.writeText(text);
  }
}

async function extractToPage(page: ServedPage): Promise<void> {
  const name = await vscode.window.showInputBox({
    title: 'Extract Block to Page',
    prompt: 'The name of the new page',
  });
  if (name?.trim()) {
    await ask(page, 'extractToPage', { page: name.trim() });
  }
}

async function mergePage(page: ServedPage): Promise<void> {
  const from = page.editor.document.uri;
  const name = await choosePage(page, {
    title: 'Merge Page into',
    placeholder: 'The page that gets the blocks of this one',
    mayBeNew: false,
    mayBe: (file) => file.path !== from.path && isOrg(file) === isOrg(from),
  });
  if (name !== undefined) {
    await ask(page, 'mergePage', { page: name });
  }
}

/** Markdown and Org do not become one page. */
function isOrg(file: vscode.Uri): boolean {
  return file.path.toLowerCase().endsWith('.org');
}

async function insertTemplate(page: ServedPage): Promise<void> {
  const names = (await ask(page, 'templates', {})) as string[] | null;
  const template = await vscode.window.showQuickPick(names ?? [], {
    title: 'Insert Template',
    placeHolder: names?.length
      ? 'The template whose blocks are inserted here'
      : 'This graph has no templates',
  });
  if (template !== undefined) {
    await ask(page, 'insertTemplate', { template });
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
