import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { keyEdits } from './keyEdits';
import type { OutlineEdits, PendingEdit } from './outlineEdits';
import type { OffsetEdit } from './rebasing';
import { usesOutlineKeys } from './settings';

/** A line end with the blanks that the editor put behind it. */
const LINE_END = /^\r?\n([ \t]*)$/;

/**
 * What Shift+Enter puts in by a command of the editor's own, which runs in order with all that is typed. Nobody else writes
 * these blanks; they become those of a line of the same block.
 */
const LINE_OF_BLOCK = /^\r?\n \t$/;

/**
 * Makes the next bullet after Enter. The line end itself is the editor's own doing, at once and in order with all else that is
 * typed; what the server makes of it follows some milliseconds later. VS Code's own formatting on type would drop the answer
 * when somebody types on.
 */
export class NextLines {
  constructor(private readonly edits: OutlineEdits) {}

  /** Is told of each change after the server has been. */
  changed(event: vscode.TextDocumentChangeEvent, client: LanguageClient): void {
    if (this.edits.follow(event)) {
      return;
    }
    const typed = typedLineEnd(event);
    if (typed !== undefined) {
      const isOfBlock = LINE_OF_BLOCK.test(typed.text);
      void this.edits.make({
        document: event.document,
        caret: typed.caret,
        blanks: LINE_END.exec(typed.text)?.[1]?.length ?? 0,
        isOwnStep: false,
        isOfKey: false,
        ask: async (line) => (isOfBlock ? [blanksOfBlock(line)] : nextBullet(line, client)),
      });
    }
  }
}

function typedLineEnd({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent) {
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
  return { text: typed.text, caret: typed.rangeOffset + typed.text.length - before };
}

/** What a line of a block begins with: as much as its bullet, and two blanks. */
function blanksOfBlock({ document, caret, blanks }: PendingEdit): OffsetEdit {
  const { text } = document.lineAt(document.positionAt(caret).line - 1);
  const [, bullet] = /^([ \t]*)-(?:\s|$)/.exec(text) ?? [];
  const isOrg = document.uri.path.endsWith('.org');
  const own = bullet === undefined || isOrg ? (/^[ \t]*/.exec(text)?.[0] ?? '') : `${bullet}  `;
  return { start: caret - blanks, end: caret, text: own, isBehind: false };
}

async function nextBullet(pending: PendingEdit, client: LanguageClient): Promise<OffsetEdit[]> {
  const { document, caret, blanks } = pending;
  const text = document.getText();
  const place = document.positionAt(caret);
  const edits = await keyEdits('enter', new vscode.Range(place, place), pending, client);
  const before = edits.filter(({ isBehind }) => !isBehind);
  const behind = edits.filter(({ isBehind }) => isBehind);
  if (before.length === 0) {
    return behind;
  }
  // In one piece with the blanks, which the editor takes away again where another line end follows.
  const start = Math.min(caret - blanks, ...before.map((edit) => edit.start));
  let whole = text.slice(start, caret);
  for (const edit of before.toReversed()) {
    whole = whole.slice(0, edit.start - start) + edit.text + whole.slice(edit.end - start);
  }
  return [{ start, end: caret, text: whole, isBehind: false }, ...behind];
}
