// The packaged extension in the window a user sees: looks for what a user would, and takes a picture.
//   node e2e/screenshot.mjs picture.png
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPage } from './browser.mjs';
import { startEditor, windowUrl } from './editor.mjs';
import { endOnSignals } from './ending.mjs';
import { copyDemo, withTemporaryFolder } from './workspace.mjs';

const client = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const vsix = path.join(client, 'dist', 'logseq-ls.vsix');

const PAGE = 'Rust ownership.md';
const FOLDED = { block: 'Moves and copies', inside: 'small plain values' };
const REFERENCE = {
  block: 'same way out as in',
  id: 'f9fa6daa',
  shows: 'make the case smaller',
  page: 'Debugging notes.md',
};

const WAIT_MS = 60_000;

/** The hover fades in; before that it is no picture of anything. */
const FADE_MS = 500;

export async function screenshot(picture, folder) {
  const graph = await copyDemo(path.join(folder, 'demo'));
  const editor = await startEditor(path.join(folder, 'editor'), {
    vsix,
    settings: { 'editor.minimap.enabled': false, 'editor.renderWhitespace': 'none' },
  });
  try {
    await withPage(path.join(folder, 'profile'), async (page) => {
      page.setDefaultTimeout(WAIT_MS);
      await page.goto(windowUrl(editor.port, graph, { open: path.join(graph, 'pages', PAGE) }));
      await page.waitForSelector(`.tab[data-resource-name="${PAGE}"]`);
      await seesFoldedBlock(page);
      await page.waitForSelector('.squiggly-warning, .squiggly-error');
      await seesHover(page);
      await page.waitForTimeout(FADE_MS);
      await page.screenshot({ path: picture });
      await seesDefinition(page);
    });
  } finally {
    await editor.stop();
  }
}

async function seesFoldedBlock(page) {
  const line = (text) => page.locator('.monaco-editor .view-line', { hasText: text });
  await line(FOLDED.block).waitFor();
  await page.locator('.codicon-folding-collapsed').first().waitFor();
  await line(FOLDED.inside).waitFor({ state: 'detached' });
}

/** Hovering before the server has read the graph shows nothing, so the mouse leaves and comes back. */
async function seesHover(page) {
  const hover = page.locator('.monaco-hover:not(.hidden)', { hasText: REFERENCE.shows });
  for (const end = Date.now() + WAIT_MS; ; ) {
    const at = await placeOf(page, REFERENCE.block, REFERENCE.id);
    await page.mouse.move(at.x, at.y);
    await page.mouse.move(at.x + 1, at.y);
    try {
      await hover.waitFor({ timeout: 3_000 });
      return;
    } catch (problem) {
      if (Date.now() > end) {
        throw problem;
      }
      await page.mouse.move(at.x, 5);
    }
  }
}

/** With Ctrl held the reference becomes a link after the mouse has moved on it. */
async function seesDefinition(page) {
  // Lenses move the lines, so the place is another one than before.
  const at = await placeOf(page, REFERENCE.block, REFERENCE.id);
  await page.mouse.move(at.x, 5);
  await page.keyboard.down('Control');
  await page.mouse.move(at.x, at.y);
  await page.mouse.move(at.x + 1, at.y);
  await page.waitForSelector('.goto-definition-link');
  await page.mouse.click(at.x + 1, at.y);
  await page.keyboard.up('Control');
  await page.waitForSelector(`.tab.active[data-resource-name="${REFERENCE.page}"]`);
}

/** The middle of a text on the screen; a line is made of many elements, and a text may reach over several. */
async function placeOf(page, lineText, text) {
  const line = page.locator('.monaco-editor .view-line', { hasText: lineText }).first();
  return line.evaluate((element, wanted) => {
    const range = element.ownerDocument.createRange();
    const pieces = [];
    const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      pieces.push(node);
    }
    const offset = pieces
      .map((piece) => piece.data)
      .join('')
      .indexOf(wanted);
    let before = 0;
    for (const piece of pieces) {
      if (offset < before + piece.data.length) {
        range.setStart(piece, offset - before);
        range.setEnd(piece, Math.min(piece.data.length, offset - before + wanted.length));
        break;
      }
      before += piece.data.length;
    }
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const picture = process.argv[2];
  if (picture === undefined) {
    console.error('usage: node e2e/screenshot.mjs picture.png');
    process.exit(2);
  }
  endOnSignals();
  await withTemporaryFolder((folder) => screenshot(path.resolve(picture), folder));
}
