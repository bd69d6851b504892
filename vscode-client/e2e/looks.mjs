// What no test inside the extension host can see: how a page is drawn, and what the side view lists.
import assert from 'node:assert/strict';
import path from 'node:path';
import { withPage } from './browser.mjs';
import { startEditor, windowUrl } from './editor.mjs';
import { copyDemo } from './workspace.mjs';

const PAGE = 'Rust ownership.md';
const ID = '1d5583fb-1f18-44df-bb03-42e5724f315a';
const REFERENCE = { block: 'the kitchen version', id: 'a96313b2', shows: 'only one jar' };
const REFERRING = { page: 'Debugging notes', file: 'Debugging notes.md' };

const WAIT_MS = 60_000;

export async function looks(vsix, folder) {
  const graph = await copyDemo(path.join(folder, 'demo'));
  const editor = await startEditor(path.join(folder, 'editor'), {
    vsix,
    settings: { 'editor.minimap.enabled': false, 'logseq-ls.references.display': 'replace' },
  });
  const outcomes = [];
  const see = async (title, check) => {
    const problem = await check().then(
      () => undefined,
      (failure) => failure.stack,
    );
    outcomes.push({ title, passed: problem === undefined, right: problem === undefined, problem });
  };
  try {
    await withPage(path.join(folder, 'profile'), async (page) => {
      page.setDefaultTimeout(WAIT_MS);
      await page.goto(windowUrl(editor.port, graph, { open: path.join(graph, 'pages', PAGE) }));
      await page.waitForSelector(`.tab[data-resource-name="${PAGE}"]`);
      await see('a line that holds an id is faint', () => isFaint(page));
      await see('a reference is replaced by its text', () => isReplaced(page));
      await see('on the line of the caret it is as it is written', () => isWrittenAtCaret(page));
      await see('the side view lists what refers to the page, and leads there', () => isListed(page));
    });
  } finally {
    await editor.stop();
  }
  return outcomes;
}

function lineWith(page, text) {
  return page.locator('.monaco-editor .view-line', { hasText: text }).first();
}

/** The style of the drawn text of a line, tried until it is as it is to be. */
async function eventually(check) {
  for (const end = Date.now() + WAIT_MS; ; ) {
    try {
      return await check();
    } catch (problem) {
      if (Date.now() > end) {
        throw problem;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function isFaint(page) {
  await eventually(async () => {
    const opacity = await lineWith(page, ID).evaluate((line, id) => {
      const piece = [...line.querySelectorAll('span')].findLast((span) => span.textContent.includes(id));
      return Number(getComputedStyle(piece).opacity);
    }, ID);
    // A line that is drawn anew at this moment has no style at all.
    assert.ok(opacity > 0 && opacity < 0.6, String(opacity));
  });
}

/** The id, whether it is seen, and what is drawn instead. */
function drawn(page) {
  return lineWith(page, REFERENCE.block).evaluate((line, id) => {
    const pieces = [...line.querySelectorAll('span')];
    const raw = pieces.findLast((span) => span.textContent.includes(id));
    const instead = pieces.map((span) => getComputedStyle(span, '::before').content).join('');
    return { isSeen: getComputedStyle(raw).display !== 'none', instead };
  }, REFERENCE.id);
}

async function isReplaced(page) {
  await eventually(async () => {
    const { isSeen, instead } = await drawn(page);
    assert.ok(!isSeen);
    assert.ok(instead.includes(REFERENCE.shows), instead);
  });
}

async function isWrittenAtCaret(page) {
  await lineWith(page, REFERENCE.block).click();
  await eventually(async () => {
    const { isSeen, instead } = await drawn(page);
    assert.ok(isSeen);
    assert.ok(!instead.includes(REFERENCE.shows), instead);
  });
}

async function isListed(page) {
  const pane = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Linked References' }) });
  await pane.locator('.pane-header').click();
  const rows = pane.locator('.monaco-list-row');
  const referring = rows.filter({ hasText: REFERRING.page }).first();
  await referring.waitFor();
  const level = Number(await referring.getAttribute('aria-level'));
  const below = pane.locator(`.monaco-list-row[aria-level="${level + 1}"]`).first();
  await below.click();
  await page.waitForSelector(`.tab.active:not([data-resource-name="${PAGE}"])`);
}
