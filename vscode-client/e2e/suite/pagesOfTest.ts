import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { inWorkspace } from './support';

/**
 * Pages that are written for one test. Each has a name that no other test uses: the editor keeps the text of a file that
 * was closed for a while.
 */
export class PagesOfTest {
  private static number = 0;
  private readonly written = new Set<string>();
  /** What the names of these pages end with. */
  readonly turn = `turn ${++PagesOfTest.number}`;

  /** A name for a page, by what it is called in the test. */
  name(what: string): string {
    return `E2E ${what} ${this.turn}`;
  }

  uri(file: string): vscode.Uri {
    return inWorkspace('pages', file);
  }

  async write(texts: Record<string, string>): Promise<void> {
    for (const [file, text] of Object.entries(texts)) {
      this.written.add(file);
      await vscode.workspace.fs.writeFile(this.uri(file), Buffer.from(text));
    }
  }

  /** What is on the disk; `undefined` where there is no such file. */
  read(file: string): Promise<string | undefined> {
    this.written.add(file);
    return readFile(this.uri(file).fsPath, 'utf8').catch(() => undefined);
  }

  async remove(): Promise<void> {
    for (const file of this.written) {
      await Promise.resolve(vscode.workspace.fs.delete(this.uri(file))).catch(() => undefined);
    }
  }
}

/** Saves all documents: those too that an edit has just changed and no editor shows yet. */
export async function saveAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await document.save();
  }
}
