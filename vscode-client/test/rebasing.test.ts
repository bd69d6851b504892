import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offsetAt, rebased } from '../src/rebasing';

const CARET = 6;

/** Blanks before the caret become a bullet. */
const before = { start: 4, end: CARET, text: '- ', isBehind: false };
const inserted = { start: CARET, end: CARET, text: '- ', isBehind: false };
const behind = { start: CARET, end: 9, text: '', isBehind: true };

test('edits before the caret stay where they are while text is typed at it', () => {
  const typed = [
    { start: CARET, length: 0, text: 'a' },
    { start: CARET + 1, length: 0, text: 'b' },
  ];
  assert.deepEqual(rebased([before, inserted], typed), [before, inserted]);
});

test('edits behind the caret go on before what is typed', () => {
  const typed = [{ start: CARET, length: 0, text: 'abc' }];
  assert.deepEqual(rebased([behind], typed), [{ ...behind, start: 9, end: 12 }]);
});

test('what is taken back again leaves edits where they were', () => {
  const typed = [
    { start: CARET, length: 0, text: 'abc' },
    { start: CARET, length: 3, text: '' },
  ];
  assert.deepEqual(rebased([before, behind], typed), [before, behind]);
});

test('blanks that the editor takes away again are no longer replaced', () => {
  const typed = [
    { start: CARET, length: 0, text: '\n' },
    { start: 5, length: 1, text: '' },
  ];
  assert.deepEqual(rebased([before], typed), [{ ...before, end: 5 }]);
});

test('an edit whose text was changed is not made, nor any other', () => {
  assert.equal(rebased([before, behind], [{ start: 7, length: 1, text: '' }]), undefined);
});

test('places are counted by LF', () => {
  assert.equal(offsetAt('ab\r\ncd\r\n', { line: 1, character: 1 }), 5);
  assert.equal(offsetAt('ab\n', { line: 1, character: 0 }), 3);
  assert.equal(offsetAt('ab', { line: 7, character: 3 }), 2);
});
