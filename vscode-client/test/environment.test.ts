import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverEnvironment } from '../src/environment';

test('on Linux without a UTF-8 locale the server gets one', () => {
  for (const env of [{}, { LANG: 'C' }, { LANG: '', LC_ALL: 'POSIX' }, { LANG: 'de_DE.ISO-8859-1' }]) {
    assert.deepEqual(serverEnvironment(env, 'linux'), { ...env, LC_ALL: 'C.UTF-8' });
  }
});

test("a locale of UTF-8 is the user's", () => {
  for (const env of [{ LANG: 'ja_JP.UTF-8' }, { LC_CTYPE: 'C.utf8' }, { LC_ALL: 'en_US.UTF-8', LANG: 'C' }]) {
    assert.equal(serverEnvironment(env, 'linux'), env);
  }
});

test('the variable that decides is the one looked at', () => {
  const env = { LC_ALL: 'C', LANG: 'en_US.UTF-8' };
  assert.equal(serverEnvironment(env, 'linux').LC_ALL, 'C.UTF-8');
});

test('other systems do not need it', () => {
  const env = { LANG: 'C' };
  assert.equal(serverEnvironment(env, 'darwin'), env);
  assert.equal(serverEnvironment(env, 'win32'), env);
});
