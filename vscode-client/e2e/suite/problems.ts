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
    assert.deepEqual(new Set(findings(document)).size, findings(document).length);
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

/** The quick fixes for a problem, with their edits. */
async function quickFixes(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
  return actions.filter(({ diagnostics }) =>
    diagnostics?.some((other) => codeOf(other) === codeOf(diagnostic)),
  );
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
