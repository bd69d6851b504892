import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { everyProblem } from './problems';
import { everyRename } from './renames';
import { everyRow } from './rows';
import { runTests } from './runner';
import { everySuggestion } from './suggestions';
import {
  closeAll,
  eventually,
  findings,
  folds,
  hoverText,
  inside,
  inWorkspace,
  isVisible,
  lineOf,
  pause,
  show,
  targets,
  theServer,
} from './support';

const AIMED_AT = '6f1c2d3e-4a5b-4c6d-8e7f-90a1b2c3d4e5';
const NOWHERE = 'ffffffff-0000-4000-8000-000000000000';

/** The window is opened on a graph: a copy of the demo with the pages of `fixtures/graph`. */
export function run(): Promise<void> {
  return runTests(() => {
    describe('with the server', withTheServer);
    describe('with the server, every row:', everyRow);
    describe('with the server, every problem:', everyProblem);
    describe('with the server, every suggestion:', everySuggestion);
    describe('with the server, every rename:', everyRename);
    describe('with or without it', withOrWithoutIt);
  });
}

/** Each of these must fail in the control, where the extension is not loaded. */
function withTheServer(): void {
  afterEach(closeAll);

  it('folds are those of the outline and no others', async () => {
    const { document } = await show(page('E2E folding.md'));
    await eventually(async () =>
      assert.deepEqual(await folds(document), [
        'type:: fixture … status:: kept',
        '- Fence body … ```',
        '```text … ```',
        '- Continuation … and once more',
        '- Properties and children … - child',
        'kind:: example … note:: two properties',
        '- After the heading … - with a child',
      ]),
    );
  });

  it('the folding provider is set for this workspace', async () => {
    await eventually(async () => {
      const settings = await readFile(inWorkspace('.vscode', 'settings.json').fsPath, 'utf8');
      assert.deepEqual(JSON.parse(settings), {
        '[markdown]': { 'editor.defaultFoldingRangeProvider': 'logseq-ls.logseq-ls' },
      });
    });
  });

  for (const [form, text] of [
    ['a plain reference', `In the text: ((${AIMED_AT}))`],
    ['a labelled reference', `[words](((${AIMED_AT})))`],
    ['an embed', `{{embed ((${AIMED_AT}))}}`],
  ] as const) {
    it(`definition leads from ${form} to the block`, async () => {
      const { document } = await show(page('E2E references.md'));
      const start = document.offsetAt(inside(document, text)) + text.indexOf(AIMED_AT);
      for (const at of [start, start + 20]) {
        await eventually(async () =>
          assert.deepEqual(await targets(document, document.positionAt(at)), ['- The block to aim at']),
        );
      }
    });
  }

  it('hover shows the block and its children', async () => {
    const { document } = await show(page('E2E references.md'));
    await eventually(async () => {
      const hover = await hoverText(document, inside(document, AIMED_AT));
      assert.match(hover, /The block to aim at/);
      assert.match(hover, /its child/);
      assert.doesNotMatch(hover, /id::/);
    });
  });

  it('wrong references and ids are found, and nothing in code', async () => {
    const { document } = await show(page('E2E references.md'));
    await eventually(() => {
      const codes = findings(document).map((finding) => finding.split(':')[0]);
      assert.deepEqual(codes.sort(), ['broken-block-ref', 'malformed-block-ref', 'malformed-id']);
      assert.ok(findings(document).some((finding) => finding.includes(NOWHERE)));
    });
  });

  it('an id that two blocks have is found', async () => {
    const { document } = await show(page('E2E target.md'));
    await eventually(() =>
      assert.ok(findings(document).some((finding) => finding.startsWith('duplicate-id'))),
    );
  });

  it('a reference that an edit breaks is found, until another edit mends it', async () => {
    const { document } = await show(page('E2E editing.md'));
    const reference = new vscode.Range(
      document.positionAt(document.getText().indexOf(AIMED_AT)),
      document.positionAt(document.getText().indexOf(AIMED_AT) + AIMED_AT.length),
    );
    await eventually(async () =>
      assert.deepEqual(await targets(document, reference.start), ['- The block to aim at']),
    );
    assert.deepEqual(findings(document), []);
    await replace(document, reference, NOWHERE);
    await eventually(() =>
      assert.match(findings(document).join(), new RegExp(`^broken-block-ref: .*${NOWHERE}`)),
    );
    await replace(document, reference, AIMED_AT);
    await eventually(() => assert.deepEqual(findings(document), []));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('a collapsed block is shown folded, the first time only', async () => {
    const editor = await show(page('E2E collapsed.md'));
    await eventually(() => {
      assert.ok(!isVisible(editor, 'hidden child'));
      assert.ok(!isVisible(editor, 'sibling of the target'));
    });
    for (const text of ['visible child', 'Closed at first', 'Between', 'Closed and aimed at', '- End']) {
      assert.ok(isVisible(editor, text), text);
    }
    await vscode.commands.executeCommand('editor.unfoldAll');
    await eventually(() => assert.ok(isVisible(editor, 'hidden child')));
    await closeAll();
    const again = await show(page('E2E collapsed.md'));
    await folds(again.document);
    await pause(2_000);
    assert.ok(isVisible(again, 'hidden child'), 'what the user opened was folded again');
  });

  it('a collapsed block that holds the target of a jump stays open', async () => {
    const file = page('E2E collapsed too.md');
    const document = await vscode.workspace.openTextDocument(file);
    const target = inside(document, 'the target inside');
    const editor = await show(file, { selection: new vscode.Range(target, target) });
    await eventually(() => assert.ok(!isVisible(editor, 'hidden child')));
    await pause(1_000);
    assert.ok(isVisible(editor, 'the target inside'));
    assert.equal(editor.selection.active.line, lineOf(document, 'the target inside'));
  });

  it('a file first seen in a diff is folded when it is shown by itself', async () => {
    const file = page('E2E collapsed and compared.md');
    await vscode.commands.executeCommand('vscode.diff', page('E2E collapsed.md'), file);
    await folds(await vscode.workspace.openTextDocument(file));
    await pause(2_000);
    await closeAll();
    const editor = await show(file);
    await eventually(() => assert.ok(!isVisible(editor, 'hidden child')));
  });

  it('a file that is shown while the focus is elsewhere is folded when it gets it', async () => {
    const file = page('E2E collapsed without focus.md');
    await vscode.commands.executeCommand('workbench.debug.action.focusRepl');
    const editor = await show(file, { preserveFocus: true });
    await folds(editor.document);
    // All attempts of a round.
    await pause(4_000);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('cursorRight');
    await eventually(() => assert.ok(!isVisible(editor, 'hidden child')));
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('a restart puts another server in the place of the one', async () => {
    const { document } = await show(page('E2E references.md'));
    const at = inside(document, AIMED_AT);
    const before = await eventually(theServer);
    await vscode.commands.executeCommand('logseq-ls.restart');
    assert.notEqual(await theServer(), before);
    await eventually(async () => assert.deepEqual(await targets(document, at), ['- The block to aim at']));
  });

  it('of several restarts at once one server is left', async () => {
    const { document } = await show(page('E2E references.md'));
    const before = await eventually(theServer);
    await Promise.all([1, 2, 3].map(() => vscode.commands.executeCommand('logseq-ls.restart')));
    assert.notEqual(await theServer(), before);
    const at = inside(document, AIMED_AT);
    await eventually(async () => assert.deepEqual(await targets(document, at), ['- The block to aim at']));
  });

  it('a server that died is started again', async () => {
    const { document } = await show(page('E2E references.md'));
    const at = inside(document, AIMED_AT);
    const first = await eventually(theServer);
    process.kill(Number(first), 'SIGKILL');
    await eventually(async () => assert.notEqual(await theServer(), first));
    await eventually(async () => assert.deepEqual(await targets(document, at), ['- The block to aim at']));
    await eventually(() => assert.equal(findings(document).length, 3));
  });
}

function withOrWithoutIt(): void {
  it("VS Code's own Markdown extension is active", async () => {
    await show(page('E2E folding.md'));
    await eventually(() =>
      assert.equal(vscode.extensions.getExtension('vscode.markdown-language-features')?.isActive, true),
    );
    await closeAll();
  });

  it('a page of a graph is a Markdown document', async () => {
    const { document } = await show(page('E2E folding.md'));
    assert.equal(document.languageId, 'markdown');
    await closeAll();
  });
}

function page(name: string): vscode.Uri {
  return inWorkspace('pages', name);
}

async function replace(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
