/** Lines are zero-based, and both ends belong to the range. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

export interface FoldingState {
  /** Our folding answer. */
  readonly ours: readonly LineRange[];
  /** What VS Code has made of the answers of all extensions, ours among them. */
  readonly merged: readonly LineRange[];
  readonly selections: readonly LineRange[];
}

/**
 * The lines to fold when a file is first shown: those of the collapsed blocks, as far as VS Code has kept our range
 * for them (otherwise it would fold another one, around or from that line) and no selection lies in it.
 */
export function linesToFold(
  collapsed: readonly number[],
  { ours, merged, selections }: FoldingState,
): number[] {
  const our = byStart(ours);
  const kept = byStart(nested(merged));
  return collapsed.filter((line) => {
    const range = our.get(line);
    return (
      range !== undefined &&
      kept.get(line)?.end === range.end &&
      !selections.some((selection) => touches(range, selection))
    );
  });
}

/**
 * The ranges that an editor keeps: of those that start on one line the first, and none that starts inside another
 * and ends beyond it. (`sanitizeAndMerge` in VS Code's `foldingRanges.ts`; what the command answers that gives the
 * merged ranges has not been through it.)
 */
export function nested(ranges: readonly LineRange[]): LineRange[] {
  const kept: LineRange[] = [];
  const open: LineRange[] = [];
  // The sort is stable, so the first of those with one start stays the first.
  for (const range of [...ranges].sort((one, other) => one.start - other.start)) {
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) < range.start) {
      open.pop();
    }
    const around = open.at(-1);
    const isNew = range.start > (kept.at(-1)?.start ?? -1);
    if (isNew && range.end > range.start && (around === undefined || range.end <= around.end)) {
      kept.push(range);
      open.push(range);
    }
  }
  return kept;
}

/** Of several ranges with one start VS Code keeps the first. */
function byStart(ranges: readonly LineRange[]): Map<number, LineRange> {
  const first = new Map<number, LineRange>();
  for (const range of ranges) {
    if (range.end > range.start && !first.has(range.start)) {
      first.set(range.start, range);
    }
  }
  return first;
}

function touches(range: LineRange, selection: LineRange): boolean {
  return selection.start <= range.end && selection.end >= range.start;
}
