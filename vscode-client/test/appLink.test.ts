import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appLink } from '../src/appLink';

test('a page is named by its title, a graph by its folder', () => {
  assert.equal(
    appLink('/home/me/my notes', { page: 'C & 日本語/a?' }),
    'logseq://graph/my%20notes?page=C%20%26%20%E6%97%A5%E6%9C%AC%E8%AA%9E%2Fa%3F',
  );
});

test('a block that has an id goes before its page', () => {
  const blockId = '6f1c2d3e-4a5b-4c6d-8e7f-90a1b2c3d4e5';
  assert.equal(appLink('/notes', { page: 'a', blockId }), `logseq://graph/notes?block-id=${blockId}`);
});
