// Starts and stops the editor's server, on a free port of the loopback interface.
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { atTheEnd } from './ending.mjs';
import { installedEditor } from './install.mjs';

const START_MS = 120_000;
const STOP_MS = 10_000;

/** Nothing that would call out, ask questions or move about in the window. */
const QUIET_SETTINGS = {
  'security.workspace.trust.enabled': false,
  'files.autoSave': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'editor.hover.delay': 100,
};

/**
 * @param home a folder for the editor's own files: settings, extensions, state
 * @param options.vsix an extension to install first
 * @param options.settings user settings beside the quiet ones
 * @param options.env variables for the editor and the extensions in it
 */
export async function startEditor(home, { vsix, settings = {}, env = {} } = {}) {
  const { node, main } = await installedEditor();
  const folders = ['--server-data-dir', 'data', '--user-data-dir', 'user', '--extensions-dir', 'ext'].map(
    (arg) => (arg.startsWith('--') ? arg : path.join(home, arg)),
  );
  const common = [main, ...folders, '--accept-server-license-terms', '--telemetry-level', 'off'];
  // An empty gallery: with the preset one the server looks for extensions and their updates.
  // An editor leaves its sockets in the folder for temporary files: here they go with the rest of its files.
  const temporary = path.join(home, 'tmp');
  const environment = {
    ...process.env,
    // What the server would keep for its next start in the same folder, which there is not.
    LOGSEQ_LS_CACHE: 'off',
    ...env,
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    TMPDIR: temporary,
    XDG_RUNTIME_DIR: temporary,
  };

  await mkdir(temporary, { recursive: true });
  await mkdir(path.join(home, 'user', 'User'), { recursive: true });
  await writeFile(
    path.join(home, 'user', 'User', 'settings.json'),
    JSON.stringify({ ...QUIET_SETTINGS, ...settings }, undefined, 2),
  );
  if (vsix !== undefined) {
    const install = start(node, [...common, '--install-extension', vsix, '--force'], environment);
    if ((await install.ended) !== 0) {
      throw new Error(`${vsix} could not be installed:\n${install.output()}`);
    }
  }
  const port = await freePort();
  const server = start(
    node,
    [
      ...common,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--without-connection-token',
      '--enable-smoke-test-driver',
    ],
    environment,
  );
  try {
    await server.says('Web UI available', START_MS);
  } catch (problem) {
    await server.stop();
    throw problem;
  }
  return { port, ended: server.ended, output: server.output, stop: server.stop };
}

/**
 * The address of a window on a folder. Paths on the editor's machine are addressed as `vscode-remote`, even where
 * that is this machine.
 */
export function windowUrl(port, folder, { open, development, tests } = {}) {
  const remote = (file) => `vscode-remote://127.0.0.1:${port}${encodeURI(file)}`;
  const payload = [['skipWelcome', 'true']];
  if (open !== undefined) {
    payload.push(['openFile', remote(open)]);
  }
  if (development !== undefined) {
    payload.push(['extensionDevelopmentPath', remote(development)]);
  }
  if (tests !== undefined) {
    payload.push(['extensionTestsPath', remote(tests)]);
  }
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}

/** A child with a process group of its own, so that what it starts can be ended with it, and nothing else. */
function start(command, args, env) {
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ended = new Promise((resolve) => {
    child.once('error', (problem) => {
      output += problem.message;
      resolve(-1);
    });
    child.once('exit', (code) => resolve(code ?? -1));
  });
  const listeners = new Set();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      for (const listener of listeners) {
        listener();
      }
    });
  }
  const killGroup = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // Nobody is left in the group.
    }
  };
  const killed = atTheEnd(() => killGroup('SIGKILL'));

  return {
    ended,
    output: () => output,
    async says(text, withinMs) {
      const said = new Promise((resolve) => {
        const check = () => output.includes(text) && resolve('said');
        listeners.add(check);
        check();
      });
      const outcome = await Promise.race([said, ended.then(() => 'ended'), after(withinMs, 'silent')]);
      if (outcome !== 'said') {
        throw new Error(`The editor ${outcome === 'ended' ? 'ended' : 'did not start in time'}:\n${output}`);
      }
    },
    async stop() {
      killGroup('SIGTERM');
      await Promise.race([ended, after(STOP_MS)]);
      killGroup('SIGKILL');
      killed();
    },
  };
}

function after(ms, value) {
  return new Promise((resolve) => setTimeout(resolve, ms, value).unref());
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
