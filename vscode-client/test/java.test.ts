import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findJava, majorVersion, pathEntries } from '../src/java';

test('versions of every numbering are read', () => {
  const versions = [
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_392"', 8],
    ['openjdk version "21" 2023-09-19', 21],
    ['openjdk version "25-ea" 2025-09-16', 25],
    ['Picked up JAVA_TOOL_OPTIONS: -Da=b\nopenjdk version "11.0.2" 2019-01-15', 11],
  ] as const;
  for (const [printed, version] of versions) {
    assert.equal(majorVersion(printed), version, printed);
  }
  assert.equal(majorVersion('Unable to locate a Java Runtime.'), undefined);
});

test('the PATH of Windows may be spelled and quoted as it likes', () => {
  const Path = 'C:\\Java\\bin;"C:\\Program Files\\a;b\\bin";;"D:\\x"';
  assert.deepEqual(pathEntries({ Path }, 'win32'), ['C:\\Java\\bin', 'C:\\Program Files\\a;b\\bin', 'D:\\x']);
  assert.deepEqual(pathEntries({ PATH: '/a:/b "c"' }, 'linux'), ['/a', '/b "c"']);
  assert.deepEqual(pathEntries({}, 'win32'), []);
});

// The stand-ins for Java are shell scripts.
describe('the search for Java', { skip: process.platform === 'win32' }, () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'logseq-ls java '));
    await makeJava('java8', 'echo \'java version "1.8.0_392"\' >&2');
    await makeJava('java17', 'echo \'openjdk version "17.0.15"\' >&2');
    await makeJava('java21', 'echo \'openjdk version "21.0.1"\' >&2');
    await makeJava('stub', 'echo "Unable to locate a Java Runtime." >&2; exit 1');
  });

  after(() => rm(folder, { recursive: true }));

  test('the setting comes first', async () => {
    assert.deepEqual(
      await search({ setting: home('java21'), env: { JAVA_HOME: home('java17'), PATH: bin('java17') } }),
      { found: true, command: path.join(bin('java21'), 'java'), version: 21 },
    );
  });

  test('a wrong setting is reported, and nothing taken in its place', async () => {
    const java = await search({ setting: home('nowhere'), env: { PATH: bin('java17') } });
    assert.match(problemOf(java), /logseq-ls\.java\.home.*nowhere.*does not exist/);
  });

  test('a setting of an old Java is reported with its version', async () => {
    assert.match(problemOf(await search({ setting: home('java8'), env: {} })), /is Java 8\./);
  });

  test('JAVA_HOME comes before the PATH', async () => {
    const java = await search({ env: { JAVA_HOME: home('java17'), PATH: bin('java21') } });
    assert.deepEqual(java, { found: true, command: path.join(bin('java17'), 'java'), version: 17 });
  });

  test('what is too old or does not run is passed over', async () => {
    const PATH = [bin('nowhere'), bin('stub'), bin('java8'), bin('java21')].join(path.delimiter);
    const java = await search({ env: { JAVA_HOME: home('java8'), PATH } });
    assert.deepEqual(java, { found: true, command: path.join(bin('java21'), 'java'), version: 21 });
  });

  test('the opened folder cannot bring its own Java by a relative PATH', async () => {
    const relative = path.relative(process.cwd(), bin('java17'));
    assert.equal((await search({ env: { PATH: `${relative}${path.delimiter}.` } })).found, false);
  });

  test('a relative setting is refused, wherever it leads', async () => {
    const setting = path.relative(process.cwd(), home('java17'));
    const java = await search({ setting, env: { PATH: bin('java17') } });
    assert.match(problemOf(java), /logseq-ls\.java\.home is wrong: ".*java17" is not an absolute path/);
  });

  test('a relative JAVA_HOME is passed over, and named when there is nothing else', async () => {
    const JAVA_HOME = path.relative(process.cwd(), home('java17'));
    assert.equal((await search({ env: { JAVA_HOME, PATH: bin('java21') } })).found, true);
    assert.match(
      problemOf(await search({ env: { JAVA_HOME } })),
      /JAVA_HOME is ".*java17", which is not an absolute path/,
    );
  });

  test('a leading ~ in the setting is the home folder', async () => {
    const java = await search({ setting: '~/java21', env: {} });
    assert.deepEqual(java, { found: true, command: path.join(bin('java21'), 'java'), version: 21 });
    assert.match(problemOf(await search({ setting: '~other/java21', env: {} })), /not an absolute path/);
  });

  test('a Java is tried where it will be started', async () => {
    await makeJava('curious', '[ -f marker ] && echo \'openjdk version "17.0.15"\' >&2');
    await writeFile(path.join(folder, 'marker'), '');
    assert.equal((await search({ setting: home('curious'), env: {} })).found, true);
  });

  test('a search that is given up does not wait for a Java that hangs', { timeout: 15_000 }, async () => {
    await makeJava('hanging', 'exec sleep 60');
    const search = new AbortController();
    const places = { setting: home('hanging'), home: folder, env: {}, platform: process.platform };
    const java = findJava({ ...places, workingFolder: folder }, search.signal);
    setTimeout(() => search.abort(), 100);
    assert.equal((await java).found, false);
  });

  test('without any, every one that was tried is named', async () => {
    const java = await search({ env: { JAVA_HOME: home('nowhere'), PATH: bin('java8') } });
    assert.match(problemOf(java), /nowhere.*does not exist\. .*is Java 8\./);
    assert.match(problemOf(await search({ env: {} })), /no Java in JAVA_HOME or on the PATH/);
  });

  function search(places: { setting?: string; env: NodeJS.ProcessEnv }) {
    return findJava({
      setting: '',
      home: folder,
      workingFolder: folder,
      platform: process.platform,
      ...places,
    });
  }

  function problemOf(java: Awaited<ReturnType<typeof findJava>>): string {
    assert.equal(java.found, false);
    return java.found ? '' : java.problem;
  }

  function home(name: string): string {
    return path.join(folder, name);
  }

  function bin(name: string): string {
    return path.join(folder, name, 'bin');
  }

  async function makeJava(name: string, script: string): Promise<void> {
    await mkdir(bin(name), { recursive: true });
    await writeFile(path.join(bin(name), 'java'), `#!/bin/sh\n${script}\n`);
    await chmod(path.join(bin(name), 'java'), 0o755);
  }
});
