import * as vscode from 'vscode';
import { type LineRange, linesToFold } from './initialFolds';
import { foldsCollapsedBlocks } from './settings';

/** A folding answer of ours, and the version of the document it is for. */
export interface FoldingAnswer {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly ranges: readonly vscode.FoldingRange[];
}

type CollapsedLines = () => Promise<readonly number[]>;

/** How often a fold that did not show within so long is asked for. */
const ATTEMPTS = 5;
const SETTLE_MS = 300;

/**
 * Shows the collapsed blocks of a file folded when it is first seen, once for each file as long as the window lives:
 * after that its folds are the user's. VS Code folds by command and only in the active editor, so a file that is
 * answered for while it is not active waits until it is.
 */
export class InitialFolding implements vscode.Disposable {
  private readonly done = new Set<string>();
  private readonly waiting = new Map<string, () => Promise<void>>();
  private readonly subscriptions = [
    vscode.window.onDidChangeActiveTextEditor((editor) => this.waiting.get(keyOf(editor?.document))?.()),
    vscode.workspace.onDidCloseTextDocument((document) => this.waiting.delete(keyOf(document))),
  ];

  constructor(private readonly log: (problem: string) => void) {}

  async answered(answer: FoldingAnswer, collapsedLines: CollapsedLines): Promise<void> {
    try {
      await this.foldOnce(answer, collapsedLines);
    } catch (problem) {
      this.log(`The initial folds of ${answer.document.uri} failed: ${problem}`);
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async foldOnce(answer: FoldingAnswer, collapsedLines: CollapsedLines): Promise<void> {
    const key = keyOf(answer.document);
    this.waiting.delete(key);
    if (this.done.has(key)) {
      return;
    }
    if (editorOf(answer) === undefined) {
      this.waiting.set(key, () => this.answered(answer, collapsedLines));
      return;
    }
    const collapsed = await collapsedLines();
    const editor = editorOf(answer);
    // Edited or left in the meantime: the next answer tries again. Several answers can be on their way at once.
    if (editor === undefined || this.done.has(key)) {
      return;
    }
    this.done.add(key);
    if (foldsCollapsedBlocks(answer.document)) {
      await fold(answer, collapsed);
    }
  }
}

/**
 * The command does nothing, and does not say so, when VS Code is about to compute its folds anew; then it is asked
 * again. With `levels` it leaves a folded line as it is; without, it would fold the block around it.
 */
async function fold(answer: FoldingAnswer, collapsed: readonly number[]): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const editor = editorOf(answer);
    const lines = editor ? linesToFold(answer.ranges, collapsed, editor.selections.map(asLines)) : [];
    if (editor === undefined || lines.length === 0) {
      return;
    }
    await vscode.commands.executeCommand('editor.fold', { selectionLines: lines, levels: 1 });
    if (await showsFolds(editor, lines)) {
      return;
    }
  }
}

/**
 * The screen tells: a folded line is followed by a gap in the visible ranges. One such line is enough, as the command
 * folds all or nothing; and having been there is enough, as the user may open a block again at once. Where no line to
 * be folded is on the screen there is nothing to go by, and the command is taken at its word.
 */
async function showsFolds(editor: vscode.TextEditor, lines: readonly number[]): Promise<boolean> {
  const isFolded = (line: number) => editor.visibleRanges.slice(0, -1).some(({ end }) => end.line === line);
  const isOpen = (line: number) =>
    editor.visibleRanges.some(({ start, end }) => start.line <= line && line < end.line);
  return new Promise((resolve) => {
    const finish = (shown: boolean) => {
      clearTimeout(timer);
      subscription.dispose();
      resolve(shown);
    };
    const look = () => lines.some(isFolded) && finish(true);
    const subscription = vscode.window.onDidChangeTextEditorVisibleRanges(look);
    const timer = setTimeout(() => finish(!lines.some(isOpen)), SETTLE_MS);
    look();
  });
}

function editorOf({ document, version }: FoldingAnswer): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document && document.version === version ? editor : undefined;
}

function asLines({ start, end }: vscode.Selection): LineRange {
  return { start: start.line, end: end.line };
}

function keyOf(document: vscode.TextDocument | undefined): string {
  return document?.uri.toString() ?? '';
}
