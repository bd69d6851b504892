import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import * as vscode from 'vscode';
import { runTests } from './runner';
import {
  closeAll,
  eventually,
  findings,
  folds,
  hoverText,
  inside,
  inWorkspace,
  isVisible,
  pause,
  servers,
  show,
  targets,
} from './support';

const AIMED_AT = '6f1c2d3e-4a5b-4c6d-8e7f-90a1b2c3d4e5';

/** As VS Code's own Markdown extension folds `plain.md`. */
const BY_HEADINGS = ['# One … id:: nonsense', '## Two … id:: nonsense', '- item', '# Three … text'];

/** The window is opened on a folder with a Markdown file of its own, and with a graph further down. */
export function run(): Promise<void> {
  return runTests(() => {
    describe('Markdown beside a graph', markdownBesideAGraph);
  });
}

/** In this order: the first test stands before any file of the graph was opened, the last ones after. */
function markdownBesideAGraph(): void {
  afterEach(closeAll);

  it('is left alone while no file of the graph is open', async () => {
    const { document } = await show(inWorkspace('plain.md'));
    await isLeftAlone(document);
    await pause(2_000);
    assert.deepEqual(await servers(), []);
  });

  it('does not keep the graph from being served', async () => {
    const { document } = await show(inWorkspace('graph', 'pages', 'E2E references.md'));
    const at = inside(document, AIMED_AT);
    await eventually(async () => assert.deepEqual(await targets(document, at), ['- The block to aim at']));
    await eventually(() => assert.equal(findings(document).length, 3));
  });

  it('leaves the outline its folds, wherever it has one', async () => {
    const { document } = await show(inWorkspace('graph', 'pages', 'E2E folding.md'));
    await eventually(async () => {
      const found = await folds(document);
      assert.ok(found.includes('type:: fixture … status:: kept'), found.join('\n'));
      assert.ok(found.includes('kind:: example … note:: two properties'), found.join('\n'));
      assert.ok(found.includes('- After the heading … - with a child'), found.join('\n'));
    });
  });

  it('a collapsed block whose fold VS Code drops stays open, and the one around it as well', async () => {
    const editor = await show(inWorkspace('graph', 'pages', 'E2E merged.md'));
    await eventually(() => assert.ok(!isVisible(editor, 'hidden')));
    await pause(2_000);
    for (const text of ['- ## A', '- b', '- c', '- ## D', '- f', '- e']) {
      assert.ok(isVisible(editor, text), text);
    }
    // The trap: the range that the block lies in without it.
    const found = await folds(editor.document);
    assert.ok(found.includes('- ## A … - c'), found.join('\n'));
  });

  it('is left alone while the graph is served', async () => {
    const { document } = await show(inWorkspace('plain.md'));
    await pause(1_000);
    await isLeftAlone(document);
    await assert.rejects(access(inWorkspace('.vscode').fsPath), 'settings were written');
    await assert.rejects(access(inWorkspace('graph', '.vscode').fsPath), 'settings were written');
  });

  it('is served when the user says so', async () => {
    const { document } = await show(inWorkspace('plain.md'));
    await vscode.commands.executeCommand('logseq-ls.start');
    await eventually(() =>
      assert.ok(findings(document).some((finding) => finding.startsWith('malformed-id'))),
    );
  });
}

async function isLeftAlone(document: vscode.TextDocument): Promise<void> {
  await eventually(async () => {
    const found = await folds(document);
    assert.deepEqual(
      found.map((fold) => (fold.startsWith('- item') ? '- item' : fold)),
      BY_HEADINGS,
    );
  });
  assert.deepEqual(findings(document), []);
  const at = inside(document, 'ffffffff-');
  assert.equal(await hoverText(document, at), '');
  assert.deepEqual(await targets(document, at), []);
}
