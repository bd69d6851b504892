import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { after, before, test } from 'node:test';
import { classArchiveOptions } from '../src/classArchive';

const JAR = '/opt/a b/logseq-ls.jar';

let cache: string;

before(async () => {
  cache = await mkdtemp(path.join(tmpdir(), 'logseq-ls cache '));
  await mkdir(path.join(cache, 'logseq-ls'));
});

after(() => rm(cache, { recursive: true }));

test('the server is told where its archive is to be, and the JVM of the one that is there', async () => {
  const place = `-Dlogseqls.archive=${at('opt-a b-logseq-ls.jar')}`;
  assert.deepEqual(await options(), [place]);
  await writeFile(at('opt-a b-logseq-ls.jar.1234.3.jsa'), 'abc');
  await writeFile(at('opt-a b-logseq-ls.jar.1234.tmp'), 'abc');
  await writeFile(at('opt-other-logseq-ls.jar.1234.3.jsa'), 'abc');
  const archive = `-XX:SharedArchiveFile=${at('opt-a b-logseq-ls.jar.1234.3.jsa')}`;
  assert.deepEqual(await options(), [place, archive]);
  await writeFile(at('opt-a b-logseq-ls.jar.1234.3.jsa'), 'cut off'.slice(0, 2));
  assert.deepEqual(await options(), [place]);
});

test('there is none where it is switched off, nor where there is no place for it', async () => {
  assert.deepEqual(await options({ LOGSEQ_LS_CACHE: 'off' }), []);
  assert.deepEqual(await classArchiveOptions(JAR, {}, 'linux'), []);
  assert.deepEqual(await classArchiveOptions(JAR, {}, 'win32'), []);
});

test('the cache is where the system has it', { skip: process.platform === 'win32' }, async () => {
  const placeOn = async (platform: NodeJS.Platform) =>
    (await classArchiveOptions(JAR, { HOME: '/no/home', XDG_CACHE_HOME: 'relative' }, platform))[0];
  assert.equal(await placeOn('linux'), '-Dlogseqls.archive=/no/home/.cache/logseq-ls/opt-a b-logseq-ls.jar');
  assert.equal(
    await placeOn('darwin'),
    '-Dlogseqls.archive=/no/home/Library/Caches/logseq-ls/opt-a b-logseq-ls.jar',
  );
});

function options(env: NodeJS.ProcessEnv = {}): Promise<string[]> {
  return classArchiveOptions(JAR, { XDG_CACHE_HOME: cache, ...env }, 'linux');
}

function at(name: string): string {
  return path.join(cache, 'logseq-ls', name);
}
