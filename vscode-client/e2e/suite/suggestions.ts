import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { PagesOfTest, saveAll } from './pagesOfTest';
import { closeAll, eventually, inside, pause, show, targets } from './support';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

/** What is typed with the editor's own list of suggestions. */
export function everySuggestion(): void {
  let pages: PagesOfTest;

  beforeEach(() => {
    pages = new PagesOfTest();
  });

  afterEach(async () => {
    await closeAll();
    await pages.remove();
  });

  for (const words of ['quick two', 'two words', 'words qui']) {
    it(`((${words} gives a block of a closed file its id`, async () => {
      const there = `${pages.name('elsewhere')}.md`;
      const block = `The two quick words of ${pages.turn}`;
      // Line ends and indentation of its own, and no line end after its last block.
      const before = `note:: kept\r\n\r\n- Above\r\n\t- ${block}\r\n\t\t- its child\r\n\t- last`;
      await pages.write({ [there]: before });
      const editor = await writeIn('- first\n- see |\n');
      await choose(editor, `((${words} ${pages.turn}`, block);
      const id = await eventually(() => idIn(editor.document));
      const other = await vscode.workspace.openTextDocument(pages.uri(there));
      await eventually(() => assert.match(other.getText(), new RegExp(`id:: ${id}`)));
      await saveAll();
      assert.equal(await saved(editor), `- first\n- see ((${id}))\n`);
      assert.equal(await pages.read(there), before.replace(`${block}\r\n`, `${block}\r\n\t  id:: ${id}\r\n`));
      await eventually(async () =>
        assert.deepEqual(await targets(editor.document, inside(editor.document, id)), [`- ${block}`]),
      );
      await undo(other.uri);
      await undo(editor.document.uri);
      await saveAll();
      assert.equal(await pages.read(there), before);
      assert.equal(await saved(editor), `- first\n- see ((${words} ${pages.turn}))\n`);
    });
  }

  it('a block of the same file gets its id with the reference, and loses it with one undo', async () => {
    const block = `first one of ${pages.turn}`;
    const editor = await writeIn(`- ${block}\n  - child\n- see |\n`);
    await choose(editor, `((one fir ${pages.turn}`, block);
    const id = idIn(editor.document);
    assert.equal(editor.document.getText(), `- ${block}\n  id:: ${id}\n  - child\n- see ((${id}))\n`);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), `- ${block}\n  - child\n- see ((one fir ${pages.turn}))\n`);
  });

  for (const [what, before, typed, label, after] of [
    ['a page', '- |', '[[E2E targ', 'E2E target', '- [[E2E target]]'],
    ['a page in place of another', '- [[|rows]]', 'E2E ta', 'E2E target', '- [[E2E target]]'],
    ['a page that is not there yet', '- |', '[[E2E brand new', 'E2E brand new', '- [[E2E brand new]]'],
    ['a day', '- |', '[[jan 1 1999', 'Jan 1st, 1999', '- [[Jan 1st, 1999]]'],
    ['a tag', '- |', '#E2E-t', 'E2E-tag', '- #E2E-tag'],
    ['a tag of two words', '- |', '#targ', 'E2E target', '- #[[E2E target]]'],
    ['the key of a property', '- a\n  |', 'backgr', 'background-color', '- a\n  background-color:: '],
    ['a value', '- a\n  background-color:: |', 'gre', 'green', '- a\n  background-color:: green'],
    ['a command', '- |', '/tod', 'TODO', '- TODO '],
    ['a command in a text', '- some |', '/cloz', 'Cloze', '- some {{cloze }}'],
  ] as const) {
    it(`${what} is chosen by typing`, async () => {
      const editor = await writeIn(`${before}\n`);
      await choose(editor, typed, label);
      assert.equal(editor.document.getText(), `${after}\n`);
    });
  }

  /** Opens a page with a text, the caret at its `|`. */
  async function writeIn(text: string): Promise<vscode.TextEditor> {
    const here = `${pages.name('writing')}.md`;
    await pages.write({ [here]: text.replace('|', '') });
    const editor = await show(pages.uri(here));
    const at = editor.document.positionAt(text.indexOf('|'));
    editor.selection = new vscode.Selection(at, at);
    return editor;
  }

  function saved({ document }: vscode.TextEditor): Promise<string | undefined> {
    return pages.read(document.uri.path.split('/').at(-1) ?? '');
  }
}

/** Types at the caret, and takes the first of the editor's suggestions once the server would make it that. */
async function choose(editor: vscode.TextEditor, typed: string, label: string): Promise<void> {
  const { document } = editor;
  for (const text of typed) {
    await vscode.commands.executeCommand('type', { text });
  }
  await eventually(async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      editor.selection.active,
    );
    const labels = list.items.map((item) => (typeof item.label === 'string' ? item.label : item.label.label));
    assert.equal(labels[0], label, labels.join());
  });
  const { version } = document;
  await eventually(async () => {
    await vscode.commands.executeCommand('hideSuggestWidget');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await pause(500);
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    assert.notEqual(document.version, version, `"${label}" was not put in`);
  });
}

function idIn(document: vscode.TextDocument): string {
  const [, id] = new RegExp(`\\(\\((${ID})\\)\\)`).exec(document.getText()) ?? [];
  assert.ok(id, document.getText());
  return id;
}

async function undo(uri: vscode.Uri): Promise<void> {
  await show(uri);
  await vscode.commands.executeCommand('undo');
}
