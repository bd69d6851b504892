import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, findings, inWorkspace, show } from './support';

/** Each kind of problem once: it is marked, its quick fix is applied, and it is gone. */
export function everyProblem(): void {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
  });

  for (const code of [
    'broken-block-ref',
    'malformed-block-ref',
    'ignored-block-ref',
    'ignored-id',
    'duplicate-id',
    'malformed-id',
  ]) {
    it(`${code} is marked, fixed and gone`, async () => {
      const { document } = await open();
      const found = await eventually(() => problem(document, code));
      const before = findings(document).length;
      const action = await eventually(async () => {
        const actions = await quickFixes(document, found);
        assert.ok(actions[0]?.edit, `of ${actions.length} actions the first has no edit`);
        return actions[0];
      });
      assert.ok(await vscode.workspace.applyEdit(action.edit as vscode.WorkspaceEdit));
      await eventually(() => {
        const still = vscode.languages
          .getDiagnostics(document.uri)
          .some((other) => codeOf(other) === code && other.range.start.isEqual(found.range.start));
        assert.ok(!still, `${code} is still there after "${action.title}"`);
        assert.ok(findings(document).length < before, findings(document).join());
      });
    });
  }

  it('each problem is shown once', async () => {
    const { document } = await open();
    await eventually(() => assert.ok(findings(document).length >= 6, findings(document).join()));
    const places = vscode.languages
      .getDiagnostics(document.uri)
      .map((diagnostic) => `${codeOf(diagnostic)} ${JSON.stringify(diagnostic.range)}`);
    assert.deepEqual([...new Set(places)], places);
  });
}

function open(): Promise<vscode.TextEditor> {
  return show(inWorkspace('pages', 'E2E problems.md'));
}

function problem(document: vscode.TextDocument, code: string): vscode.Diagnostic {
  const found = vscode.languages
    .getDiagnostics(document.uri)
    .find((diagnostic) => codeOf(diagnostic) === code);
  assert.ok(found, `no ${code} among ${findings(document).join()}`);
  return found;
}

/** The quick fixes at a problem, with their edits. VS Code does not tell which problem each of them is for. */
async function quickFixes(
  document: vscode.TextDocument,
  { range }: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
