import * as path from 'node:path';
import * as vscode from 'vscode';
import { graphRootAbove } from './graphs';
import { isPage } from './pages';

/**
 * The folders the server serves in this window: the graphs around the workspace folders and around the pages
 * that were opened, and the folders where the user started it by command. A graph further down in a
 * workspace folder is not searched for; it is found when one of its files opens.
 */
export class Roots implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<readonly string[]>();
  private readonly subscriptions: vscode.Disposable[];
  private readonly started = new Set<string>();
  private current: ReadonlySet<string> = new Set();
  private looks = 0;

  readonly onDidChange = this.changed.event;

  constructor(private readonly rootAbove: typeof graphRootAbove = graphRootAbove) {
    this.subscriptions = [
      this.changed,
      vscode.workspace.onDidOpenTextDocument((document) => this.addGraphsOf([document])),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.lookAround()),
    ];
  }

  /** Looks at everything that is open. Graphs of folders that have left the window are let go. */
  async lookAround(): Promise<void> {
    const look = ++this.looks;
    const before = this.current;
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
    const graphs = await this.graphsAbove([
      ...folders.map(({ uri }) => uri.fsPath),
      ...foldersOf(vscode.workspace.textDocuments),
    ]);
    // The folders have changed since: what this saw is old, and would bring back what has left the window.
    if (look !== this.looks) {
      return;
    }
    const foundMeanwhile = [...this.current].filter((root) => !before.has(root));
    this.replace([...graphs, ...this.started, ...foundMeanwhile]);
  }

  /** Serves a folder because the user said so, whether or not it is a graph. */
  async start(folder: string): Promise<void> {
    const root = (await this.rootAbove(folder)) ?? folder;
    this.started.add(root);
    this.replace([...this.current, root]);
  }

  /** Whether a document is a page in one of the folders. */
  serves(document: vscode.TextDocument): boolean {
    const file = document.uri.fsPath;
    return isPage(document) && [...this.current].some((root) => isInside(file, root));
  }

  /** One of the folders, always the same while they are. */
  get first(): string | undefined {
    return [...this.current].sort()[0];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async addGraphsOf(documents: readonly vscode.TextDocument[]): Promise<void> {
    const graphs = await this.graphsAbove(foldersOf(documents));
    this.replace([...this.current, ...graphs]);
  }

  private async graphsAbove(folders: readonly string[]): Promise<string[]> {
    const graphs = await Promise.all([...new Set(folders)].map((folder) => this.rootAbove(folder)));
    return graphs.filter((graph) => graph !== undefined);
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

function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative);
}

function foldersOf(documents: readonly vscode.TextDocument[]): string[] {
  return documents.filter(isPage).map(({ uri }) => path.dirname(uri.fsPath));
}
