import * as vscode from 'vscode';
import { isGraphRoot } from './graphs';
import { setsFoldingProvider } from './settings';

/** Remembered for the workspace: that we have written the value, once. */
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
  if (!setsFoldingProvider() || extension.workspaceState.get(SET_ONCE, false)) {
    return;
  }
  if (!(await holdsGraphsOnly()) || isSetAlready()) {
    return;
  }
  await write(extension.extension.id);
  await extension.workspaceState.update(SET_ONCE, true);
}

/**
 * Takes our value away again when a folder has come that is no graph. A value that the user has changed stays; where
 * it is the same as ours but not written by us, it is the user's.
 */
export async function clearFoldingProvider(extension: vscode.ExtensionContext): Promise<void> {
  if (!extension.workspaceState.get(SET_ONCE, false) || (await holdsGraphsOnly())) {
    return;
  }
  if (currentValues()?.workspaceLanguageValue === extension.extension.id) {
    await write(undefined);
    // Taken away by us and not by the user, so it may be set again.
    await extension.workspaceState.update(SET_ONCE, undefined);
  }
}

async function holdsGraphsOnly(): Promise<boolean> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const areGraphs = await Promise.all(
    folders.map(({ uri }) => uri.scheme === 'file' && isGraphRoot(uri.fsPath)),
  );
  return folders.length > 0 && areGraphs.every(Boolean);
}

async function write(value: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('editor', { languageId: 'markdown' })
    .update('defaultFoldingRangeProvider', value, vscode.ConfigurationTarget.Workspace, true);
}

function currentValues() {
  return vscode.workspace
    .getConfiguration('editor', { languageId: 'markdown' })
    .inspect('defaultFoldingRangeProvider');
}

/** In any scope, for Markdown or for all languages, `null` ("all providers") included. */
function isSetAlready(): boolean {
  const value = currentValues();
  return [
    value?.globalValue,
    value?.globalLanguageValue,
    value?.workspaceValue,
    value?.workspaceLanguageValue,
    value?.workspaceFolderValue,
    value?.workspaceFolderLanguageValue,
  ].some((set) => set !== undefined);
}
