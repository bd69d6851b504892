import * as vscode from 'vscode';

/** Our settings, each read where it is needed, so that a change counts from the next time on. */

export const JAVA_HOME_SETTING = 'logseq-ls.java.home';

export function javaHome(): string {
  return vscode.workspace.getConfiguration('logseq-ls').get('java.home', '');
}

export function foldsCollapsedBlocks(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('logseq-ls', document).get('foldCollapsedBlocks', true);
}

export function setsFoldingProvider(): boolean {
  return vscode.workspace.getConfiguration('logseq-ls').get('setFoldingProvider', true);
}
