import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decorations } from '../src/decorations';
import type { Displays } from '../src/protocol';

const displays: Displays = {
  references: [
    { range: range(1), text: 'a block', broken: false },
    { range: range(1), text: 'another', broken: false },
    { range: range(3), text: '', broken: true },
    { range: range(4), text: '', broken: false },
  ],
  bookkeeping: [range(2), range(5)],
};

test('a reference is replaced by its text, if it leads to a block that has any', () => {
  assert.deepEqual(texts([]), ['a block', 'another']);
});

test('on the line of a caret nothing is drawn', () => {
  assert.deepEqual(texts([1]), []);
  assert.deepEqual(lines([1]), [2, 5]);
  assert.deepEqual(texts([0, 2, 5]), ['a block', 'another']);
  assert.deepEqual(lines([0, 2, 5]), []);
});

test('of what reaches over lines each counts', () => {
  const long = { start: { line: 1, character: 0 }, end: { line: 3, character: 4 } };
  const { bookkeeping } = decorations({ references: [], bookkeeping: [long] }, new Set([2]));
  assert.deepEqual(bookkeeping, []);
});

function texts(carets: number[]): string[] {
  return decorations(displays, new Set(carets)).replaced.map(({ text }) => text);
}

function lines(carets: number[]): number[] {
  return decorations(displays, new Set(carets)).bookkeeping.map(({ start }) => start.line);
}

function range(line: number) {
  return { start: { line, character: 2 }, end: { line, character: 44 } };
}
