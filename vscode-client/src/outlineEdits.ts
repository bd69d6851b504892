import * as vscode from 'vscode';
import { type Change, type OffsetEdit, rebased } from './rebasing';

/** The editor refuses an edit of a text that was typed in meanwhile; we then know what was typed, and try again. */
const ATTEMPTS = 200;

/** An edit around a caret, which waits for its turn or for the server. */
export interface PendingEdit {
  readonly document: vscode.TextDocument;
  /** Where the caret was when the edit was asked for: what is typed on comes behind. */
  readonly caret: number;
  /** How many blanks before the caret the editor may take away again. */
  readonly blanks: number;
  /** Where that ends which was typed on behind the caret. */
  readonly typedTo: number;
}

export interface WantedEdit extends Omit<PendingEdit, 'typedTo'> {
  /** Whether undo takes it back by itself, and not with what was typed before. */
  readonly isOwnStep: boolean;
  /**
   * Whether a key is known to have been pressed. Otherwise the change may be that of a program, or of the disk: it was a key if
   * the caret goes along.
   */
  readonly isOfKey: boolean;
  /** The edits, from where caret and document are at the moment. */
  readonly ask: (pending: PendingEdit) => Promise<readonly OffsetEdit[]>;
}

interface Waiting {
  readonly document: vscode.TextDocument;
  caret: number;
  blanks: number;
  typedTo: number;
  readonly isOfKey: boolean;
  /** Whether the caret has come to the place. */
  isReached: boolean;
  /** What was changed since the server was asked. */
  since: Change[];
  /** Whether something was changed before the caret: then the edit is for another text. */
  lost: boolean;
}

/**
 * Makes edits one after another in the order of the keys that asked for them, each around whatever was typed since. So nobody
 * has to wait with typing, and nothing that is typed is lost or put in another order.
 */
export class OutlineEdits implements vscode.Disposable {
  private readonly waiting = new Set<Waiting>();
  private readonly ended = new vscode.EventEmitter<void>();
  private readonly carets = vscode.window.onDidChangeTextEditorSelection((event) => this.reach(event));
  private last: Promise<unknown> = Promise.resolve();
  /** What we are about to change ourselves. */
  private ours: readonly OffsetEdit[] = [];

  /** An edit is made, or never will be. */
  readonly onDidEnd = this.ended.event;

  dispose(): void {
    vscode.Disposable.from(this.ended, this.carets).dispose();
  }

  /** Whether an edit of a document is on its way. */
  awaits(document: vscode.TextDocument): boolean {
    return [...this.waiting].some((pending) => pending.document === document);
  }

  /** When all edits that were asked for so far are made. */
  settled(): Promise<unknown> {
    return this.last;
  }

  make(wanted: WantedEdit): Promise<unknown> {
    const { document, caret, blanks } = wanted;
    const pending: Waiting = {
      document,
      caret,
      blanks,
      typedTo: caret,
      isOfKey: wanted.isOfKey,
      isReached: wanted.isOfKey,
      since: [],
      lost: false,
    };
    this.waiting.add(pending);
    const ask = () => {
      pending.since = [];
      return wanted.ask(pending);
    };
    // The server is asked before anything else is typed, unless the edit before is not made yet.
    const asked = this.waiting.size === 1 ? ask() : undefined;
    this.last = this.last
      .then(async () => {
        if (!pending.lost) {
          await this.write(pending, await (asked ?? ask()), wanted.isOwnStep);
        }
      })
      .catch(() => undefined)
      .finally(() => {
        this.waiting.delete(pending);
        this.ended.fire();
      });
    return this.last;
  }

  /** Whether a change is our own; what waits is moved along in any case. */
  follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): boolean {
    const isOurs = isOf(contentChanges, this.ours);
    // All of them are counted in the text before the change, so that the last one comes first.
    const changes = contentChanges
      .map(({ rangeOffset, rangeLength, text }) => ({ start: rangeOffset, length: rangeLength, text }))
      .sort((one, other) => other.start - one.start);
    for (const pending of this.waiting) {
      if (pending.document === document) {
        for (const change of changes) {
          (isOurs ? move : note)(pending, change);
        }
      }
    }
    return isOurs;
  }

  /** A program that puts a line end in leaves the caret where it was, or takes it back there at once. */
  private reach({ textEditor, kind }: vscode.TextEditorSelectionChangeEvent): void {
    const { document, selection } = textEditor;
    for (const pending of this.waiting) {
      if (pending.document === document) {
        const isThere = document.offsetAt(selection.active) >= pending.caret;
        pending.isReached = isThere || (pending.isReached && (kind !== undefined || pending.isOfKey));
      }
    }
  }

  private async write(pending: Waiting, edits: readonly OffsetEdit[], isOwnStep: boolean): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS && edits.length > 0; attempt++) {
      const { document } = pending;
      const editor = vscode.window.visibleTextEditors.find((shown) => shown.document === document);
      const now = pending.lost || !pending.isReached ? undefined : rebased(edits, pending.since);
      if (editor === undefined || now === undefined) {
        return;
      }
      this.ours = now;
      const undo = { undoStopBefore: isOwnStep, undoStopAfter: isOwnStep };
      const made = await editor.edit((builder) => build(builder, document, now, pending.caret), undo);
      this.ours = [];
      if (made) {
        return;
      }
    }
  }
}

function build(
  builder: vscode.TextEditorEdit,
  document: vscode.TextDocument,
  edits: readonly OffsetEdit[],
  caret: number,
): void {
  for (const { start, end, text } of edits) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    // What is put in before the caret moves it along.
    if (range.isEmpty && start <= caret) {
      builder.insert(range.start, text);
    } else {
      builder.replace(range, text);
    }
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

/** What we change before a caret, nobody has to make anew. */
function move(pending: Waiting, { start, length, text }: Change): void {
  if (start + length <= pending.caret) {
    pending.caret += text.length - length;
    pending.typedTo += text.length - length;
  }
}

function note(pending: Waiting, change: Change): void {
  // The blanks before another line end go in the same change as it comes.
  const end = change.start + change.length;
  if (change.text !== '' && change.length > 0 && end === pending.caret) {
    note(pending, { ...change, start: end, length: 0 });
    note(pending, { ...change, text: '' });
    return;
  }
  pending.since.push(change);
  const { start, length, text } = change;
  if (start >= pending.caret) {
    if (start <= pending.typedTo) {
      pending.typedTo = start + text.length + Math.max(0, pending.typedTo - start - length);
    }
    return;
  }
  const isTrimmed = text === '' && start >= pending.caret - pending.blanks && start + length <= pending.caret;
  if (isTrimmed) {
    pending.caret -= length;
    pending.blanks -= length;
    pending.typedTo -= length;
  } else {
    pending.lost = true;
  }
}
