// The editor's own list of suggestions, its renaming and the choice of pages under real keys, in the window a user sees: what
// stays on the screen while one types on, and what is in the files afterwards.
import assert from 'node:assert/strict';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withPage } from './browser.mjs';
import { startEditor, windowUrl } from './editor.mjs';
import { at, KEY_MS, outcome, SETTLE_MS, type } from './keys.mjs';
import { copyGraph } from './workspace.mjs';

const PAGE = 'E2E writing.md';
const BEFORE = '- first\n- see\n';
const FAR = 'E2E far away.md';
const OLD = 'E2E old name.md';
const NEW = 'E2E new___name.md';
const BLOCK = '- The two quick words stand here';

/** Line ends and indentation of their own, and no line end after the last block. */
const OTHERS = {
  'E2E far away.md': `tags:: E2E old name, other\r\n\r\n- Above\r\n\t${BLOCK}\r\n\t- #[[E2E old name]] [a](../pages/E2E%20old%20name.md)`,
  'E2E old name.md': '- of its own: [[E2E old name]]\n',
  'E2E refers.md': '- [[E2E writing]]\n',
};

const WAIT_MS = 60_000;

const scenes = {
  async 'two words at 30 ms a key lead to a block of a closed file, and undo takes both files back'(window) {
    await at(window.page, 'see');
    await watchSuggestions(window.page);
    await type(window.page, [' ((two words']);
    await suggestion(window.page, 'The two quick words').waitFor();
    await type(window.page, [' sta']);
    assert.equal(await timesGone(window.page), 0, 'the list was away for a moment');
    await type(window.page, ['Enter']);
    await window.settles();
    const [, id] = /\(\(([-0-9a-f]{36})\)\)/.exec(await window.saved(PAGE)) ?? [];
    assert.equal(await window.saved(PAGE), `- first\n- see ((${id}))\n`);
    assert.equal(await window.saved(FAR), OTHERS[FAR].replace(BLOCK, `${BLOCK}\r\n\t  id:: ${id}`));
    await window.undo(FAR);
    await window.undo(PAGE);
    await window.settles();
    assert.equal(await window.saved(FAR), OTHERS[FAR]);
    assert.equal(await window.saved(PAGE), '- first\n- see ((two words sta))\n');
  },
  async 'a page that is not there yet is named by Enter'({ page, is }) {
    await at(page, 'see');
    await type(page, [' [[E2E brand new']);
    await suggestion(page, 'E2E brand new').waitFor();
    await type(page, ['Enter', ' and on']);
    await is('- first\n- see [[E2E brand new]] and on\n');
  },
  async 'a command that opens brackets goes on with what may stand in them'({ page, is }) {
    await at(page, 'see');
    await type(page, [' /page']);
    await suggestion(page, 'Page reference').waitFor();
    await type(page, ['Enter']);
    await suggestion(page, 'E2E').waitFor();
    await type(page, ['E2E targ']);
    await suggestion(page, 'E2E target').waitFor();
    await type(page, ['Enter', '!']);
    await is('- first\n- see [[E2E target]]!\n');
  },
  async 'the key of a property goes on with its values'({ page, is }) {
    await at(page, 'see');
    await type(page, ['Shift+Enter']);
    await page.waitForTimeout(SETTLE_MS);
    await type(page, ['backgr', 'Control+Space']);
    await suggestion(page, 'background-color').waitFor();
    await type(page, ['Enter']);
    await suggestion(page, 'green').waitFor();
    await type(page, ['gre']);
    await page.waitForTimeout(SETTLE_MS);
    await type(page, ['Enter']);
    await is('- first\n- see\n  background-color:: green\n');
  },
  async 'a page is renamed from a reference everywhere, and undo takes all of it back'(window) {
    const { page } = window;
    await at(page, 'see');
    await type(page, [' [[E2E old name', 'Escape', ']]', 'Control+s']);
    await page.waitForTimeout(SETTLE_MS);
    await type(page, ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'F2']);
    await page.waitForFunction(() => document.activeElement?.classList.contains('rename-input'));
    await type(page, ['Control+a', 'E2E new/name', 'Enter']);
    const before = '- first\n- see [[E2E old name]]\n';
    await eventually(async () => assert.equal(await window.saved(NEW), '- of its own: [[E2E new/name]]\n'));
    await window.settles();
    assert.equal(await window.saved(PAGE), before.replace('old name', 'new/name'));
    assert.equal(
      await window.saved(FAR),
      OTHERS[FAR].replace('%20old%20name', '%20new___name').replaceAll('old name', 'new/name'),
    );
    assert.equal(await window.exists(OLD), false);
    await window.undo(PAGE);
    await eventually(async () => assert.ok(await window.exists(OLD)));
    await window.settles();
    assert.equal(await window.exists(NEW), false);
    assert.equal(await window.saved(OLD), OTHERS[OLD]);
    assert.equal(await window.saved(FAR), OTHERS[FAR]);
    assert.equal(await window.saved(PAGE), before);
  },
  async 'a name that is taken renames nothing, and the reason is told'({ page, is }) {
    await at(page, 'see');
    await type(page, [' [[E2E old name', 'Escape', ']]', 'Control+s']);
    await page.waitForTimeout(SETTLE_MS);
    await type(page, ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'F2']);
    await page.waitForFunction(() => document.activeElement?.classList.contains('rename-input'));
    await type(page, ['Control+a', 'E2E far away', 'Enter']);
    await page.waitForTimeout(SETTLE_MS);
    // The test driver keeps messages in the list behind the bell.
    await type(page, ['F1']);
    await page.locator('.quick-input-widget input').first().waitFor();
    await type(page, ['Notifications: Show Notifications', 'Enter']);
    await page.locator('.notifications-center', { hasText: 'E2E far away' }).waitFor();
    await type(page, ['Escape']);
    await is('- first\n- see [[E2E old name]]\n');
  },
  async 'a block goes to the page that is chosen by words of its name'(window) {
    const { page } = window;
    await at(page, 'first');
    await command(page, 'Logseq: Move Block to Page');
    await type(page, ['away E2E']);
    await listed(page, 'E2E far away').waitFor();
    await type(page, ['Enter']);
    await window.is('- see\n');
    assert.equal(await window.saved(FAR), `${OTHERS[FAR]}\r\n- first`);
    await window.undo(FAR);
    await window.settles();
    assert.equal(await window.saved(FAR), OTHERS[FAR]);
  },
  async 'a block goes to a page of its own'(window) {
    const { page } = window;
    await at(page, 'first');
    await command(page, 'Logseq: Extract Block to Page');
    await type(page, ['E2E extracted', 'Enter']);
    await window.is('- [[E2E extracted]]\n- see\n');
    assert.match(await window.saved('E2E extracted.md'), /^- first\n?$/);
  },
  async 'a page is merged into another one that is there'(window) {
    const { page } = window;
    await window.open('E2E refers.md');
    await command(page, 'Logseq: Merge Page into');
    await type(page, ['E2E none of that name', 'Enter']);
    await page.waitForTimeout(SETTLE_MS);
    await type(page, ['Control+a', 'old E2E name']);
    await listed(page, 'E2E old name').waitFor();
    await type(page, ['Enter']);
    await eventually(async () => assert.equal(await window.exists('E2E refers.md'), false));
    await window.settles();
    assert.equal(await window.saved(OLD), `${OTHERS[OLD]}- [[E2E writing]]\n`);
  },
};

