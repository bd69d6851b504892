import * as vscode from 'vscode';
import { Delayed } from './delayed';
import type { GraphChanges } from './graphChanges';
import {
  type LinkedReference,
  type LinkedReferences,
  LinkedReferencesRequest,
  type ReferringPage,
} from './protocol';
import type { ShownPages } from './shownPages';

const VIEW = 'logseq-ls.linkedReferences';

/** Set once an answer says that nothing refers to the page, so that the view says so and not while it waits. */
const NONE_CONTEXT_KEY = 'logseq-ls.noLinkedReferences';

const DELAY_MS = 300;

/** Up to so many references all pages are shown opened. */
const FEW = 40;

type Item = ReferringPage | LinkedReference;

/** The side view of what refers to the page in the active editor. Only while it is seen is anything asked. */
export class LinkedReferencesView implements vscode.TreeDataProvider<Item>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();

  /** Before the view, which looks for it when it is made. */
  readonly onDidChangeTreeData = this.changed.event;

  private readonly view = vscode.window.createTreeView<Item>(VIEW, {
    treeDataProvider: this,
    showCollapseAll: true,
  });
  private readonly asking = new Delayed(DELAY_MS, () => this.refresh());
  private readonly subscriptions: vscode.Disposable[];
  private answer: LinkedReferences | undefined;
  private questions = 0;

  constructor(
    private readonly shown: ShownPages,
    changes: GraphChanges,
  ) {
    const later = () => this.asking.whenCalm();
    this.subscriptions = [
      this.changed,
      this.view,
      this.asking,
      changes.onDidChange(later),
      shown.onDidChangeActive(later),
      this.view.onDidChangeVisibility(later),
    ];
    later();
  }

  getChildren(item?: Item): Item[] {
    if (item === undefined) {
      return [...(this.answer?.pages ?? [])];
    }
    return isPage(item) ? [...item.references] : [];
  }

  getTreeItem(item: Item): vscode.TreeItem {
    return isPage(item) ? this.pageItem(item) : referenceItem(item);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private pageItem({ title, uri, references }: ReferringPage): vscode.TreeItem {
    const all = this.answer?.pages.reduce((sum, page) => sum + page.references.length, 0) ?? 0;
    const item = new vscode.TreeItem(
      title,
      all <= FEW ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
    );
    // So that what the user has closed stays closed when the view is filled anew.
    item.id = uri;
    item.description = String(references.length);
    item.tooltip = title;
    item.iconPath = new vscode.ThemeIcon('file');
    return item;
  }

  private async refresh(): Promise<void> {
    if (!this.view.visible) {
      return;
    }
    const question = ++this.questions;
    const page = this.shown.active;
    const textDocument = page?.client.code2ProtocolConverter.asTextDocumentIdentifier(page.editor.document);
    const answer =
      page && textDocument
        ? await page.client.sendRequest(LinkedReferencesRequest, { textDocument }).catch(() => undefined)
        : undefined;
    if (question === this.questions) {
      this.show(answer ?? undefined);
    }
  }

  private show(answer: LinkedReferences | undefined): void {
    const before = JSON.stringify(this.answer);
    this.answer = answer;
    this.view.description = answer?.title ?? '';
    if (answer && answer.more > 0) {
      this.view.message = `${answer.partial ? 'More than ' : ''}${answer.more} more are not listed.`;
    } else {
      delete this.view.message;
    }
    void vscode.commands.executeCommand('setContext', NONE_CONTEXT_KEY, answer?.pages.length === 0);
    if (JSON.stringify(answer) !== before) {
      this.changed.fire();
    }
  }
}

function isPage(item: Item): item is ReferringPage {
  return 'references' in item;
}

function referenceItem({ text, breadcrumb, location }: LinkedReference): vscode.TreeItem {
  const item = new vscode.TreeItem(text);
  const around = breadcrumb.join(' › ');
  item.description = around;
  item.tooltip = around === '' ? text : `${around}\n\n${text}`;
  const { start, end } = location.range;
  item.command = {
    command: 'vscode.open',
    title: 'Go to Reference',
    arguments: [
      vscode.Uri.parse(location.uri),
      { selection: new vscode.Range(start.line, start.character, end.line, end.character), preview: true },
    ],
  };
  return item;
}
