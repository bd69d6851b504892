import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type LineRange, linesToFold, nested } from '../src/initialFolds';

const outline = [range(0, 9), range(2, 5), range(3, 4), range(7, 9)];

test('collapsed blocks are folded', () => {
  assert.deepEqual(folded([2, 7]), [2, 7]);
});

test('a collapsed block inside another is folded as well', () => {
  assert.deepEqual(folded([0, 3]), [0, 3]);
});

test('a line where no range starts is left alone', () => {
  assert.deepEqual(folded([1, 4, 8, 30]), []);
});

test('a range of one line cannot be folded', () => {
  assert.deepEqual(folded([1], { ours: [range(1, 1)] }), []);
});

test('the block with the cursor in it stays open, and so do those around it', () => {
  assert.deepEqual(folded([0, 2, 7], { selections: [range(8, 8)] }), [2]);
});

test('a cursor on the first line of a block is in it: a jump leads there', () => {
  assert.deepEqual(folded([2, 7], { selections: [range(2, 2)] }), [7]);
});

test('a selection that reaches into a block keeps it open', () => {
  assert.deepEqual(folded([2, 7], { selections: [range(1, 2)] }), [7]);
  assert.deepEqual(folded([2, 7], { selections: [range(5, 6)] }), [7]);
  assert.deepEqual(folded([2, 7], { selections: [range(5, 7)] }), []);
});

test('each of several cursors counts', () => {
  assert.deepEqual(folded([2, 7], { selections: [range(4, 4), range(9, 9)] }), []);
});

test('of two ranges with one start the first is the one VS Code folds', () => {
  assert.deepEqual(folded([1], { ours: [range(1, 3), range(1, 9)], selections: [range(5, 5)] }), [1]);
});

describe('where the ranges of other extensions are mixed in', () => {
  // - ## A / - b / collapsed:: true / - c / - ## D / - f / - e: Markdown folds the heading A up to the heading D.
  const ours = [range(1, 5), range(4, 5)];

  test('a block whose range VS Code drops is left alone: the one around it would be folded', () => {
    assert.deepEqual(folded([1], { ours, merged: [range(0, 3), range(1, 5), range(4, 5)] }), []);
  });

  test('a block whose line is the start of another range is left alone', () => {
    assert.deepEqual(folded([1], { ours, merged: [range(1, 3), range(1, 5)] }), []);
  });

  test('a block whose range was kept is folded', () => {
    assert.deepEqual(folded([1], { ours, merged: [range(0, 6), range(1, 5), range(4, 5)] }), [1]);
  });
});

test('a range that starts inside another and ends beyond it is dropped', () => {
  assert.deepEqual(nested([range(0, 3), range(1, 5), range(3, 4), range(4, 5)]), [range(0, 3), range(4, 5)]);
  assert.deepEqual(nested([range(0, 9), range(1, 3), range(2, 6), range(5, 9)]), [
    range(0, 9),
    range(1, 3),
    range(5, 9),
  ]);
});

test('ranges that touch are dropped as well, those that follow each other are kept', () => {
  assert.deepEqual(nested([range(0, 3), range(3, 5)]), [range(0, 3)]);
  assert.deepEqual(nested([range(0, 3), range(4, 5)]), [range(0, 3), range(4, 5)]);
});

function folded(
  collapsed: number[],
  state: { ours?: LineRange[]; merged?: LineRange[]; selections?: LineRange[] } = {},
): number[] {
  const ours = state.ours ?? outline;
  return linesToFold(collapsed, { ours, merged: ours, selections: [], ...state });
}

function range(start: number, end: number): LineRange {
  return { start, end };
}
