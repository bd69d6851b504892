import type * as vscode from 'vscode';
import type { LanguageClient, TextEdit } from 'vscode-languageclient/node';
import type { PendingEdit } from './outlineEdits';
import { type KeyParams, KeyRequest } from './protocol';
import { type OffsetEdit, offsetAt } from './rebasing';

/** What the server makes of a key that was pressed while something was selected, as if nothing had been typed on since. */
export async function keyEdits(
  key: KeyParams['key'],
  range: vscode.Range,
  { document, typedTo }: PendingEdit,
  client: LanguageClient,
): Promise<OffsetEdit[]> {
  const text = document.getText();
  const { code2ProtocolConverter } = client;
  const answer = await client.sendRequest(KeyRequest, {
    textDocument: code2ProtocolConverter.asTextDocumentIdentifier(document),
    key,
    range: code2ProtocolConverter.asRange(range),
    typedTo: code2ProtocolConverter.asPosition(document.positionAt(typedTo)),
  });
  const at =
    (isBehind: boolean) =>
    ({ range, newText }: TextEdit) => ({
      start: offsetAt(text, range.start),
      end: offsetAt(text, range.end),
      text: newText,
      isBehind,
    });
  return [...answer.before.map(at(false)), ...answer.behind.map(at(true))];
}
