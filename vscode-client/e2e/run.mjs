// The end-to-end tests: VS Code in a browser, with the extension and its real language server.
//   node e2e/run.mjs           all of them
//   node e2e/run.mjs control   only those named: graph, control, mixed, child, grammar, starts, looks, typing, writing, window
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { endOnSignals } from './ending.mjs';
import { testsInExtensionHost } from './extensionHost.mjs';
import { grammarOutcomes } from './grammar.mjs';
import { looks } from './looks.mjs';
import { screenshot } from './screenshot.mjs';
import { failingStarts } from './starts.mjs';
import { typing } from './typing.mjs';
import { copyGraph, copyMixed, withTemporaryFolder } from './workspace.mjs';
import { writing } from './writing.mjs';

const client = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bundle = (name) => path.join(client, 'dist', 'e2e', `${name}.cjs`);

/** What the server brings; in a window without it these tests must fail, or they would prove nothing. */
const NEEDS_SERVER = 'with the server';

const PATIENCE_MS = 40_000;
const CONTROL_PATIENCE_MS = 3_000;

const legs = {
  /** The extension on a graph, beside VS Code's own Markdown extension. */
  async graph(folder) {
    const outcomes = await testsInExtensionHost(folder, {
      workspace: await copyGraph(path.join(folder, 'graph')),
      tests: bundle('graph'),
      development: client,
      patienceMs: PATIENCE_MS,
    });
    return judged(outcomes, ({ passed }) => passed);
  },

  /** The same tests in a window without the extension. */
  async control(folder) {
    const outcomes = await testsInExtensionHost(folder, {
      workspace: await copyGraph(path.join(folder, 'graph')),
      tests: bundle('graph'),
      development: path.join(client, 'e2e', 'fixtures', 'bystander'),
      patienceMs: CONTROL_PATIENCE_MS,
    });
    return judged(outcomes, ({ title, passed }) => passed !== title.startsWith(NEEDS_SERVER));
  },

  /** A folder where a graph is one thing among others. */
  async mixed(folder) {
    const outcomes = await testsInExtensionHost(folder, {
      workspace: await copyMixed(path.join(folder, 'mixed')),
      tests: bundle('mixed'),
      development: client,
      patienceMs: PATIENCE_MS,
    });
    return judged(outcomes, ({ passed }) => passed);
  },

  /** A window on a folder inside a graph. */
  async child(folder) {
    const outcomes = await testsInExtensionHost(folder, {
      workspace: path.join(await copyGraph(path.join(folder, 'graph')), 'pages'),
      tests: bundle('child'),
      development: client,
      patienceMs: PATIENCE_MS,
    });
    return judged(outcomes, ({ passed }) => passed);
  },

  /** The colours that need no server. */
  grammar: grammarOutcomes,

  /** The packaged extension with a Java that does not do what it should. */
  async starts(folder) {
    await failingStarts(folder);
    return [
      {
        title: 'a start that fails or hangs is told once, and a restart mends it',
        passed: true,
        right: true,
      },
    ];
  },

  /** The same, for what only eyes can see. */
  looks: (folder) => looks(path.join(client, 'dist', 'logseq-ls.vsix'), folder),

  /** The outline under real keys. */
  typing: (folder) => typing(client, folder),

  /** Suggestions, renames and the choice of pages under real keys. */
  writing: (folder) => writing(client, path.join(client, 'dist', 'e2e'), folder),

  /** The packaged extension in the window a user sees. */
  async window(folder) {
    await screenshot(path.join(client, 'dist', 'screenshot.png'), folder);
    return [{ title: 'squiggle, hover, fold and definition are seen', passed: true, right: true }];
  },
};

function judged(outcomes, isRight) {
  return outcomes.map((outcome) => ({ ...outcome, right: isRight(outcome) }));
}

endOnSignals();
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(legs);
const build = spawnSync(process.execPath, ['build.mjs', '--server', '--e2e'], {
  cwd: client,
  stdio: 'inherit',
});
if (build.status !== 0) {
  process.exit(1);
}
let wrong = 0;
for (const name of wanted) {
  const leg = legs[name];
  if (leg === undefined) {
    console.error(`There is no "${name}"; there are ${Object.keys(legs).join(', ')}.`);
    process.exit(2);
  }
  const started = Date.now();
  const outcomes = await withTemporaryFolder(leg);
  console.log(`\n${name} (${Math.round((Date.now() - started) / 1000)} s)`);
  if (outcomes.length === 0) {
    wrong++;
    console.log('  no tests');
  }
  for (const { title, passed, right, problem } of outcomes) {
    console.log(`  ${right ? 'ok  ' : 'WRONG'} ${title}${passed ? '' : ' (failed)'}`);
    if (!right) {
      wrong++;
      console.log(problem ?? '  passed, and should have failed');
    }
  }
}
process.exit(wrong === 0 ? 0 : 1);
