import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { after, before, test } from 'node:test';
import { graphRootAbove, isGraphRoot } from '../src/graphs';

let folder: string;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'logseq ls {graphs} [1]-'));
  await makeGraph('notes');
  await mkdir(path.join(folder, 'notes', 'pages', 'deep'), { recursive: true });
  await makeGraph('notes/attic/old');
  await mkdir(path.join(folder, 'plain', 'logseq', 'config.edn'), { recursive: true });
});

after(() => rm(folder, { recursive: true }));

test('a graph folder is its own root', async () => {
  assert.equal(await graphRootAbove(at('notes')), at('notes'));
});

test('a folder inside a graph belongs to it', async () => {
  assert.equal(await graphRootAbove(at('notes/pages/deep')), at('notes'));
});

test('of two graphs around a folder the nearer one counts', async () => {
  assert.equal(await graphRootAbove(at('notes/attic/old')), at('notes/attic/old'));
  assert.equal(await graphRootAbove(at('notes/attic')), at('notes'));
});

test('a folder that is gone still has its place', async () => {
  assert.equal(await graphRootAbove(at('notes/pages/no such folder')), at('notes'));
});

test('outside a graph there is no root', async () => {
  assert.equal(await graphRootAbove(folder), undefined);
});

test('a folder named config.edn makes no graph', async () => {
  assert.equal(await isGraphRoot(at('plain')), false);
});

function at(relative: string): string {
  return path.join(folder, ...relative.split('/'));
}

async function makeGraph(relative: string): Promise<void> {
  await mkdir(path.join(at(relative), 'logseq'), { recursive: true });
  await writeFile(path.join(at(relative), 'logseq', 'config.edn'), '{}\n');
}
