// Fresh copies of what the windows are opened on: tests edit files, and the editor may write settings.
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { atTheEnd } from './ending.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const demo = path.join(here, '..', '..', 'testdata', 'graphs', 'demo');

const REMOVE = { recursive: true, force: true, maxRetries: 5 };

/** Hands `use` a temporary folder that is gone afterwards. */
export async function withTemporaryFolder(use) {
  const folder = await mkdtemp(path.join(tmpdir(), 'logseq-ls-e2e-'));
  const removed = atTheEnd(() => rmSync(folder, REMOVE));
  try {
    return await use(folder);
  } finally {
    await rm(folder, REMOVE);
    removed();
  }
}

export async function copyDemo(target) {
  await mkdir(target, { recursive: true });
  await cp(demo, target, { recursive: true });
  return target;
}

/** The demo graph with the pages the tests bring along. */
export async function copyGraph(target) {
  await copyDemo(target);
  await cp(path.join(here, 'fixtures', 'graph'), target, { recursive: true });
  return target;
}

/** A folder that is no graph and has one further down. */
export async function copyMixed(target) {
  await mkdir(target, { recursive: true });
  await cp(path.join(here, 'fixtures', 'plain'), target, { recursive: true });
  await copyGraph(path.join(target, 'graph'));
  return target;
}
