import * as vscode from 'vscode';
import { ExecuteCommandRequest, type Location } from 'vscode-languageclient/node';
import { keyEdits } from './keyEdits';
import type { OutlineEdits } from './outlineEdits';
import { choosePage } from './pageChoice';
import type { ServedPage, ShownPages } from './shownPages';

/** What Tab waits for: true while the selection begins on the first line of a block. */
const AT_BULLET = 'logseq-ls.atBullet';

const BULLET = /^[ \t]*-(?:\s|$)/;
const HEADLINE = /^\*+(?:\s|$)/;

/** The commands that change the outline around the caret. The server has the editor make the changes. */
export class OutlineCommands implements vscode.Disposable {
  private last: Promise<void> = Promise.resolve();
  private atBullet: boolean | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly shown: ShownPages,
    private readonly edits: OutlineEdits,
  ) {
    const command = (name: string, run: () => unknown) => vscode.commands.registerCommand(name, run);
    this.subscriptions = [
      command('logseq-ls.moveBlockUp', () => this.step('up')),
      command('logseq-ls.moveBlockDown', () => this.step('down')),
      command('logseq-ls.indentBlock', () => this.step('in')),
      command('logseq-ls.outdentBlock', () => this.step('out')),
      command('logseq-ls.duplicateBlock', () => this.run('duplicateBlocks', {})),
      command('logseq-ls.deleteBlock', () => this.run('deleteBlocks', {})),
      command('logseq-ls.moveBlockToPage', () => this.moveToPage()),
      vscode.window.onDidChangeTextEditorSelection(() => this.look()),
      vscode.workspace.onDidChangeTextDocument(() => this.look()),
      edits.onDidEnd(() => this.look()),
      shown.onDidChangeActive(() => this.look()),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** One step is an edit of this document alone, which is made around whatever is typed on. */
  private async step(to: 'up' | 'down' | 'in' | 'out'): Promise<void> {
    const page = this.shown.active;
    if (page === undefined) {
      return;
    }
    const { document, selection } = page.editor;
    const { version } = document;
    const caret = document.offsetAt(selection.end);
    await this.edits.make({
      document,
      caret,
      blanks: 0,
      isOwnStep: true,
      isOfKey: true,
      ask: (pending) => {
        const at = document.positionAt(pending.caret);
        const range = document.version === version ? selection : new vscode.Range(at, at);
        return keyEdits(to, range, pending, page.client);
      },
    });
  }

  /** One after another: a key that is held down asks faster than a window is told of changes. */
  private run(command: string, more: object): Promise<void> {
    this.last = this.last.then(() => this.runNow(command, more)).catch(() => undefined);
    return this.last;
  }

  private async runNow(command: string, more: object): Promise<void> {
    // A bullet that is on its way is what the caret is at.
    await this.edits.settled();
    const page = this.shown.active;
    if (page === undefined) {
      return;
    }
    const { editor, client } = page;
    const { document, selection } = editor;
    const before = document.version;
    const moved: Location | null = await client.sendRequest(ExecuteCommandRequest.type, {
      command: `logseq-ls.${command}`,
      arguments: [
        {
          textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
          range: client.code2ProtocolConverter.asRange(selection),
          ...more,
        },
      ],
    });
    // Whoever has typed on has the caret where it belongs.
    if (moved && document.version === before + 1 && isIn(page, moved)) {
      const { start, end } = client.protocol2CodeConverter.asRange(moved.range);
      editor.selection = selection.isReversed
        ? new vscode.Selection(end, start)
        : new vscode.Selection(start, end);
      editor.revealRange(editor.selection);
    }
  }

  private async moveToPage(): Promise<void> {
    const from = this.shown.active;
    const page =
      from &&
      (await choosePage(from, {
        title: 'Move Block to Page',
        placeholder: 'A page, or the day of a journal',
        mayBeNew: true,
      }));
    if (page !== undefined) {
      await this.run('moveBlocks', { to: { page, at: 'end' } });
    }
  }

  private look(): void {
    const editor = this.shown.active?.editor;
    // A bullet on its way counts too: Tab may be faster than it.
    const atBullet = editor !== undefined && (isAtBullet(editor) || this.edits.awaits(editor.document));
    if (atBullet !== this.atBullet) {
      this.atBullet = atBullet;
      void vscode.commands.executeCommand('setContext', AT_BULLET, atBullet);
    }
  }
}

function isIn({ editor, client }: ServedPage, { uri }: Location): boolean {
  return client.protocol2CodeConverter.asUri(uri).toString() === editor.document.uri.toString();
}

/** An empty line below a bullet counts too: most often Enter has just made it, and the next bullet is on its way. */
function isAtBullet({ document, selection }: vscode.TextEditor): boolean {
  const isBullet = document.uri.path.endsWith('.org') ? HEADLINE : BULLET;
  const line = Math.min(selection.start.line, document.lineCount - 1);
  const text = document.lineAt(line).text;
  const isNew = text.trim() === '' && line > 0 && isBullet.test(document.lineAt(line - 1).text);
  return isBullet.test(text) || isNew;
}
