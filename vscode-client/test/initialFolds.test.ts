import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LineRange, linesToFold } from '../src/initialFolds';

const ranges = [range(0, 9), range(2, 5), range(3, 4), range(7, 9)];
const nowhere = [range(20, 20)];

test('collapsed blocks are folded', () => {
  assert.deepEqual(linesToFold(ranges, [2, 7], nowhere), [2, 7]);
});

test('a collapsed block inside another is folded as well', () => {
  assert.deepEqual(linesToFold(ranges, [0, 3], nowhere), [0, 3]);
});

test('a line where no range starts is left alone', () => {
  assert.deepEqual(linesToFold(ranges, [1, 4, 8, 30], nowhere), []);
});

test('a range of one line cannot be folded', () => {
  assert.deepEqual(linesToFold([range(1, 1)], [1], nowhere), []);
});

test('the cursor is not hidden', () => {
  assert.deepEqual(linesToFold(ranges, [0, 2, 7], [range(8, 8)]), [2]);
});

test('a cursor on the first line stays visible, so the block is folded', () => {
  assert.deepEqual(linesToFold(ranges, [2], [range(2, 2)]), [2]);
});

test('a selection that reaches into a block keeps it open', () => {
  assert.deepEqual(linesToFold(ranges, [2, 7], [range(1, 3)]), [7]);
  assert.deepEqual(linesToFold(ranges, [2, 7], [range(5, 7)]), [7]);
});

test('each of several cursors counts', () => {
  assert.deepEqual(linesToFold(ranges, [2, 7], [range(4, 4), range(9, 9)]), []);
});

test('of two ranges with one start the first is the one VS Code folds', () => {
  assert.deepEqual(linesToFold([range(1, 3), range(1, 9)], [1], [range(5, 5)]), [1]);
});

function range(start: number, end: number): LineRange {
  return { start, end };
}
