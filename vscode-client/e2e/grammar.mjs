// The colours that a page has before the server is up: read with the grammars of the editor itself, without a window.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedEditor } from './install.mjs';

const client = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const ID = '6f1c2d3e-4a5b-4c6d-8e7f-90a1b2c3d4e5';

/** Each page, and of its texts those that have a colour of ours, with the end of its scope. */
const PAGES = [
  {
    title: 'a Markdown page',
    scope: 'text.html.markdown',
    text: `title:: Page properties
tags:: rust, [[programming]]

- TODO [#A] write to [[Bob]] about ((${ID}))
  id:: ${ID}
  collapsed:: true
  kind:: letter
  SCHEDULED: <2024-01-05 Fri>
\t- DONE of #letters and #[[long tags]], not C# or a#b
\t  id:: ${ID}
\t\t- deep:: down
\t\t- {{embed ((${ID}))}}
- ## LATER a heading with [[日本語]] 🦀 #tag
- the word TODO and a ratio 1:: 2 in the text
- nested [[a [[b]] c]]
`,
    want: [
      'title key',
      'tags key',
      'programming page',
      'TODO open',
      '[#A] priority',
      'Bob page',
      `${ID} block`,
      `id:: ${ID} bookkeeping`,
      'collapsed:: true bookkeeping',
      'kind key',
      'SCHEDULED planning',
      '<2024-01-05 Fri> timestamp',
      'DONE done',
      '#letters tag',
      '#[[long tags]] tag',
      `id:: ${ID} bookkeeping`,
      'deep key',
      'embed macro',
      `${ID} block`,
      'LATER open',
      '日本語 page',
      '#tag tag',
      'a [[b]] c page',
    ],
  },
  {
    title: 'code on a Markdown page',
    scope: 'text.html.markdown',
    text: `- \`[[code]] #code ((${ID}))\`
- \`\`\`
  id:: ${ID}
  - TODO [[code]] #code
  \`\`\`
- \`\`\`rust
  let a = b[[c]]; // #[derive]
  \`\`\`
- DONE {{embed [[it]]}} and \`[[code]]\` of *[[more]]*
  kind:: \`[[code]]\`
`,
    want: ['DONE done', 'embed macro', 'it page', 'more page', 'kind key'],
  },
  {
    title: 'an Org page',
    scope: 'text.org.logseq',
    text: `#+TITLE: Keys
# a comment with [[no page]]
* TODO [#B] one of [[Keyboards]] and [[https://logseq.com][a site]]
:PROPERTIES:
:id: ${ID}
:kind: letter
:END:
** =[[code]]= and ~#code~ and #tag
#+BEGIN_SRC clojure
[[code]] #code
#+END_SRC
** ((${ID}))
`,
    want: [
      '#+TITLE: directive',
      'TODO open',
      '[#B] priority',
      'Keyboards page',
      'a site title',
      `:id: ${ID} bookkeeping`,
      ':kind: key',
      '#tag tag',
      '#+BEGIN_SRC begin',
      ' clojure language',
      '#+END_SRC end',
      `${ID} block`,
    ],
  },
];

const OURS =
  /(?<!fenced_code)\.(key|page|open|done|priority|block|bookkeeping|planning|timestamp|tag|macro|directive|title|begin|end|language)\.(?:logseq|org)$/;

/** Tokenises the pages; what is not as it should be is told with the outcome. */
export async function grammarOutcomes() {
  const { main } = await installedEditor();
  const editor = path.resolve(path.dirname(main), '..');
  const registry = await registryOf(editor);
  return Promise.all(
    PAGES.map(async ({ title, scope, text, want }) => {
      const outcome = { title: `${title} has its colours`, passed: true, right: true };
      try {
        assert.deepEqual(coloured(await registry.loadGrammar(scope), text), want);
        return outcome;
      } catch (problem) {
        return { ...outcome, passed: false, right: false, problem: problem.message };
      }
    }),
  );
}

async function registryOf(editor) {
  const require = createRequire(path.join(editor, 'package.json'));
  const { parseRawGrammar, Registry } = require('vscode-textmate');
  const oniguruma = require('vscode-oniguruma');
  const wasm = await readFile(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const files = {
    'text.html.markdown': path.join(editor, 'extensions/markdown-basics/syntaxes/markdown.tmLanguage.json'),
    'text.org.logseq': path.join(client, 'syntaxes/org.tmLanguage.json'),
    'logseq.injection': path.join(client, 'syntaxes/logseq.tmLanguage.json'),
  };
  return new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) =>
      files[scope] === undefined ? null : parseRawGrammar(await readFile(files[scope], 'utf8'), files[scope]),
    getInjections: (scope) => (scope.startsWith('text.') ? ['logseq.injection'] : undefined),
  });
}

function coloured(grammar, text) {
  const found = [];
  let stack = null;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const kind = OURS.exec(scopes.at(-1))?.[1];
      if (kind !== undefined && !scopes.at(-1).startsWith('punctuation.')) {
        found.push(`${line.slice(startIndex, endIndex)} ${kind}`);
      }
    }
  }
  return found;
}
