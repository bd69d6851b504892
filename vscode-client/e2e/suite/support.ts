import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';

/** How long to wait for what must come. The control, where nothing will, is given less. */
const PATIENCE_MS = Number(process.env.LOGSEQ_LS_E2E_PATIENCE_MS ?? 30_000);

/** Tries a check again and again until it passes; its last failure is the test's. */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await check();
    } catch (problem) {
      if (Date.now() > end) {
        throw problem;
      }
    }
    await pause(100);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export function inWorkspace(...names: string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.file(path.join(folder.uri.fsPath, ...names));
}

export async function show(
  file: vscode.Uri,
  options: vscode.TextDocumentShowOptions = {},
): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file), {
    preview: false,
    ...options,
  });
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The position just inside the first occurrence of a text. */
export function inside(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `${document.uri.path} has no "${text}"`);
  return document.positionAt(offset + 1);
}

export function lineOf(document: vscode.TextDocument, text: string): number {
  return inside(document, text).line;
}

/** Each folding range as the text of its first and last line, which is what a reader can check. */
export async function folds(document: vscode.TextDocument): Promise<string[]> {
  const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
    'vscode.executeFoldingRangeProvider',
    document.uri,
  );
  const text = (line: number) => document.lineAt(line).text.trim();
  return ranges.map(({ start, end }) => `${text(start)} … ${text(end)}`);
}

/** The first lines of the places a definition leads to. */
export async function targets(document: vscode.TextDocument, at: vscode.Position): Promise<string[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    at,
  );
  return Promise.all(
    found.map(async (place) => {
      const [uri, range] =
        'targetUri' in place ? [place.targetUri, place.targetRange] : [place.uri, place.range];
      const target = await vscode.workspace.openTextDocument(uri);
      return target.lineAt(range.start.line).text.trim();
    }),
  );
}

export async function hoverText(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    at,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** Our diagnostics of a file, as "code: text it stands on". */
export function findings(document: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'logseq')
    .map(({ code, range }) => `${codeText(code)}: ${document.getText(range)}`);
}

function codeText(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function isVisible(editor: vscode.TextEditor, text: string): boolean {
  const line = lineOf(editor.document, text);
  return editor.visibleRanges.some(({ start, end }) => start.line <= line && line <= end.line);
}

/** The process ids of the language servers that this extension host has started. */
export async function servers(): Promise<string[]> {
  const found: string[] = [];
  for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const read = (name: string) => readFile(`/proc/${id}/${name}`, 'utf8').catch(() => '');
    const isOurs = (await read('status')).includes(`\nPPid:\t${process.pid}\n`);
    if (isOurs && (await read('cmdline')).includes('logseq-ls.jar')) {
      found.push(id);
    }
  }
  return found;
}

/** The one server there is to be. */
export async function theServer(): Promise<string> {
  const [server, ...more] = await servers();
  assert.ok(server !== undefined, 'no server runs');
  assert.deepEqual(more, [], 'more than one server runs');
  return server;
}
