/** A change of a text, in UTF-16 offsets of the text before it. */
export interface Change {
  readonly start: number;
  readonly length: number;
  readonly text: string;
}

/** An edit that is to be made, likewise. */
export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether it stands behind the caret, so that what is typed comes before it. */
  readonly isBehind: boolean;
}

/** Edits as they are after some changes, one after another; none where a change touches one. */
export function rebased(edits: readonly OffsetEdit[], changes: readonly Change[]): OffsetEdit[] | undefined {
  const result: OffsetEdit[] = [];
  for (const edit of edits) {
    let { start, end } = edit;
    for (const change of changes) {
      const grown = change.text.length - change.length;
      const changeEnd = change.start + change.length;
      if (edit.isBehind ? changeEnd <= start : changeEnd <= start && change.start < start) {
        start += grown;
        end += grown;
      } else if (!edit.isBehind && change.text === '' && start < change.start && changeEnd <= end) {
        // Blanks that the editor has put there and taken away again.
        end += grown;
      } else if (change.start < end) {
        return undefined;
      }
    }
    result.push({ ...edit, start, end });
  }
  return result;
}

/** The offset of a place that the server names by line and UTF-16 column. */
export function offsetAt(text: string, place: { readonly line: number; readonly character: number }): number {
  let start = 0;
  for (let line = 0; line < place.line; line++) {
    const end = text.indexOf('\n', start);
    if (end < 0) {
      return text.length;
    }
    start = end + 1;
  }
  return Math.min(start + place.character, text.length);
}
