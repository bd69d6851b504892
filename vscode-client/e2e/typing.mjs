// The outline under real keys, in the window a user sees: what is typed on while the server thinks is neither lost nor
// put in another order.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withPage } from './browser.mjs';
import { startEditor, windowUrl } from './editor.mjs';
import { at, KEY_MS, outcome, SETTLE_MS, type } from './keys.mjs';
import { whileServersSleep } from './processes.mjs';
import { copyGraph } from './workspace.mjs';

const PAGE = 'E2E typing.md';
const BEFORE = '- first\n  - child\n    id:: 6f1c2d3e-4a5b-4c6d-8e7f-90a1b2c3d4e6\n- second\n- last\n';

const WAIT_MS = 60_000;

/** Blocks, one of them with one below it, and an empty one. */
const OUTLINE = [
  ...['Enter', 'alpha beta', 'Enter', 'gamma', 'Enter', 'Tab', 'delta', 'Enter', 'epsilon'],
  ...['Enter', 'Shift+Tab', 'zeta', 'Enter', 'Enter', 'eta'],
];
const WITH_OUTLINE = `${BEFORE}- alpha beta\n- gamma\n  - delta\n  - epsilon\n- zeta\n- \n- eta\n`;

const scenes = {
  'Enter, Tab and text at 30 ms a key': {
    async keys(page) {
      await at(page, 'last');
      await type(page, OUTLINE);
    },
    after: WITH_OUTLINE,
  },
  'the same while the server sleeps': {
    async keys(page) {
      await at(page, 'last');
      await whileServersSleep(() => type(page, OUTLINE));
    },
    after: WITH_OUTLINE,
  },
  'a line parted and typed on while the server sleeps': {
    async keys(page) {
      await at(page, 'second');
      await whileServersSleep(() =>
        type(page, ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Enter', 'xyz', 'Enter', 'Tab', 'uvw']),
      );
    },
    after: BEFORE.replace('- second', '- sec\n- xyz\n  - uvwond'),
  },
  'Enter in the middle of a line, typed on': {
    async keys(page) {
      await at(page, 'second');
      await type(page, ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Enter', 'xyz', 'Enter', 'uvw']);
    },
    after: BEFORE.replace('- second', '- sec\n- xyz\n- uvwond'),
  },
  'a block with an id keeps it': {
    async keys(page) {
      await at(page, 'child');
      await type(page, ['Enter', 'next one']);
    },
    after: BEFORE.replace('- second', '  - next one\n- second'),
  },
  'Shift+Enter goes on in the same block': {
    async keys(page) {
      await at(page, 'first');
      await type(page, ['Shift+Enter', 'more', 'Shift+Enter', 'text', 'Enter', 'new']);
    },
    after: BEFORE.replace('- first', '- first\n  more\n  text\n  - new'),
  },
  'an empty block goes out': {
    async keys(page) {
      await at(page, 'child');
      await page.keyboard.press('Enter');
      // Only a block that is there can be seen to be empty.
      await page.waitForTimeout(SETTLE_MS);
      await type(page, ['Enter', 'out']);
    },
    after: BEFORE.replace('- second', '- out\n- second'),
  },
  'a line end that comes from the disk gets no bullet': {
    async keys(page, file) {
      await at(page, 'last');
      await writeFile(file, `${BEFORE}\n`);
      await page.waitForTimeout(SETTLE_MS);
    },
    after: `${BEFORE}\n`,
  },
  'nor one that is put there when the page is saved': {
    async keys(page) {
      await at(page, 'last');
      await page.keyboard.press('Delete');
      await page.keyboard.press('Control+s');
      await page.waitForTimeout(SETTLE_MS);
    },
    after: BEFORE,
  },
  'one step of undo takes a bullet back': {
    async keys(page) {
      await at(page, 'last');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(SETTLE_MS);
      await page.keyboard.press('Control+z');
    },
    after: BEFORE,
  },
  'one step of undo takes a move back': {
    async keys(page) {
      await at(page, 'second');
      await page.keyboard.press('Tab');
      await page.waitForTimeout(SETTLE_MS);
      await page.keyboard.press('Control+z');
    },
    after: BEFORE,
  },
  'a subtree moves by a key that is held down, and back': {
    async keys(page) {
      await at(page, 'first');
      for (const key of ['Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowUp']) {
        await page.keyboard.press(key);
      }
      await page.waitForTimeout(SETTLE_MS);
      await page.keyboard.type('!', { delay: KEY_MS });
    },
    after: '- second\n- first!\n  - child\n    id:: 6f1c2d3e-4a5b-4c6d-8e7f-90a1b2c3d4e6\n- last\n',
  },
  'blocks that are pasted take the indentation of their place': {
    async keys(page) {
      await at(page, 'first');
      await page.keyboard.press('Home');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Control+x');
      await at(page, 'second');
      await type(page, ['Enter', 'Tab']);
      await page.waitForTimeout(SETTLE_MS);
      await page.keyboard.press('Control+v');
      await page.waitForTimeout(SETTLE_MS);
      await page.keyboard.type('!', { delay: KEY_MS });
    },
    after: '- second\n\t- first\n\t\t- child\n\t\t  id:: 6f1c2d3e-4a5b-4c6d-8e7f-90a1b2c3d4e6!\n- last\n',
  },
};

export async function typing(development, folder) {
  const graph = await copyGraph(path.join(folder, 'graph'));
  const file = path.join(graph, 'pages', PAGE);
  await writeFile(file, BEFORE);
  await writeFile(path.join(graph, 'pages', 'E2E typing more.md'), '- [[E2E typing]]\n');
  const editor = await startEditor(path.join(folder, 'editor'), {
    settings: {
      'editor.minimap.enabled': false,
      'editor.renderWhitespace': 'none',
      'editor.folding': false,
      'files.insertFinalNewline': true,
    },
  });
  const outcomes = [];
  try {
    await withPage(path.join(folder, 'profile'), async (page) => {
      page.setDefaultTimeout(WAIT_MS);
      await page.goto(windowUrl(editor.port, graph, { development, open: file }));
      await page.waitForSelector(`.tab[data-resource-name="${PAGE}"]`);
      await page.locator('.codelens-decoration', { hasText: 'reference' }).first().waitFor();
      for (const [title, { keys, after }] of Object.entries(scenes)) {
        outcomes.push(await outcome(title, () => plays(page, file, keys, after)));
      }
    });
  } finally {
    await editor.stop();
  }
  return outcomes;
}

/** Each scene begins with the same text, and what it comes to is saved. */
async function plays(page, file, keys, after) {
  await keys(page, file);
  await page.waitForTimeout(SETTLE_MS);
  await page.keyboard.press('Control+s');
  await page.waitForTimeout(SETTLE_MS);
  const saved = await readFile(file, 'utf8');
  await writeFile(file, BEFORE);
  await page.waitForTimeout(SETTLE_MS);
  assert.equal(saved, after);
}
