import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import * as path from 'node:path';
import { test } from 'node:test';

const client = path.resolve(__dirname, '..');

interface Manifest {
  readonly main: string;
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

test('the bundle stands alone: it asks for VS Code and for modules of Node only', async () => {
  const bundle = await readFile(path.join(client, (await manifest()).main), 'utf8');
  const asked = new Set([...bundle.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name ?? ''));
  const foreign = [...asked].filter(
    (name) => name !== 'vscode' && !builtinModules.includes(name.replace(/^node:/, '')),
  );
  assert.ok(asked.has('vscode'));
  assert.deepEqual(foreign, []);
});

test('every command of the manifest is in the bundle', async () => {
  const { main, contributes } = await manifest();
  const bundle = await readFile(path.join(client, main), 'utf8');
  assert.ok(contributes.commands.length > 0);
  for (const { command } of contributes.commands) {
    assert.ok(bundle.includes(command), command);
  }
});

async function manifest(): Promise<Manifest> {
  return JSON.parse(await readFile(path.join(client, 'package.json'), 'utf8'));
}
