import assert from 'node:assert/strict';
import { test } from 'node:test';
import type * as vscode from 'vscode';
import { Roots } from '../src/roots';
import { windowOf } from './vscode';

test('an older look does not bring back what has left the window', async () => {
  const answers: (() => void)[] = [];
  const roots = new Roots((folder) => new Promise((resolve) => answers.push(() => resolve(folder))));
  const seen = rootsSeenBy(roots);

  windowOf('/notes', '/journal');
  const older = roots.lookAround();
  windowOf('/journal');
  const newer = roots.lookAround();
  for (const answer of answers.reverse()) {
    answer();
  }
  await Promise.all([older, newer]);
  assert.deepEqual(seen, [['/journal']]);
  roots.dispose();
});

test('folders that stay are no change', async () => {
  const roots = new Roots(async (folder) => folder);
  const seen = rootsSeenBy(roots);
  windowOf('/notes', '/journal');
  await roots.lookAround();
  await roots.lookAround();
  assert.deepEqual(seen, [['/journal', '/notes']]);
  roots.dispose();
});

test('a folder is served because the user says so, graph or not, whatever else changes', async () => {
  const roots = new Roots(async (folder) => (folder === '/notes/pages' ? '/notes' : undefined));
  const seen = rootsSeenBy(roots);
  windowOf('/notes/pages');
  await roots.lookAround();
  await roots.start('/plain');
  windowOf();
  await roots.lookAround();
  assert.deepEqual(seen, [['/notes'], ['/notes', '/plain'], ['/plain']]);
  roots.dispose();
});

test('a file that opens while the window is looked at is not forgotten', async () => {
  let answer: (root: string) => void = () => undefined;
  const roots = new Roots((folder) =>
    folder === '/slow' ? new Promise((resolve) => (answer = resolve)) : Promise.resolve(folder),
  );
  const seen = rootsSeenBy(roots);
  windowOf('/slow');
  const look = roots.lookAround();
  await roots.start('/opened');
  answer('/slow');
  await look;
  assert.deepEqual(seen, [['/opened'], ['/opened', '/slow']]);
  roots.dispose();
});

function rootsSeenBy(roots: Roots): (readonly string[])[] {
  const seen: (readonly string[])[] = [];
  roots.onDidChange((folders) => seen.push(folders));
  return seen;
}

test('what is served are the Markdown and Org pages in the roots', async () => {
  const roots = new Roots(async (folder) => (folder.startsWith('/notes') ? '/notes' : undefined));
  await roots.start('/notes');
  assert.ok(roots.serves(document('/notes/pages/a.md', 'markdown')));
  assert.ok(roots.serves(document('/notes/pages/..a.org', 'plaintext')));
  assert.ok(!roots.serves(document('/notes/logseq/config.edn', 'clojure')));
  assert.ok(!roots.serves(document('/notes 2/a.md', 'markdown')));
  assert.ok(!roots.serves(document('/a.md', 'markdown')));
  roots.dispose();
});

function document(file: string, languageId: string): vscode.TextDocument {
  return { uri: { scheme: 'file', path: file, fsPath: file }, languageId } as vscode.TextDocument;
}
