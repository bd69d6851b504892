import * as vscode from 'vscode';
import { isGraphRoot } from './graphs';
import { setsFoldingProvider } from './settings';

const SET_ONCE = 'foldingProviderSet';

/**
 * Makes ours the only folding ranges in the graph folders of this window.
 *
 * VS Code merges the ranges of all providers. Of those that start on one line the provider of higher rank wins, and
 * an installed extension ranks above a built-in one; so wherever we have a range, it is ours. But where we have none,
 * the built-in Markdown extension may: a block that is only a heading, such as `- ## Done`, would fold everything up
 * to the next heading, across the outline. Only `editor.defaultFoldingRangeProvider` silences it.
 *
 * VS Code reads that setting by language and without a file, so a value for one folder of several has no effect, and
 * a value for all of them leaves Markdown outside the graphs with indentation alone. Hence it is set for the
 * workspace, when every folder of it is a graph, and nowhere else: any other window keeps the merged ranges.
 * It is never set over a value of the user's, and not a second time when the user has taken ours away.
 */
export async function setFoldingProvider(extension: vscode.ExtensionContext): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0 || !setsFoldingProvider() || extension.workspaceState.get(SET_ONCE, false)) {
    return;
  }
  const areGraphs = await Promise.all(
    folders.map(({ uri }) => uri.scheme === 'file' && isGraphRoot(uri.fsPath)),
  );
  if (!areGraphs.every(Boolean) || isSetAlready()) {
    return;
  }
  await vscode.workspace
    .getConfiguration('editor', { languageId: 'markdown' })
    .update(
      'defaultFoldingRangeProvider',
      extension.extension.id,
      vscode.ConfigurationTarget.Workspace,
      true,
    );
  await extension.workspaceState.update(SET_ONCE, true);
}

/** In any scope, for Markdown or for all languages, `null` ("all providers") included. */
function isSetAlready(): boolean {
  const value = vscode.workspace
    .getConfiguration('editor', { languageId: 'markdown' })
    .inspect('defaultFoldingRangeProvider');
  return [
    value?.globalValue,
    value?.globalLanguageValue,
    value?.workspaceValue,
    value?.workspaceLanguageValue,
    value?.workspaceFolderValue,
    value?.workspaceFolderLanguageValue,
  ].some((set) => set !== undefined);
}
