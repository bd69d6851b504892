/** Stands for the module "vscode" in the unit tests: as much of it as `Roots` and the folding provider ask for. */

interface Disposable {
  dispose(): void;
}

export const Disposable = {
  from: (...all: Disposable[]): Disposable => ({
    dispose: () => {
      for (const one of all) {
        one.dispose();
      }
    },
  }),
};

export class EventEmitter<T> implements Disposable {
  private readonly listeners = new Set<(value: T) => unknown>();

  readonly event = (listener: (value: T) => unknown): Disposable => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };

  fire(value: T): void {
    for (const listener of this.listeners) {
      listener(value);
    }
  }

  dispose(): void {
    this.listeners.clear();
  }
}

export const ConfigurationTarget = { Workspace: 2 };

interface Folder {
  readonly uri: { readonly scheme: string; readonly fsPath: string };
}

const values = new Map<string, unknown>();

export const workspace = {
  workspaceFolders: [] as Folder[],
  textDocuments: [],
  onDidOpenTextDocument: new EventEmitter<unknown>().event,
  onDidChangeWorkspaceFolders: new EventEmitter<unknown>().event,
  getConfiguration: () => ({
    get: (_name: string, otherwise: unknown) => otherwise,
    inspect: (name: string) => ({ workspaceLanguageValue: values.get(name) }),
    update: async (name: string, value: unknown) => {
      values.set(name, value);
    },
  }),
};

/** What the tests change: the folders of the window, and the values of its workspace settings for Markdown. */
export function windowOf(...folders: string[]): void {
  workspace.workspaceFolders = folders.map((fsPath) => ({ uri: { scheme: 'file', fsPath } }));
}

export const workspaceSettings = values;
