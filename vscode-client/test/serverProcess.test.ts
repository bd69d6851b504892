import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ServerProcess } from '../src/serverProcess';

// The stand-ins for Java are shell scripts.
describe('the process of the server', { skip: process.platform === 'win32' }, () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'logseq-ls process '));
    process.env.LOGSEQ_LS_CACHE = 'off';
  });

  after(() => rm(folder, { recursive: true }));

  test('it gets the jar, in the folder of the jar', async () => {
    const server = await serverOf('echo "$PWD" "$@"');
    const child = await server.start();
    let printed = '';
    for await (const piece of child.stdout.setEncoding('utf8')) {
      printed += piece;
    }
    assert.equal(printed, `${folder} @${folder}/jvm.options -jar ${folder}/logseq-ls.jar stdio\n`);
    await server.end(0);
  });

  test('one that does not listen is ended by force', { timeout: 20_000 }, async () => {
    const server = await serverOf('trap "" TERM; echo ready; while :; do sleep 0.1; done');
    const child = await server.start();
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await server.end(50);
    assert.equal(child.signalCode, 'SIGKILL');
  });

  test('one that ends in time is waited for', { timeout: 20_000 }, async () => {
    const server = await serverOf('read line');
    const child = await server.start();
    child.stdin.end('\n');
    await server.end(15_000);
    assert.equal(child.exitCode, 0);
  });

  test('one whose start was given up is not started', async () => {
    const server = await serverOf('exit 0');
    await server.end(0);
    await assert.rejects(server.start(), /given up/);
  });

  test('a Java that cannot be started is a failure of the start', async () => {
    const server = new ServerProcess(path.join(folder, 'nowhere'), folder, () => undefined);
    await assert.rejects(server.start(), /ENOENT/);
    await server.end(0);
  });

  async function serverOf(script: string): Promise<ServerProcess> {
    const java = path.join(folder, 'java');
    await writeFile(java, `#!/bin/sh\n${script}\n`);
    await chmod(java, 0o755);
    return new ServerProcess(java, folder, () => undefined);
  }
});
