import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { runTests } from './runner';
import { closeAll, eventually, findings, inside, inWorkspace, show, targets, theServer } from './support';

const IN_A_JOURNAL = '7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c0d';

/** The window is opened on the folder `pages` of a graph. */
export function run(): Promise<void> {
  return runTests(() => {
    describe('In a folder of a graph', inAFolderOfAGraph);
  });
}

function inAFolderOfAGraph(): void {
  afterEach(closeAll);

  it('definition leads out of the folder, into the journals', async () => {
    const { document } = await show(inWorkspace('E2E journals.md'));
    const at = inside(document, IN_A_JOURNAL);
    await eventually(async () => assert.deepEqual(await targets(document, at), ['- The block in a journal']));
    await theServer();
  });

  it('a change on disk outside the folder is seen', async () => {
    const { document } = await show(inWorkspace('E2E journals.md'));
    const journal = vscode.Uri.joinPath(inWorkspace(), '..', 'journals', '1999_01_01.md').fsPath;
    const text = await readFile(journal, 'utf8');
    const at = inside(document, IN_A_JOURNAL);
    await eventually(async () => assert.notDeepEqual(await targets(document, at), []));
    assert.deepEqual(findings(document), []);
    await writeFile(journal, text.replace(`id:: ${IN_A_JOURNAL}`, ''));
    await eventually(() => assert.deepEqual(findings(document), [`broken-block-ref: ((${IN_A_JOURNAL}))`]));
    await writeFile(journal, text);
    await eventually(() => assert.deepEqual(findings(document), []));
  });
}
