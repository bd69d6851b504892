import type * as vscode from 'vscode';

/** Org pages go by their name: editors know them as a language of several names, or of none. */
export const ORG_FILES = '**/*.org';

/** Whether a document may be a page of a graph. */
export function isPage({ languageId, uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'file' && (languageId === 'markdown' || uri.path.endsWith('.org'));
}
