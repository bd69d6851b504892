import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient/node';
import { decorations } from './decorations';
import { Delayed } from './delayed';
import type { GraphChanges } from './graphChanges';
import { type Displays, DisplaysRequest } from './protocol';
import { bookkeepingLines, referencesDisplay } from './settings';
import type { ServedPage, ShownPages } from './shownPages';

const DELAY_MS = 100;

/** Lines above and below the screen that are decorated as well, so that scrolling a little shows nothing raw. */
const MARGIN = 40;

const NOTHING: Displays = { references: [], bookkeeping: [] };

/** What the server has said of the part of a document that was on the screen, and of which version. */
interface Answer {
  readonly version: number;
  readonly displays: Displays;
}

/**
 * Draws references as the text of their blocks, and the lines of ids and folds faint or not at all, as the settings say.
 * Only what is on the screen is asked for. Until the answer to an edit is there the old drawing stays, which VS Code moves
 * along with the text; a caret that moves asks nothing.
 */
export class PageDisplay implements vscode.Disposable {
  // The raw text takes no room; what is shown instead is set for each range.
  private readonly replaced = vscode.window.createTextEditorDecorationType({
    textDecoration: 'none; display: none',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  private readonly dimmed = vscode.window.createTextEditorDecorationType({ opacity: '0.4' });
  private readonly hidden = vscode.window.createTextEditorDecorationType({ opacity: '0' });
  private readonly answers = new WeakMap<vscode.TextEditor, Answer>();
  /** The lines of the carets for which an editor was drawn. */
  private readonly caretLines = new WeakMap<vscode.TextEditor, string>();
  private readonly asking = new Delayed(DELAY_MS, () => this.askForAll());
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly shown: ShownPages,
    changes: GraphChanges,
  ) {
    const again = () => this.asking.soon();
    this.subscriptions = [
      this.replaced,
      this.dimmed,
      this.hidden,
      this.asking,
      shown.onDidChangeActive(again),
      vscode.window.onDidChangeVisibleTextEditors(again),
      vscode.window.onDidChangeTextEditorVisibleRanges(again),
      changes.onDidChange(again),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('logseq-ls')) {
          again();
        }
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        const answer = this.answers.get(textEditor);
        const moved = this.caretLines.get(textEditor) !== caretLines(textEditor).join();
        if (moved && answer?.version === textEditor.document.version) {
          this.draw(textEditor, answer.displays);
        }
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async askForAll(): Promise<void> {
    const pages = this.shown.visible;
    const served = new Set(pages.map(({ editor }) => editor));
    for (const editor of vscode.window.visibleTextEditors.filter((other) => !served.has(other))) {
      if (this.answers.delete(editor)) {
        this.draw(editor, NOTHING);
      }
    }
    await Promise.all(pages.map((page) => this.ask(page)));
  }

  private async ask({ editor, client }: ServedPage): Promise<void> {
    const { document } = editor;
    const { version } = document;
    if (isAsWritten(document)) {
      this.answers.delete(editor);
      this.draw(editor, NOTHING);
      return;
    }
    const { code2ProtocolConverter: toProtocol } = client;
    const displays = await client
      .sendRequest(DisplaysRequest, {
        textDocument: toProtocol.asTextDocumentIdentifier(document),
        range: toProtocol.asRange(linesOf(editor)),
      })
      // A server that stops or is asked too early answers by an error: what is drawn stays.
      .catch(() => undefined);
    if (displays && document.version === version) {
      this.answers.set(editor, { version, displays });
      this.draw(editor, displays);
    }
  }

  private draw(editor: vscode.TextEditor, displays: Displays): void {
    const carets = caretLines(editor);
    this.caretLines.set(editor, carets.join());
    const { replaced, bookkeeping } = decorations(displays, new Set(carets));
    const references = referencesDisplay(editor.document) === 'replace' ? replaced : [];
    const lines = bookkeepingLines(editor.document);
    const ranges = bookkeeping.map(asRange);
    editor.setDecorations(this.replaced, references.map(asReplacement));
    editor.setDecorations(this.dimmed, lines === 'dim' ? ranges : []);
    editor.setDecorations(this.hidden, lines === 'hide' ? ranges : []);
  }
}

function isAsWritten(document: vscode.TextDocument): boolean {
  return referencesDisplay(document) !== 'replace' && bookkeepingLines(document) === 'show';
}

function caretLines({ selections }: vscode.TextEditor): number[] {
  return selections.map(({ active }) => active.line);
}

/** The lines on the screen and some around; where much is folded, all between. */
function linesOf({ document, visibleRanges }: vscode.TextEditor): vscode.Range {
  const first = Math.min(...visibleRanges.map(({ start }) => start.line), document.lineCount - 1);
  const last = Math.max(...visibleRanges.map(({ end }) => end.line), 0);
  return document.validateRange(new vscode.Range(Math.max(0, first - MARGIN), 0, last + MARGIN + 1, 0));
}

function asReplacement({ range, text }: { range: Range; text: string }): vscode.DecorationOptions {
  const before = { contentText: text, color: new vscode.ThemeColor('textLink.foreground') };
  return { range: asRange(range), renderOptions: { before } };
}

function asRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
