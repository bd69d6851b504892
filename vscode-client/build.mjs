// Bundles the extension and puts the language server and the licences of others beside it; or bundles its tests.
import { copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { thirdPartyNotices } from './notices.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values: flags } = parseArgs({
  options: {
    minify: { type: 'boolean', default: false },
    // Without a built server there is nothing to package; a bundle alone is still good for type and unit tests.
    server: { type: 'boolean', default: false },
    tests: { type: 'boolean', default: false },
    e2e: { type: 'boolean', default: false },
  },
});

const node = { absWorkingDir: here, bundle: true, platform: 'node', format: 'cjs', target: 'node20' };

// The unit tests look at the package, so they leave alone what is in it.
if (flags.tests) {
  await bundleTests();
} else {
  await bundleExtension();
  await copyServer();
}
if (flags.e2e) {
  // Each is the tests of one window, started by the `run` it exports.
  await build({
    ...node,
    entryPoints: ['graph', 'mixed', 'child'].map((name) => `e2e/suite/${name}.ts`),
    outdir: 'dist/e2e',
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
    // Mocha names files of its own that only its parallel mode loads.
    logOverride: { 'require-resolve-not-external': 'silent' },
    sourcemap: 'inline',
  });
}

async function bundleExtension() {
  const { metafile } = await build({
    ...node,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    minify: flags.minify,
    sourcemap: !flags.minify,
    metafile: true,
  });
  const pom = path.join(here, '..', 'server', 'pom.xml');
  const notices = await thirdPartyNotices(here, Object.keys(metafile.inputs), pom);
  await writeFile(path.join(here, 'dist', 'THIRD_PARTY_NOTICES.txt'), notices);
}

/** The unit tests in one file: how a runner finds several differs between versions of Node and between shells. */
async function bundleTests() {
  const folder = path.join(here, 'test');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.test.ts')).sort();
  const contents = names.map((name) => `import './${name}';`).join('\n');
  await build({
    ...node,
    stdin: { contents, resolveDir: folder, sourcefile: 'all.ts', loader: 'ts' },
    outfile: 'dist/test.cjs',
    alias: { vscode: './test/vscode.ts' },
    sourcemap: 'inline',
  });
}

async function copyServer() {
  const server = path.join(here, '..', 'server');
  const target = path.join(here, 'dist', 'server');
  const files = ['target/logseq-ls.jar', 'bin/jvm.options'].map((name) => path.join(server, name));
  const missing = [];
  for (const file of files) {
    await stat(file).catch(() => missing.push(path.relative(here, file)));
  }
  if (missing.length > 0) {
    const problem = `${missing.join(' and ')} missing: build the server first, by "mvn -pl server -am package"`;
    if (flags.server) {
      console.error(problem);
      process.exit(1);
    }
    console.warn(problem);
    return;
  }
  await mkdir(target, { recursive: true });
  for (const file of files) {
    await copyFile(file, path.join(target, path.basename(file)));
  }
}
