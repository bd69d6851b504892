import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CrashLimit } from '../src/crashes';

const MINUTE = 60_000;

test('the fourth crash within three minutes is one too many', () => {
  assert.deepEqual(crashesAt(0, 1, 2, 3), [false, false, false, true]);
});

test('crashes further apart are forgotten', () => {
  assert.deepEqual(crashesAt(0, 1 * MINUTE, 2 * MINUTE, 3 * MINUTE), [false, false, false, false]);
  assert.deepEqual(crashesAt(0, 1, 2, 4 * MINUTE, 4 * MINUTE + 1, 4 * MINUTE + 2, 4 * MINUTE + 3), [
    ...[false, false, false],
    ...[false, false, false, true],
  ]);
});

function crashesAt(...times: number[]): boolean[] {
  let now = 0;
  const limit = new CrashLimit(() => now);
  return times.map((time) => {
    now = time;
    return limit.reachedByOneMore();
  });
}
