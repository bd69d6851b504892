import * as path from 'node:path';
import * as vscode from 'vscode';
import {
  ProgressType,
  SymbolKind,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
} from 'vscode-languageclient/node';
import { graphRootAbove } from './graphs';
import type { ServedPage } from './shownPages';

export interface PageQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** Whether a name may be given that no page has yet. */
  readonly mayBeNew: boolean;
  /** Which files can be chosen; all where nothing is said. */
  readonly mayBe?: (file: vscode.Uri) => boolean;
}

interface Item extends vscode.QuickPickItem {
  readonly page: string;
}

interface Question extends PageQuestion {
  /** What the user has typed. */
  readonly typed: string;
}

type Found = readonly WorkspaceSymbol[];

let asked = 0;

/** Has the user choose a page of the graph by words of its names; answers its title, or nothing when that is given up. */
export async function choosePage(
  { client, editor }: ServedPage,
  question: PageQuestion,
): Promise<string | undefined> {
  const root = await graphRootAbove(editor.document.uri.fsPath);
  const pick = vscode.window.createQuickPick<Item>();
  let looking = new vscode.CancellationTokenSource();
  let looked: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    looking.cancel();
    looking = new vscode.CancellationTokenSource();
    const { token } = looking;
    const typed = pick.value.trim();
    pick.busy = true;
    const found = await pagesNamed(typed, client, token).catch((): Found => []);
    if (!token.isCancellationRequested) {
      const here = found.filter(
        ({ location }) =>
          (root === undefined || isInside(root, location.uri)) &&
          (question.mayBe?.(vscode.Uri.parse(location.uri)) ?? true),
      );
      pick.items = items(here, { ...question, typed });
      pick.busy = false;
    }
  }

  pick.title = question.title;
  pick.placeholder = question.placeholder;
  pick.show();
  try {
    return await new Promise<string | undefined>((resolve) => {
      pick.onDidChangeValue(() => {
        looked = look();
      });
      pick.onDidAccept(async () => {
        const isListed = !pick.busy;
        await looked;
        // Who is faster than the list means what was typed, and nothing in the list that was there before.
        const chosen = isListed ? pick.selectedItems[0] : pick.items.find(isNamed(pick.value.trim()));
        if (chosen !== undefined) {
          resolve(chosen.page);
        }
      });
      pick.onDidHide(() => resolve(undefined));
      looked = look();
    });
  } finally {
    looking.cancel();
    pick.dispose();
  }
}

/** Pages are what the server finds first. The blocks that hold the words come after them, and nobody waits for those. */
async function pagesNamed(
  query: string,
  client: ServedPage['client'],
  given: vscode.CancellationToken,
): Promise<Found> {
  const partialResultToken = `logseq-ls.pages.${++asked}`;
  const request = new vscode.CancellationTokenSource();
  const givenUp = given.onCancellationRequested(() => request.cancel());
  let part: vscode.Disposable | undefined;
  try {
    const found = await new Promise<Found>((resolve, reject) => {
      part = client.onProgress(new ProgressType<WorkspaceSymbol[]>(), partialResultToken, resolve);
      client
        .sendRequest(WorkspaceSymbolRequest.type, { query, partialResultToken }, request.token)
        .then((rest) => resolve((rest ?? []) as Found), reject);
    });
    return found.filter(({ kind }) => kind === SymbolKind.File);
  } finally {
    request.cancel();
    part?.dispose();
    givenUp.dispose();
  }
}

/** VS Code lists first what its label says that was typed: the new name is no label, so that pages come before it. */
function items(found: Found, { typed, mayBeNew }: Question): Item[] {
  const pages = found.map(
    ({ name, containerName }): Item => ({
      label: name,
      page: containerName || name,
      ...(containerName ? { description: `alias of ${containerName}` } : {}),
      // The server knows what fits: words in any order, and accents left out.
      alwaysShow: true,
    }),
  );
  return !mayBeNew || typed === '' || pages.some(isNamed(typed))
    ? pages
    : [...pages, { label: '$(add)', description: `New page “${typed}”`, page: typed, alwaysShow: true }];
}

function isNamed(name: string): (item: Item) => boolean {
  const wanted = name.toLowerCase();
  return ({ label, page }) => label.toLowerCase() === wanted || page.toLowerCase() === wanted;
}

function isInside(root: string, uri: string): boolean {
  const way = path.relative(root, vscode.Uri.parse(uri).fsPath);
  return !way.startsWith('..') && !path.isAbsolute(way);
}
