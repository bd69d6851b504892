// Runs a file of tests in the extension host of a window, and says what became of each.
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { withPage } from './browser.mjs';
import { startEditor, windowUrl } from './editor.mjs';

const RUN_MS = 10 * 60_000;

/**
 * @param folder a temporary folder for everything the run leaves behind
 * @param run.workspace the folder the window is opened on
 * @param run.tests the bundle of tests, exporting `run`
 * @param run.development the folder of the extension to load beside the installed ones
 * @param run.patienceMs how long a test waits for what must come
 */
export async function testsInExtensionHost(folder, { workspace, tests, development, patienceMs }) {
  const results = path.join(folder, 'results.json');
  const env = { LOGSEQ_LS_E2E_RESULTS: results, LOGSEQ_LS_E2E_PATIENCE_MS: String(patienceMs) };
  const editor = await startEditor(path.join(folder, 'editor'), { env });
  try {
    const log = await withPage(path.join(folder, 'profile'), (page) =>
      exitOf(page, windowUrl(editor.port, workspace, { development, tests })),
    );
    await access(results).catch(() => {
      throw new Error(`The tests did not run:\n${log}\n${editor.output()}`);
    });
    return JSON.parse(await readFile(results, 'utf8'));
  } finally {
    await editor.stop();
  }
}

/** The window reports to two functions of these names; the second is called when the tests are over. */
async function exitOf(page, url) {
  const log = [];
  let exit;
  const exited = new Promise((resolve) => {
    exit = resolve;
  });
  await page.exposeFunction('codeAutomationLog', (type, args) =>
    log.push(`${type}: ${args.map(String).join(' ')}`),
  );
  await page.exposeFunction('codeAutomationExit', (code) => exit(code));
  await page.goto(url);
  const timer = setTimeout(() => exit('no end in time'), RUN_MS);
  const code = await exited;
  clearTimeout(timer);
  log.push(`ended: ${code}`);
  return log.join('\n');
}
