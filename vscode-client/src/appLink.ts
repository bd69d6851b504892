import * as path from 'node:path';
import type { Place } from './protocol';

/** The address that opens a place in the Logseq app, which calls a graph by the name of its folder. */
export function appLink(root: string, { page, blockId }: Place): string {
  const graph = encodeURIComponent(path.basename(root));
  const place = blockId === undefined ? `page=${encodeURIComponent(page)}` : `block-id=${blockId}`;
  return `logseq://graph/${graph}?${place}`;
}
