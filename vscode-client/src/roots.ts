import * as path from 'node:path';
import * as vscode from 'vscode';
import { graphRootAbove } from './graphs';

/**
 * The folders the server serves in this window: the graphs around the workspace folders and around the Markdown
 * files that were opened, and the folders where the user started it by command. A graph further down in a
 * workspace folder is not searched for; it is found when one of its files opens.
 */
export class Roots implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<readonly string[]>();
  private readonly subscriptions: vscode.Disposable[];
  private readonly started = new Set<string>();
  private current: ReadonlySet<string> = new Set();

  readonly onDidChange = this.changed.event;

  constructor() {
    this.subscriptions = [
      this.changed,
      vscode.workspace.onDidOpenTextDocument((document) => this.addGraphsOf([document])),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.lookAround()),
    ];
  }

  /** Looks at everything that is open. Graphs of folders that have left the window are let go. */
  async lookAround(): Promise<void> {
    const before = this.current;
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
    const graphs = await graphsAbove([
      ...folders.map(({ uri }) => uri.fsPath),
      ...foldersOf(vscode.workspace.textDocuments),
    ]);
    const foundMeanwhile = [...this.current].filter((root) => !before.has(root));
    this.replace([...graphs, ...this.started, ...foundMeanwhile]);
  }

  /** Serves a folder because the user said so, whether or not it is a graph. */
  async start(folder: string): Promise<void> {
    const root = (await graphRootAbove(folder)) ?? folder;
    this.started.add(root);
    this.replace([...this.current, root]);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async addGraphsOf(documents: readonly vscode.TextDocument[]): Promise<void> {
    const graphs = await graphsAbove(foldersOf(documents));
    this.replace([...this.current, ...graphs]);
  }

  private replace(roots: readonly string[]): void {
    const next = new Set(roots);
    if (next.size === this.current.size && roots.every((root) => this.current.has(root))) {
      return;
    }
    this.current = next;
    this.changed.fire([...next].sort());
  }
}

async function graphsAbove(folders: readonly string[]): Promise<string[]> {
  const graphs = await Promise.all([...new Set(folders)].map(graphRootAbove));
  return graphs.filter((graph) => graph !== undefined);
}

function foldersOf(documents: readonly vscode.TextDocument[]): string[] {
  return documents
    .filter(({ languageId, uri }) => languageId === 'markdown' && uri.scheme === 'file')
    .map(({ uri }) => path.dirname(uri.fsPath));
}
