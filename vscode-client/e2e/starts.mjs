// The packaged extension with a Java that ends at once, then one that is silent, then one that serves.
import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPage } from './browser.mjs';
import { startEditor, windowUrl } from './editor.mjs';
import { copyDemo } from './workspace.mjs';

const client = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const RESTART = 'Logseq: Restart Language Server';

const WAIT_MS = 60_000;

/** Long enough for a second message to come, if there were one. */
const CALM_MS = 3_000;

export async function failingStarts(folder) {
  const graph = await copyDemo(path.join(folder, 'demo'));
  const java = await standIn(path.join(folder, 'java'));
  await java.is('dying');
  const editor = await startEditor(path.join(folder, 'editor'), {
    vsix: path.join(client, 'dist', 'logseq-ls.vsix'),
    env: { JAVA_HOME: java.home },
  });
  try {
    await withPage(path.join(folder, 'profile'), async (page) => {
      page.setDefaultTimeout(WAIT_MS);
      const open = path.join(graph, 'pages', 'Rust ownership.md');
      await page.goto(windowUrl(editor.port, graph, { open }));
      // Errors show by themselves in a real window; the test driver keeps them in the list behind the bell.
      const messages = page.locator('.notifications-center .notification-list-item-message');
      await page.waitForSelector('.codicon-bell-dot');
      await run(page, 'Notifications: Show Notifications');
      await messages.first().waitFor();
      await page.waitForTimeout(CALM_MS);
      assert.deepEqual(await messages.allTextContents(), ['The Logseq language server did not start.']);

      await java.is('silent');
      await run(page, RESTART);
      const silent = await java.processId();
      await java.is('serving');
      await run(page, RESTART);
      await page.waitForSelector('.squiggly-warning, .squiggly-error');
      assert.throws(() => process.kill(silent, 0), 'the silent server still runs');
      assert.equal(await messages.count(), 1);
    });
  } finally {
    await editor.stop();
  }
}

async function run(page, command) {
  await page.keyboard.press('F1');
  await page.keyboard.type(command);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** A Java that says its version, and does with the server what its mood says. */
async function standIn(home) {
  const mood = path.join(home, 'mood');
  const id = path.join(home, 'id');
  const java = path.join(home, 'bin', 'java');
  await mkdir(path.dirname(java), { recursive: true });
  await writeFile(
    java,
    `#!/bin/sh
case "$1-$(cat '${mood}')" in
  -version-* | *-serving) exec java "$@" ;;
  *-dying) exit 1 ;;
  *-silent) echo $$ > '${id}'; exec sleep 600 ;;
esac
`,
  );
  await chmod(java, 0o755);
  return {
    home,
    is: (value) => writeFile(mood, value),
    async processId() {
      for (const end = Date.now() + WAIT_MS; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
        const written = Number(await readFile(id, 'utf8').catch(() => '0'));
        if (written > 0) {
          return written;
        }
        assert.ok(Date.now() < end, 'the silent server was not started');
      }
    },
  };
}
