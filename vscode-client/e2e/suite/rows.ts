import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  eventually,
  hoverText,
  inside,
  inWorkspace,
  isVisible,
  pause,
  show,
  targets,
} from './support';

const OURS = '11111111-2222-4333-8444-555555555555';
const AIMED_AT = '6f1c2d3e-4a5b-4c6d-8e7f-90a1b2c3d4e5';

/** What the server can do, each once, as VS Code asks for it. */
export function everyRow(): void {
  let document: vscode.TextDocument;

  beforeEach(async () => {
    document = (await show(inWorkspace('pages', 'E2E rows.md'))).document;
  });

  afterEach(closeAll);

  const at = (text: string) => inside(document, text);

  it('declaration leads from a block to the one it stands under', async () => {
    await eventually(async () =>
      assert.match(await leadsTo('vscode.executeDeclarationProvider', 'a child that'), /^- TODO/),
    );
  });

  it('type definition leads from a page to what its tags say it is', async () => {
    await eventually(async () =>
      assert.match(await leadsTo('vscode.executeTypeDefinitionProvider', 'E2E many names'), /in common/),
    );
  });

  it('implementation leads from a block to those that refer to it', async () => {
    await eventually(async () =>
      assert.match(await leadsTo('vscode.executeImplementationProvider', OURS), /^- Calls the block/),
    );
  });

  it('references are found on all pages', async () => {
    await eventually(async () => {
      const found = await ask<vscode.Location[]>('vscode.executeReferenceProvider', at(AIMED_AT));
      const pages = new Set(found.map(({ uri }) => uri.path.split('/').at(-1)));
      for (const page of ['E2E rows.md', 'E2E references.md', 'E2E Org.org']) {
        assert.ok(pages.has(page), `${page} is not among ${[...pages]}`);
      }
    });
  });

  it('the id of a block and a reference to it are highlighted together', async () => {
    await eventually(async () => {
      const found = await ask<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', at(OURS));
      assert.deepEqual(
        found.map(({ kind }) => kind),
        [vscode.DocumentHighlightKind.Write, vscode.DocumentHighlightKind.Read],
      );
    });
  });

  for (const [what, text, shown] of [
    ['a page', 'E2E target', /The block to aim at/],
    ['a journal', 'Jan 1st, 1999', /A day long ago/],
    ['a day', '2024-01-05', /January|Jan 5th/],
    ['a property', 'background-color', /background-color/],
  ] as const) {
    it(`hover tells of ${what}`, async () => {
      await eventually(async () => assert.match(await hoverText(document, at(text)), shown));
    });
  }

  it('inlay hints show what references and embeds stand for', async () => {
    await eventually(async () => {
      const labels = await inlayHints();
      assert.match(labels, /The block to aim at/);
      assert.match(labels, /The block in a journal/);
    });
  });

  it('hints go when the settings say so, and come back', async () => {
    await eventually(async () => assert.match(await inlayHints(), /The block to aim at/));
    const ours = vscode.workspace.getConfiguration('logseq-ls');
    await ours.update('references.display', 'replace');
    await eventually(async () => {
      assert.doesNotMatch(await inlayHints(), /The block to aim at/);
      assert.match(await inlayHints(), /The block in a journal/);
    });
    await ours.update('references.display', undefined);
    await eventually(async () => assert.match(await inlayHints(), /The block to aim at/));
  });

  it('a code lens counts references and lists them', async () => {
    const lens = await eventually(async () => {
      const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', 100);
      const found = lenses.find(({ range, command }) => range.start.line === at('TODO').line && command);
      assert.ok(found?.command, JSON.stringify(lenses));
      return found.command;
    });
    assert.match(lens.title, /1 reference/);
    assert.equal(lens.command, 'logseq-ls.showReferences');
    await vscode.commands.executeCommand(lens.command, ...(lens.arguments ?? []));
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  it('the outline is that of the blocks', async () => {
    await eventually(async () => {
      const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
      const block = symbols.find(({ name }) => name.includes('Every row once'));
      assert.ok(block, symbols.map(({ name }) => name).join());
      assert.equal(block.children.length, 3);
    });
  });

  it('pages and blocks are found by name in the whole graph', async () => {
    await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'E2E many names',
      );
      assert.ok(found.some(({ location }) => location.uri.path.endsWith('E2E rows.md')));
    });
  });

  it('call hierarchy shows who refers to a block, and whom it refers to', async () => {
    await eventually(async () => {
      const [block] = await ask<vscode.CallHierarchyItem[]>('vscode.prepareCallHierarchy', at('Every row'));
      assert.ok(block);
      const callers = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
        'vscode.provideIncomingCalls',
        block,
      );
      assert.match(callers.map(({ from }) => from.name).join(), /Calls the block/);
      const [child] = await ask<vscode.CallHierarchyItem[]>(
        'vscode.prepareCallHierarchy',
        at('a child that'),
      );
      const called = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
        'vscode.provideOutgoingCalls',
        child,
      );
      assert.match(called.map(({ to }) => to.name).join(), /The block to aim at/);
    });
  });

  it('type hierarchy shows the namespaces of a page', async () => {
    await eventually(async () => {
      const [kind] = await ask<vscode.TypeHierarchyItem[]>('vscode.prepareTypeHierarchy', at('E2E kind'));
      assert.ok(kind);
      const below = await vscode.commands.executeCommand<vscode.TypeHierarchyItem[]>(
        'vscode.provideSubtypes',
        kind,
      );
      assert.match(below.map(({ name }) => name).join(), /E2E kind\/special/);
    });
  });

  it('a selection grows from the word to the block and beyond', async () => {
    // In an Org page, since VS Code's own Markdown extension knows the lists of Markdown.
    document = (await show(inWorkspace('pages', 'E2E Org.org'))).document;
    await eventually(async () => {
      const [innermost] = await ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', [
        at('refers to'),
      ]);
      const steps: string[] = [];
      for (let step = innermost; step; step = step.parent as vscode.SelectionRange) {
        steps.push(document.getText(step.range).trim());
      }
      assert.ok(
        steps.some((text) => text.startsWith('* An Org block') && text.endsWith('garden_sensor.svg]]')),
        steps.join('\n--\n'),
      );
    });
  });

  it('what stands in the text is coloured by what it is', async () => {
    await eventually(async () => {
      const legend = await ask<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend');
      const { data } = await ask<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens');
      const kinds = new Set([...data].filter((_, at) => at % 5 === 3).map((kind) => legend.tokenTypes[kind]));
      for (const kind of ['keyword', 'property', 'class', 'variable']) {
        assert.ok(kinds.has(kind), `${kind} is not among ${[...kinds]}`);
      }
    });
  });

  it('the colour of a block is shown', async () => {
    await eventually(async () => {
      const colours = await ask<vscode.ColorInformation[]>('vscode.executeDocumentColorProvider');
      assert.deepEqual(
        colours.map(({ range }) => document.getText(range)),
        ['green'],
      );
    });
  });

  it('an id and a reference to it are edited as one', async () => {
    const settings = vscode.workspace.getConfiguration('editor', document);
    await settings.update('linkedEditing', true, vscode.ConfigurationTarget.Workspace, true);
    try {
      const editor = await show(document.uri);
      const id = document.getText().indexOf(OURS);
      await eventually(async () => {
        const place = document.positionAt(id + 3);
        editor.selection = new vscode.Selection(place, place);
        // What VS Code knows to be linked comes some time after the caret.
        await pause(1_000);
        await vscode.commands.executeCommand('type', { text: 'a' });
        // And the other places follow the one some time after that.
        await pause(500);
        const edited = document.getText().split(`111a${OURS.slice(3)}`).length - 1;
        await vscode.commands.executeCommand('workbench.action.files.revert');
        assert.equal(edited, 2);
      });
    } finally {
      await settings.update('linkedEditing', undefined, vscode.ConfigurationTarget.Workspace, true);
    }
  });

  for (const [command, shown] of [
    ['openLinkedReferences', /Every row once/],
    ['openUnlinkedMentions', /In plain words/],
    ['zoomIntoBlock', /a child that refers to/],
  ] as const) {
    it(`${command} opens a document to be read`, async () => {
      const page = command === 'zoomIntoBlock' ? 'E2E rows.md' : 'E2E target.md';
      const editor = await show(inWorkspace('pages', page));
      if (command === 'zoomIntoBlock') {
        editor.selection = new vscode.Selection(at('a child that'), at('a child that'));
      }
      await eventually(async () => {
        await show(editor.document.uri);
        await vscode.commands.executeCommand(`logseq-ls.${command}`);
        const opened = vscode.window.activeTextEditor?.document;
        assert.equal(opened?.uri.scheme, 'logseq-ls');
        assert.equal(opened.languageId, 'markdown');
        assert.match(opened.getText(), shown);
      });
    });
  }

  it('an Org page is served', async () => {
    const editor = await show(inWorkspace('pages', 'E2E Org.org'));
    document = editor.document;
    assert.equal(document.languageId, 'org');
    await eventually(async () =>
      assert.deepEqual(await targets(document, at(AIMED_AT)), ['- The block to aim at']),
    );
    await eventually(() => assert.ok(!isVisible(editor, 'hidden child')));
    await eventually(async () => {
      const links = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', 100);
      assert.match(links.map(({ target }) => target?.path).join(), /assets\/garden_sensor\.svg$/);
    });
  });

  function ask<T>(command: string, ...more: unknown[]): Thenable<T> {
    return vscode.commands.executeCommand<T>(command, document.uri, ...more);
  }

  /** The first line of the place a provider leads to from a text. */
  async function leadsTo(command: string, text: string): Promise<string> {
    const found = await ask<(vscode.Location | vscode.LocationLink)[]>(command, at(text));
    const [place] = found;
    assert.ok(place);
    const [uri, range] =
      'targetUri' in place ? [place.targetUri, place.targetRange] : [place.uri, place.range];
    return (await vscode.workspace.openTextDocument(uri)).lineAt(range.start.line).text.trim();
  }

  async function inlayHints(): Promise<string> {
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await ask<vscode.InlayHint[]>('vscode.executeInlayHintProvider', all);
    return hints
      .map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')))
      .join('\n');
  }
}
