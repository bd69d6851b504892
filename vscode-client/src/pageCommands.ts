import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageclient/node';
import { appLink } from './appLink';
import { blockCommands } from './blockCommands';
import { graphRootAbove } from './graphs';
import { tellNothingToOpen } from './messages';
import { type DocumentParams, DocumentRequest, PlaceRequest } from './protocol';
import type { ServedPage, ShownPages } from './shownPages';

/** The commands that the server may put into its answers, as it is told at its start. */
export const SERVER_COMMANDS = ['logseq-ls.showReferences', 'logseq-ls.suggest'] as const;

/** What can be done with the page in the active editor. */
export function registerPageCommands(shown: ShownPages): vscode.Disposable {
  const onActive = (command: string, action: (page: ServedPage) => Promise<unknown>) =>
    vscode.commands.registerCommand(command, () => {
      const page = shown.active;
      return page && action(page);
    });
  return vscode.Disposable.from(
    vscode.commands.registerCommand('logseq-ls.showReferences', showReferences),
    vscode.commands.registerCommand('logseq-ls.suggest', () =>
      vscode.commands.executeCommand('editor.action.triggerSuggest'),
    ),
    onActive('logseq-ls.openLinkedReferences', (page) => openDocument(page, 'linkedReferences')),
    onActive('logseq-ls.openUnlinkedMentions', (page) => openDocument(page, 'unlinkedMentions')),
    onActive('logseq-ls.zoomIntoBlock', (page) => openDocument(page, 'subtree')),
    onActive('logseq-ls.openInLogseq', openInApp),
    ...blockCommands(onActive),
  );
}

/** VS Code's own command for it takes its own types; what a server sends are those of the protocol. */
async function showReferences(uri: string, position: Position, locations: Location[]): Promise<void> {
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    asPosition(position),
    locations.map(
      ({ uri, range }) =>
        new vscode.Location(
          vscode.Uri.parse(uri),
          new vscode.Range(asPosition(range.start), asPosition(range.end)),
        ),
    ),
  );
}

async function openDocument(page: ServedPage, kind: DocumentParams['kind']): Promise<void> {
  const answer = await page.client.sendRequest(DocumentRequest, { kind, ...placeOf(page) });
  if (!answer) {
    tellNothingToOpen();
    return;
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(answer.uri));
  await vscode.window.showTextDocument(document, { preview: true });
}

async function openInApp(page: ServedPage): Promise<void> {
  const place = await page.client.sendRequest(PlaceRequest, placeOf(page));
  const root = await graphRootAbove(page.editor.document.uri.fsPath);
  if (!place || root === undefined) {
    tellNothingToOpen();
    return;
  }
  // As a string, which VS Code passes on as it is: of a `Uri` it would decode what is encoded in a page's name.
  await vscode.env.openExternal(appLink(root, place) as unknown as vscode.Uri);
}

function placeOf({ editor, client }: ServedPage) {
  const { document, selection } = editor;
  return client.code2ProtocolConverter.asTextDocumentPositionParams(document, selection.active);
}

function asPosition({ line, character }: Position): vscode.Position {
  return new vscode.Position(line, character);
}
