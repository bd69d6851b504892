import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { PagesOfTest, saveAll } from './pagesOfTest';
import { closeAll, eventually, inside, pause, show, targets } from './support';

type Texts = Record<string, string>;

/** What gets other names, in all files. A page that is renamed from a reference needs real keys: see `writing.mjs`. */
export function everyRename(): void {
  let pages: PagesOfTest;

  beforeEach(() => {
    pages = new PagesOfTest();
  });

  afterEach(async () => {
    await closeAll();
    await pages.remove();
  });

  it('a page is renamed by its file', async () => {
    const { before, after, file, moved, here, name } = aPage(pages);
    await pages.write(before);
    const { document } = await show(pages.uri(here));
    await eventually(async () =>
      assert.deepEqual(await targets(document, inside(document, name)), [`- of its own: [[${name}]]`]),
    );
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(pages.uri(file), pages.uri(moved));
    assert.deepEqual(repeated(await changesWhile(() => vscode.workspace.applyEdit(edit))), []);
    await saveAll();
    await onDisk(after);
  });

  it('the id of a block is renamed with all references', async () => {
    const [id, newId] = ['11111111-2222-4333-8444-000000000001', '11111111-2222-4333-8444-000000000002'];
    const texts = (id: string) => ({
      [`${pages.name('writing')}.md`]: `- the block\n  id:: ${id}\n- ((${id}))\n`,
      [`${pages.name('elsewhere')}.md`]: `- [label](((${id})))\r\n- {{embed ((${id}))}}`,
    });
    await renames(texts, id, newId);
  });

  it('the key of a property is renamed in all files', async () => {
    const texts = (key: string) => ({
      [`${pages.name('writing')}.md`]: `- the block\n  ${key}:: one\n- {{query (property ${key} one)}}\n`,
      [`${pages.name('elsewhere')}.md`]: `${key}:: two\r\n\r\n- block`,
    });
    await renames(texts, 'e2e-old-key', 'e2e-new-key');
  });

  /** Renames in the first of some files, and all of them are then as with the new name. */
  async function renames(texts: (name: string) => Texts, name: string, newName: string): Promise<void> {
    const before = texts(name);
    const [first] = Object.keys(before);
    assert.ok(first);
    await pages.write(before);
    const { document } = await show(pages.uri(first));
    const edit = await renaming(document, name, newName, Object.keys(before).length);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await saveAll();
    await onDisk(texts(newName));
  }

  async function onDisk(texts: Texts): Promise<void> {
    for (const [file, text] of Object.entries(texts)) {
      assert.equal(await pages.read(file), text, file);
    }
  }
}

/** A page that others refer to, in many ways: with line ends of their own, and none of them opened but `here`. */
function aPage(pages: PagesOfTest) {
  const name = pages.name('old name');
  const newName = pages.name('new/name');
  const [file, moved] = [`${name}.md`, `${newName.replace('/', '___')}.md`];
  const here = `${pages.name('writing')}.md`;
  const texts = (own: string, title: string) => ({
    [own]: `- of its own: [[${title}]]\n`,
    [here]: `- open: [[${title}]]\n- \`[[${name}]]\`\n`,
    [`${pages.name('elsewhere')}.md`]:
      `tags:: ${title}, other\r\n\r\n- #[[${title}]]\r\n` +
      `\t- [a link](../pages/${encodeURI(own)})\r\n\t- [[${title}/below]]`,
    [`${pages.name('elsewhere')}.org`]: `* [[${title}][label]] of an Org page\n`,
  });
  return {
    name,
    newName,
    file,
    moved,
    here,
    before: texts(file, name),
    after: texts(moved, newName) as Texts,
  };
}

/** The edit of a rename, once the server has read all the files that it is to change. */
function renaming(
  document: vscode.TextDocument,
  text: string,
  newName: string,
  files: number,
): Promise<vscode.WorkspaceEdit> {
  return eventually(async () => {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      inside(document, text),
      newName,
    );
    const changed = edit.entries().filter(([, edits]) => edits.length > 0);
    assert.equal(changed.length, files, changed.map(([uri]) => uri.path).join());
    return edit;
  });
}

/** How often each document is changed while something is done. */
async function changesWhile(act: () => Thenable<boolean>): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  const listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) {
      times.set(document.uri.path, (times.get(document.uri.path) ?? 0) + 1);
    }
  });
  try {
    assert.ok(await act());
    // What the editor asks about the files that are renamed would be changed some time after.
    await pause(1_500);
  } finally {
    listener.dispose();
  }
  return times;
}

function repeated(changes: Map<string, number>): string[] {
  return [...changes].filter(([, times]) => times > 1).map(([file, times]) => `${file} ${times} times`);
}
