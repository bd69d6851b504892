/** Lines are zero-based, and both ends belong to the range. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The lines to fold when a file is first shown: those of the collapsed blocks, as far as our folding answer has a
 * range that starts there (VS Code would fold the block around it otherwise) and no selection would vanish in it.
 */
export function linesToFold(
  ranges: readonly LineRange[],
  collapsed: readonly number[],
  selections: readonly LineRange[],
): number[] {
  // Of several ranges with one start VS Code keeps the first, which is therefore the one that would be folded.
  const foldedAt = new Map<number, LineRange>();
  for (const range of ranges) {
    if (range.end > range.start && !foldedAt.has(range.start)) {
      foldedAt.set(range.start, range);
    }
  }
  return collapsed.filter((line) => {
    const range = foldedAt.get(line);
    return range !== undefined && !selections.some((selection) => hides(range, selection));
  });
}

/** The first line of a folded range stays visible. */
function hides(range: LineRange, selection: LineRange): boolean {
  return selection.start <= range.end && selection.end > range.start;
}
