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

/** What is to be folded, and for which answer: one that an edit has made old is replaced by the next. */
interface Task {
  readonly answer: FoldingAnswer;
  readonly collapsedLines: CollapsedLines;
}

/** How often a fold that did not show within so long is asked for, and how often all of that is done. */
const ATTEMPTS = 5;
const SETTLE_MS = 300;
const ROUNDS = 5;

/**
 * Shows the collapsed blocks of a file folded when it is first seen, once for each file as long as the window lives:
 * after that its folds are the user's. VS Code folds by command and only in the editor that has the focus, so a file
 * that is not in it waits: for its editor to become the active one, or for a sign that it has the focus again.
 */
export class InitialFolding implements vscode.Disposable {
  private readonly done = new Set<string>();
  /** The files being folded, with the version that is. */
  private readonly busy = new Map<string, number>();
  private readonly waiting = new Map<string, Task>();
  private readonly failures = new Map<string, number>();
  private readonly subscriptions = [
    vscode.window.onDidChangeActiveTextEditor(() => this.foldActive()),
    vscode.window.onDidChangeTextEditorSelection(() => this.foldActive()),
    vscode.window.tabGroups.onDidChangeTabs(() => this.foldActive()),
    vscode.workspace.onDidCloseTextDocument((document) => this.waiting.delete(keyOf(document))),
  ];

  constructor(private readonly log: (problem: string) => void) {}

  async answered(answer: FoldingAnswer, collapsedLines: CollapsedLines): Promise<void> {
    const key = keyOf(answer.document);
    // Asking for the merged ranges brings another answer for the same document here.
    if (this.done.has(key) || this.busy.get(key) === answer.version) {
      return;
    }
    this.waiting.set(key, { answer, collapsedLines });
    await this.foldActive();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async foldActive(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const key = document && keyOf(document);
    const task = key && this.waiting.get(key);
    if (!key || !task || this.busy.has(key) || editorOf(task.answer) === undefined) {
      return;
    }
    this.busy.set(key, task.answer.version);
    const folded = await isFolded(task).catch((problem) => {
      this.log(`The initial folds of ${key} failed: ${problem}`);
      return false;
    });
    this.busy.delete(key);
    if (folded || this.countFailure(key) >= ROUNDS) {
      this.done.add(key);
      this.waiting.delete(key);
    } else if (this.waiting.get(key) !== task) {
      // The file was edited meanwhile, and the answer for what it is now has come.
      await this.foldActive();
    }
  }

  private countFailure(key: string): number {
    const count = (this.failures.get(key) ?? 0) + 1;
    this.failures.set(key, count);
    return count;
  }
}

/**
 * Whether the collapsed blocks are folded now, or none is to be. The command does nothing, and does not say so, when
 * VS Code is about to compute its folds anew; then it is asked again. With `levels` it leaves a folded line as it is;
 * without, it would fold the block around it.
 */
async function isFolded({ answer, collapsedLines }: Task): Promise<boolean> {
  if (!foldsCollapsedBlocks(answer.document)) {
    return true;
  }
  const collapsed = await collapsedLines();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const merged = collapsed.length > 0 ? await mergedRanges(answer.document) : [];
    const editor = editorOf(answer);
    if (editor === undefined) {
      return false;
    }
    const selections = editor.selections.filter((selection) => !isUntouched(selection)).map(asLines);
    const lines = linesToFold(collapsed, { ours: answer.ranges, merged, selections });
    if (lines.length === 0) {
      return true;
    }
    await vscode.commands.executeCommand('editor.fold', { selectionLines: lines, levels: 1 });
    if (await showsFolds(editor, lines)) {
      return true;
    }
  }
  return false;
}

async function mergedRanges({ uri }: vscode.TextDocument): Promise<readonly LineRange[]> {
  return vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
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

/** The active editor, if it shows this version of the document, and as one that has folds: a diff has none. */
function editorOf({ document, version }: FoldingAnswer): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  const inDiff = vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff;
  return editor?.document === document && document.version === version && !inDiff ? editor : undefined;
}

/** The cursor of a file that was just opened: nobody has put it there. */
function isUntouched({ isEmpty, active }: vscode.Selection): boolean {
  return isEmpty && active.line === 0 && active.character === 0;
}

function asLines({ start, end }: vscode.Selection): LineRange {
  return { start: start.line, end: end.line };
}

function keyOf(document: vscode.TextDocument): string {
  return document.uri.toString();
}
