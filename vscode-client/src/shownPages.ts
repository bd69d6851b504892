import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Roots } from './roots';
import type { Server } from './server';

/** What our commands and menus wait for: true while the active editor shows a page of a graph that is served. */
const CONTEXT_KEY = 'logseq-ls.activePage';

/** A page that is shown, and the server to ask about it. */
export interface ServedPage {
  readonly editor: vscode.TextEditor;
  readonly client: LanguageClient;
}

/** The pages of graphs in the editors of this window, above all the active one. */
export class ShownPages implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];

  /** The active editor or the server is another one, or the files that are served are others. */
  readonly onDidChangeActive = this.changed.event;

  constructor(
    private readonly server: Server,
    private readonly roots: Roots,
  ) {
    this.subscriptions = [
      this.changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.look()),
      server.onDidChangeClient(() => this.look()),
    ];
  }

  get active(): ServedPage | undefined {
    return this.served(vscode.window.activeTextEditor);
  }

  get visible(): ServedPage[] {
    return vscode.window.visibleTextEditors.flatMap((editor) => this.served(editor) ?? []);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private served(editor: vscode.TextEditor | undefined): ServedPage | undefined {
    const { client } = this.server;
    return client && editor && this.roots.serves(editor.document) ? { editor, client } : undefined;
  }

  private look(): void {
    void vscode.commands.executeCommand('setContext', CONTEXT_KEY, this.active !== undefined);
    this.changed.fire();
  }
}
