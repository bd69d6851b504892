import * as vscode from 'vscode';

/** Our settings, each read where it is needed, so that a change counts from the next time on. */

export const JAVA_HOME_SETTING = 'logseq-ls.java.home';

export function javaHome(): string {
  return vscode.workspace.getConfiguration('logseq-ls').get('java.home', '');
}

export function foldsCollapsedBlocks(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('logseq-ls', document).get('foldCollapsedBlocks', true);
}

export type ReferencesDisplay = 'hint' | 'replace' | 'off';

export function referencesDisplay(scope?: vscode.ConfigurationScope): ReferencesDisplay {
  return vscode.workspace.getConfiguration('logseq-ls', scope).get('references.display', 'hint');
}

export type BookkeepingLines = 'dim' | 'hide' | 'show';

export function bookkeepingLines(document: vscode.TextDocument): BookkeepingLines {
  return vscode.workspace.getConfiguration('logseq-ls', document).get('bookkeepingLines', 'dim');
}

/** Whether Enter, Tab and pasting follow the outline. */
export function usesOutlineKeys(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('logseq-ls', document).get('outlineKeys', true);
}

/** What the server is told of our settings and of trust in the folders, when it starts and when they change. */
export function serverSettings() {
  const ours = vscode.workspace.getConfiguration('logseq-ls');
  return {
    trusted: vscode.workspace.isTrusted,
    inlayHints: {
      references: referencesDisplay() === 'hint',
      embeds: ours.get('inlayHints.embeds', true),
      counts: ours.get('inlayHints.counts', false),
    },
    codeLens: {
      blocks: ours.get('codeLens.blocks', true),
      pages: ours.get('codeLens.pages', true),
    },
    check: {
      scope: ours.get('check.scope', 'openFiles'),
      severity: ours.get('check.severity', {}),
      ignoredIds: ours.get('check.ignoredIds', []),
    },
  };
}

export function setsFoldingProvider(): boolean {
  return vscode.workspace.getConfiguration('logseq-ls').get('setFoldingProvider', true);
}
