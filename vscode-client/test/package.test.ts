import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import * as path from 'node:path';
import { test } from 'node:test';
import { readZip } from './zip';

/** What is shipped, as `npm run package` has left it. */
const PACKAGE = path.resolve(__dirname, 'logseq-ls.vsix');

interface Manifest {
  readonly main: string;
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

test('the package holds these files and no others', async () => {
  const files = await readZip(PACKAGE);
  assert.deepEqual([...files.keys()].sort(), [
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE.txt',
    'extension/changelog.md',
    'extension/dist/THIRD_PARTY_NOTICES.txt',
    'extension/dist/extension.js',
    'extension/dist/server/jvm.options',
    'extension/dist/server/logseq-ls.jar',
    'extension/icon.png',
    'extension/package.json',
    'extension/readme.md',
    'extension/syntaxes/logseq.tmLanguage.json',
    'extension/syntaxes/org.language-configuration.json',
    'extension/syntaxes/org.tmLanguage.json',
  ]);
});

test("the options of the JVM are those of the command line's launchers", async () => {
  const options = path.resolve(__dirname, '../../server/bin/jvm.options');
  assert.equal(await shipped('dist/server/jvm.options'), await readFile(options, 'utf8'));
});

test('the bundle stands alone: it asks for VS Code and for modules of Node only', async () => {
  const bundle = await shipped((await manifest()).main);
  const asked = new Set([...bundle.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name ?? ''));
  const foreign = [...asked].filter(
    (name) => name !== 'vscode' && !builtinModules.includes(name.replace(/^node:/, '')),
  );
  assert.ok(asked.has('vscode'));
  assert.deepEqual(foreign, []);
});

test('every command of the manifest is in the bundle', async () => {
  const { main, contributes } = await manifest();
  const bundle = await shipped(main);
  assert.ok(contributes.commands.length > 0);
  for (const { command } of contributes.commands) {
    assert.ok(bundle.includes(command), command);
  }
});

test('the licences of others are there: of the packages in the bundle, and of the libraries in the jar', async () => {
  const notices = await shipped('dist/THIRD_PARTY_NOTICES.txt');
  for (const name of [
    'vscode-languageclient',
    'vscode-jsonrpc',
    'semver',
    'minimatch',
    'Gson',
    'LSP4J',
    'Vavr',
  ]) {
    assert.match(notices, new RegExp(`^- .*${name}.* \\d+\\.\\d+.*: .+$`, 'm'), name);
  }
  assert.match(notices, /Copyright \(c\) Microsoft Corporation/);
  assert.match(notices, /Apache License/);
  assert.match(notices, /Atlassian Pty Ltd/);
});

async function manifest(): Promise<Manifest> {
  return JSON.parse(await shipped('package.json'));
}

async function shipped(name: string): Promise<string> {
  const file = (await readZip(PACKAGE)).get(path.posix.join('extension', name));
  assert.ok(file, `${name} is not in the package`);
  return file().toString('utf8');
}
