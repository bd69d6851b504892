import * as vscode from 'vscode';
import { Delayed } from './delayed';

/** The server hears of files some time after VS Code does, and then reads them. */
const DISK_DELAY_MS = 700;

/** The times when what the server says of a page may have become another: a page was edited, on screen or on disk. */
export class GraphChanges implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly later = new Delayed(DISK_DELAY_MS, () => this.changed.fire());
  private readonly subscriptions: vscode.Disposable[];

  readonly onDidChange = this.changed.event;

  constructor() {
    const files = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown,org}');
    const diskChanged = () => this.later.whenCalm();
    this.subscriptions = [
      this.changed,
      this.later,
      files,
      files.onDidChange(diskChanged),
      files.onDidCreate(diskChanged),
      files.onDidDelete(diskChanged),
      vscode.workspace.onDidChangeTextDocument(({ contentChanges }) => {
        if (contentChanges.length > 0) {
          this.changed.fire();
        }
      }),
    ];
  }

  /** The server has read a graph, for the first time or anew. */
  graphWasRead(): void {
    this.changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }
}
