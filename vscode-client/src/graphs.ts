import { stat } from 'node:fs/promises';
import * as path from 'node:path';

/**
 * The graph a file or folder lies in: the nearest folder upward, itself included, with `logseq/config.edn`.
 * Only the folders on the way up are asked, so this is cheap enough for every Markdown file that opens.
 */
export async function graphRootAbove(start: string): Promise<string | undefined> {
  for (let folder = path.resolve(start); ; folder = path.dirname(folder)) {
    if (await isGraphRoot(folder)) {
      return folder;
    }
    if (folder === path.dirname(folder)) {
      return undefined;
    }
  }
}

export async function isGraphRoot(folder: string): Promise<boolean> {
  try {
    return (await stat(path.join(folder, 'logseq', 'config.edn'))).isFile();
  } catch {
    return false;
  }
}
