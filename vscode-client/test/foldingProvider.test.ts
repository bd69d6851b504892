import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import type { ExtensionContext } from 'vscode';
import { clearFoldingProvider, setFoldingProvider } from '../src/foldingProvider';
import { windowOf, workspaceSettings } from './vscode';

const SETTING = 'defaultFoldingRangeProvider';

let folder: string;
let graph: string;
let plain: string;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'logseq-ls provider '));
  graph = path.join(folder, 'graph');
  plain = path.join(folder, 'plain');
  await mkdir(path.join(graph, 'logseq'), { recursive: true });
  await mkdir(plain);
  await writeFile(path.join(graph, 'logseq', 'config.edn'), '{}\n');
});

afterEach(() => workspaceSettings.clear());

after(() => rm(folder, { recursive: true }));

test('it is set where all folders are graphs, and taken back when another comes', async () => {
  const extension = extensionOf();
  windowOf(graph);
  await setFoldingProvider(extension);
  await clearFoldingProvider(extension);
  assert.equal(workspaceSettings.get(SETTING), 'ours');
  windowOf(graph, plain);
  await clearFoldingProvider(extension);
  assert.equal(workspaceSettings.get(SETTING), undefined);
  windowOf(graph);
  await setFoldingProvider(extension);
  assert.equal(workspaceSettings.get(SETTING), 'ours');
});

test('it is not set beside a folder that is no graph', async () => {
  windowOf(graph, plain);
  await setFoldingProvider(extensionOf());
  assert.equal(workspaceSettings.get(SETTING), undefined);
});

test('what the user has taken away stays away', async () => {
  const extension = extensionOf();
  windowOf(graph);
  await setFoldingProvider(extension);
  workspaceSettings.delete(SETTING);
  await setFoldingProvider(extension);
  assert.equal(workspaceSettings.get(SETTING), undefined);
});

test("a value of the user's is neither replaced nor taken back", async () => {
  const extension = extensionOf();
  workspaceSettings.set(SETTING, 'theirs');
  windowOf(graph);
  await setFoldingProvider(extension);
  assert.equal(workspaceSettings.get(SETTING), 'theirs');

  workspaceSettings.clear();
  await setFoldingProvider(extension);
  workspaceSettings.set(SETTING, 'theirs');
  windowOf(plain);
  await clearFoldingProvider(extension);
  assert.equal(workspaceSettings.get(SETTING), 'theirs');
});

test('ours as written by the user is theirs', async () => {
  workspaceSettings.set(SETTING, 'ours');
  windowOf(graph, plain);
  await clearFoldingProvider(extensionOf());
  assert.equal(workspaceSettings.get(SETTING), 'ours');
});

function extensionOf(): ExtensionContext {
  const state = new Map<string, unknown>();
  return {
    extension: { id: 'ours' },
    workspaceState: {
      get: (key: string, otherwise: unknown) => state.get(key) ?? otherwise,
      update: async (key: string, value: unknown) => {
        state.set(key, value);
      },
    },
  } as unknown as ExtensionContext;
}
