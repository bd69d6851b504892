import * as vscode from 'vscode';
import { DocumentOnTypeFormattingRequest, type LanguageClient } from 'vscode-languageclient/node';
import { type Change, type OffsetEdit, offsetAt, rebased } from './rebasing';
import { usesOutlineKeys } from './settings';

/** A line end with the blanks that the editor put behind it. */
const LINE_END = /^\r?\n[ \t]*$/;

/**
 * What Shift+Enter puts in by a command of the editor's own, which runs in order with all that is typed. Nobody else writes
 * these blanks; they become those of a line of the same block.
 */
const LINE_OF_BLOCK = /^\r?\n \t$/;

/** The editor refuses an edit of a text that was typed in meanwhile; we then know what was typed, and try again. */
const ATTEMPTS = 50;

/** A line end that was typed and not yet looked after. */
interface TypedLine {
  readonly document: vscode.TextDocument;
  /** Where the caret was behind it, in the text of that moment: what is typed on the new line comes behind. */
  caret: number;
  /** What was changed since the server was asked. */
  since: Change[];
  /** Whether something was changed before the caret: then the line is another one. */
  lost: boolean;
}

/**
 * Makes the next bullet after Enter. The line end itself is the editor's own doing, at once and in order with all else that is
 * typed; what the server makes of it follows some milliseconds later, around whatever was typed meanwhile. VS Code's own
 * formatting on type would drop the answer then.
 */
export class NextLines {
  private readonly waiting = new Set<TypedLine>();
  private last: Promise<void> = Promise.resolve();
  /** What we are about to change ourselves. */
  private ours: readonly OffsetEdit[] = [];

  /** When all line ends that were typed so far are looked after. */
  settled(): Promise<void> {
    return this.last;
  }

  /** Is told of each change after the server has been. */
  changed(event: vscode.TextDocumentChangeEvent, client: LanguageClient): void {
    const isOurs = isOf(event.contentChanges, this.ours);
    for (const line of this.waiting) {
      if (line.document === event.document) {
        (isOurs ? move : follow)(line, event.contentChanges);
      }
    }
    if (isOurs) {
      return;
    }
    const caret = this.caretBehindLineEnd(event);
    if (caret === undefined) {
      return;
    }
    const line: TypedLine = { document: event.document, caret, since: [], lost: false };
    this.waiting.add(line);
    // The server is asked before anything else is typed, unless the line before is not done yet.
    const isOfBlock = event.contentChanges.some(({ text }) => LINE_OF_BLOCK.test(text));
    const edits = isOfBlock ? () => Promise.resolve([blanksOfBlock(line)]) : () => ask(line, client);
    const asked = this.waiting.size === 1 ? edits() : undefined;
    this.last = this.last
      .then(async () => {
        if (!line.lost) {
          await this.write(line, await (asked ?? edits()));
        }
      })
      .catch(() => undefined)
      .finally(() => this.waiting.delete(line));
  }

  private caretBehindLineEnd({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent) {
    const editor = vscode.window.activeTextEditor;
    if (reason !== undefined || editor?.document !== document || editor.selections.length > 1) {
      return undefined;
    }
    const [typed, ...more] = contentChanges.filter(({ text }) => text !== '');
    if (typed === undefined || more.length > 0 || !LINE_END.test(typed.text) || !usesOutlineKeys(document)) {
      return undefined;
    }
    // Blanks that the editor has put on the line before are taken away by the same stroke.
    const before = contentChanges
      .filter(({ text, rangeOffset }) => text === '' && rangeOffset < typed.rangeOffset)
      .reduce((sum, { rangeLength }) => sum + rangeLength, 0);
    return typed.rangeOffset + typed.text.length - before;
  }

  private async write(line: TypedLine, edits: readonly OffsetEdit[]): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS && edits.length > 0; attempt++) {
      const editor = vscode.window.visibleTextEditors.find(({ document }) => document === line.document);
      const now = line.lost ? undefined : rebased(edits, line.since);
      if (editor === undefined || now === undefined) {
        return;
      }
      if (await this.made(editor, now, line)) {
        return;
      }
    }
  }

  /** One step of undo takes it back with the line end. */
  private async made(
    editor: vscode.TextEditor,
    edits: readonly OffsetEdit[],
    line: TypedLine,
  ): Promise<boolean> {
    const { document } = editor;
    this.ours = edits;
    const made = await editor.edit(
      (builder) => {
        for (const { start, end, text } of edits) {
          const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
          if (range.isEmpty && start <= line.caret) {
            builder.insert(range.start, text);
          } else {
            builder.replace(range, text);
          }
        }
      },
      { undoStopBefore: false, undoStopAfter: false },
    );
    this.ours = [];
    return made;
  }
}

function isOf(
  changes: readonly vscode.TextDocumentContentChangeEvent[],
  edits: readonly OffsetEdit[],
): boolean {
  const lf = (text: string) => text.replaceAll('\r\n', '\n');
  return (
    edits.length > 0 &&
    changes.length === edits.length &&
    changes.every(({ rangeOffset, text }) =>
      edits.some((edit) => edit.start === rangeOffset && lf(edit.text) === lf(text)),
    )
  );
}

/** What we change before a caret, the line of that caret did not see. */
function move(line: TypedLine, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
  line.caret += changes
    .filter(({ rangeOffset, rangeLength }) => rangeOffset + rangeLength <= line.caret)
    .reduce((sum, { rangeLength, text }) => sum + text.length - rangeLength, 0);
}

function follow(line: TypedLine, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
  for (const { rangeOffset, rangeLength, text } of changes) {
    if (rangeOffset < line.caret) {
      line.lost = true;
    }
    line.since.push({ start: rangeOffset, length: rangeLength, text });
  }
}

/** What a line of a block begins with: as much as its bullet, and two blanks. */
function blanksOfBlock(line: TypedLine): OffsetEdit {
  const { document, caret } = line;
  line.since = [];
  const { text } = document.lineAt(document.positionAt(caret).line - 1);
  const [, bullet] = /^([ \t]*)-(?:\s|$)/.exec(text) ?? [];
  const isOrg = document.uri.path.endsWith('.org');
  const blanks = bullet === undefined || isOrg ? (/^[ \t]*/.exec(text)?.[0] ?? '') : `${bullet}  `;
  return { start: caret - 2, end: caret, text: blanks, isBehind: false };
}

async function ask(line: TypedLine, client: LanguageClient): Promise<OffsetEdit[]> {
  const { document, caret } = line;
  const text = document.getText();
  line.since = [];
  const edits = await client.sendRequest(DocumentOnTypeFormattingRequest.type, {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    position: client.code2ProtocolConverter.asPosition(document.positionAt(caret)),
    ch: '\n',
    options: { tabSize: 4, insertSpaces: false },
  });
  return (edits ?? []).map(({ range, newText }) => ({
    start: offsetAt(text, range.start),
    end: offsetAt(text, range.end),
    text: newText,
    isBehind: offsetAt(text, range.start) >= caret && offsetAt(text, range.end) > caret,
  }));
}
