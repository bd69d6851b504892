import * as vscode from 'vscode';
import { ORG_FILES } from './pages';
import { PasteRequest } from './protocol';
import type { Roots } from './roots';
import type { Server } from './server';
import { usesOutlineKeys } from './settings';

/** What VS Code has since 1.97, later than the oldest one that we run in. */
interface PasteKind {
  append(...parts: string[]): PasteKind;
}
interface PasteEdit {
  additionalEdit?: vscode.WorkspaceEdit;
}
interface PasteEditProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    context: unknown,
    token: vscode.CancellationToken,
  ): Promise<PasteEdit[] | undefined>;
}
interface PasteApi {
  readonly languages: {
    registerDocumentPasteEditProvider?(
      selector: vscode.DocumentSelector,
      provider: PasteEditProvider,
      metadata: { providedPasteEditKinds: PasteKind[]; pasteMimeTypes: string[] },
    ): vscode.Disposable;
  };
  readonly DocumentPasteEdit: new (text: string, title: string, kind: PasteKind) => PasteEdit;
  readonly DocumentDropOrPasteEditKind: { readonly Text: PasteKind };
}

const TEXT = 'text/plain';

/** Something that may be an outline, or a line with an id that a block has already; the server knows. */
const MAY_BE_BLOCKS = /^[ \t]*(?:(?:-|\*+)(?:\s|$)|id:: |:id: )/im;

/** Blocks that are pasted take the indentation of their place. */
export function registerPasting(server: Server, roots: Roots): vscode.Disposable {
  const api = vscode as unknown as PasteApi;
  if (api.languages.registerDocumentPasteEditProvider === undefined) {
    return new vscode.Disposable(() => undefined);
  }
  const kind = api.DocumentDropOrPasteEditKind.Text.append('logseq', 'blocks');
  const edits: PasteEditProvider['provideDocumentPasteEdits'] = async (document, ranges, data, _, token) => {
    const [range, ...more] = ranges;
    const text = await data.get(TEXT)?.asString();
    const { client } = server;
    if (range === undefined || more.length > 0 || text === undefined || client === undefined) {
      return undefined;
    }
    if (!MAY_BE_BLOCKS.test(text) || !usesOutlineKeys(document) || !roots.serves(document)) {
      return undefined;
    }
    const answer = await client.sendRequest(
      PasteRequest,
      {
        textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
        range: client.code2ProtocolConverter.asRange(range),
        text,
      },
      token,
    );
    const changes = await client.protocol2CodeConverter.asTextEdits([...answer.edits]);
    if (changes.length === 0) {
      return undefined;
    }
    // A text of its own would be put in as a snippet, with the indentation of the line once more.
    const edit = new api.DocumentPasteEdit('', 'Paste as Blocks', kind);
    edit.additionalEdit = new vscode.WorkspaceEdit();
    edit.additionalEdit.set(document.uri, changes);
    return [edit];
  };
  return api.languages.registerDocumentPasteEditProvider(
    [
      { scheme: 'file', language: 'markdown' },
      { scheme: 'file', pattern: ORG_FILES },
    ],
    { provideDocumentPasteEdits: edits },
    { providedPasteEditKinds: [kind], pasteMimeTypes: [TEXT] },
  );
}