/**
 * @param development the folder of the extension
 * @param pictures a folder for a picture of each scene that is not as it should be
 */
export async function writing(development, pictures, folder) {
  const graph = await copyGraph(path.join(folder, 'graph'));
  const inGraph = (file) => path.join(graph, 'pages', file);
  for (const [file, text] of Object.entries({ ...OTHERS, [PAGE]: BEFORE })) {
    await writeFile(inGraph(file), text);
  }
  await mkdir(pictures, { recursive: true });
  const editor = await startEditor(path.join(folder, 'editor'), {
    settings: { 'editor.minimap.enabled': false, 'editor.renderWhitespace': 'none', 'editor.folding': false },
  });
  const outcomes = [];
  try {
    await withPage(path.join(folder, 'profile'), async (page) => {
      page.setDefaultTimeout(WAIT_MS);
      await page.goto(windowUrl(editor.port, graph, { development, open: inGraph(PAGE) }));
      await page.waitForSelector(`.tab[data-resource-name="${PAGE}"]`);
      await page.locator('.codelens-decoration', { hasText: 'reference' }).first().waitFor();
      const window = openWindow(page, inGraph);
      for (const [title, play] of Object.entries(scenes)) {
        const played = await outcome(title, () => play(window));
        if (!played.passed) {
          await page.screenshot({ path: path.join(pictures, `${title}.png`) });
        }
        outcomes.push(played);
        await window.beginsAnew();
      }
    });
  } finally {
    await editor.stop();
  }
  return outcomes;
}

