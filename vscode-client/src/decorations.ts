import type { Displays } from './protocol';

/** What is drawn in place of the text, or over it; ranges are those of the server. */
export interface Decorations {
  readonly replaced: readonly { readonly range: Displays['bookkeeping'][number]; readonly text: string }[];
  readonly bookkeeping: Displays['bookkeeping'];
}

/** All but on the lines of the carets, where the text is shown as it is written. */
export function decorations(displays: Displays, carets: ReadonlySet<number>): Decorations {
  const isFree = ({ start, end }: Displays['bookkeeping'][number]) => {
    for (let line = start.line; line <= end.line; line++) {
      if (carets.has(line)) {
        return false;
      }
    }
    return true;
  };
  return {
    replaced: displays.references.filter(
      ({ range, text, broken }) => !broken && text !== '' && isFree(range),
    ),
    bookkeeping: displays.bookkeeping.filter(isFree),
  };
}