function openWindow(page, inGraph) {
  const saved = (file) => readFile(inGraph(file), 'utf8');
  const window = {
    page,
    saved,
    exists: (file) =>
      access(inGraph(file)).then(
        () => true,
        () => false,
      ),
    /** All that is asked for is done, and saved. */
    async settles() {
      await page.waitForTimeout(SETTLE_MS);
      for (let dirty = page.locator('.tab.dirty').first(); (await dirty.count()) > 0; ) {
        await dirty.click();
        await page.keyboard.press('Control+s');
        await page.waitForTimeout(SETTLE_MS);
      }
    },
    async open(file) {
      await type(page, ['Control+p']);
      await page.locator('.quick-input-widget input').first().waitFor();
      await type(page, [file]);
      await listed(page, file).waitFor();
      await type(page, ['Enter']);
      await page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
    },
    /** One step of undo in a file. */
    async undo(file) {
      await page.locator(`.tab[data-resource-name="${file}"]`).click();
      await page.locator('.monaco-editor .view-line').first().click();
      await page.waitForTimeout(KEY_MS);
      await page.keyboard.press('Control+z');
    },
    async is(text) {
      await window.settles();
      assert.equal(await saved(PAGE), text);
    },
    async beginsAnew() {
      await page.locator(`.tab[data-resource-name="${PAGE}"]`).click();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await window.settles();
      await writeFile(inGraph(PAGE), BEFORE);
      await page.waitForTimeout(SETTLE_MS);
    },
  };
  return window;
}

function suggestion(page, label) {
  return page.locator('.suggest-widget.visible .monaco-list-row', { hasText: label }).first();
}

/** Has a command ask what it asks. */
async function command(page, title) {
  await type(page, ['F1']);
  await page.locator('.quick-input-widget input').first().waitFor();
  await type(page, [title]);
  await listed(page, title).waitFor();
  await type(page, ['Enter']);
  await page.locator('.quick-input-titlebar', { hasText: title.replace('Logseq: ', '') }).waitFor();
}

/** What VS Code lists to choose from. */
function listed(page, label) {
  return page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
}

/** Counts from now on how often the list goes away once it is there. */
function watchSuggestions(page) {
  return page.evaluate(() => {
    globalThis.timesGone = 0;
    let isThere = false;
    const look = () => {
      const was = isThere;
      isThere = document.querySelector('.suggest-widget.visible') !== null;
      globalThis.timesGone += was && !isThere ? 1 : 0;
      requestAnimationFrame(look);
    };
    look();
  });
}

function timesGone(page) {
  return page.evaluate(() => globalThis.timesGone);
}

async function eventually(check) {
  for (const end = Date.now() + WAIT_MS; ; ) {
    try {
      await check();
      return;
    } catch (problem) {
      if (Date.now() > end) {
        throw problem;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
