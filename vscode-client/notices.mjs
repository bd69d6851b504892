// The licences of what the package carries of others: npm packages in the bundle, Java libraries in the server's jar.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Of the libraries that the server's pom names, with what each brings along. Texts are in `licenses`. */
const JAVA_LIBRARIES = {
  'com.google.errorprone:error_prone_annotations': {
    name: 'Error Prone annotations',
    license: 'Apache-2.0',
    text: 'Apache-2.0',
  },
  'org.eclipse.lsp4j:org.eclipse.lsp4j': {
    name: 'Eclipse LSP4J and LSP4J JSON-RPC',
    license: 'EPL-2.0 OR BSD-3-Clause (EDL 1.0)',
    text: 'lsp4j',
  },
  'com.google.code.gson:gson': { name: 'Gson', license: 'Apache-2.0', text: 'Apache-2.0' },
  'com.google.guava:guava': {
    name: 'Guava, with failureaccess, listenablefuture and J2ObjC annotations',
    license: 'Apache-2.0',
    text: 'Apache-2.0',
  },
  'org.jspecify:jspecify': { name: 'JSpecify', license: 'Apache-2.0', text: 'Apache-2.0' },
  'io.vavr:vavr': { name: 'Vavr, with vavr-match', license: 'Apache-2.0', text: 'Apache-2.0' },
  'org.commonmark:commonmark': { name: 'commonmark-java', license: 'BSD-2-Clause', text: 'commonmark-java' },
  'io.methvin:directory-watcher': {
    name: 'directory-watcher, with JNA',
    license: 'Apache-2.0',
    text: 'Apache-2.0',
  },
  'org.slf4j:slf4j-api': { name: 'SLF4J API', license: 'MIT', text: 'slf4j' },
  'org.eclipse.jgit:org.eclipse.jgit': {
    name: 'JGit, with SHA-1 UbcCheck (MIT), JavaEWAH and Apache Commons Codec (Apache-2.0)',
    license: 'BSD-3-Clause (EDL 1.0)',
    text: 'jgit',
  },
  'io.github.java-diff-utils:java-diff-utils': {
    name: 'java-diff-utils',
    license: 'Apache-2.0',
    text: 'Apache-2.0',
  },
  'info.picocli:picocli': { name: 'picocli', license: 'Apache-2.0', text: 'Apache-2.0' },
};

/**
 * @param client the folder of the extension
 * @param inputs the files that are in the bundle, relative to that folder
 * @param pom the pom of the server
 */
export async function thirdPartyNotices(client, inputs, pom) {
  const parts = [...(await bundled(client, inputs)), ...javaLibraries(await readFile(pom, 'utf8'))];
  const list = parts.map(({ name, version, license }) => `- ${name} ${version}: ${license}`);
  const texts = [];
  for (const file of new Set(parts.map(({ file }) => file))) {
    const names = parts.filter((part) => part.file === file).map(({ name }) => name);
    const text = (await readFile(path.join(client, file), 'utf8')).replaceAll('\r\n', '\n').trim();
    texts.push(`${'='.repeat(80)}\n${names.join(', ')}\n${'='.repeat(80)}\n\n${text}\n`);
  }
  return `This extension carries the following works of others.\n\n${list.join('\n')}\n\n${texts.join('\n')}`;
}

async function bundled(client, inputs) {
  const folders = inputs
    .map((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0])
    .filter((folder) => folder !== undefined);
  const parts = [];
  for (const folder of [...new Set(folders)].sort()) {
    const { name, version, license } = JSON.parse(
      await readFile(path.join(client, folder, 'package.json'), 'utf8'),
    );
    const file = (await readdir(path.join(client, folder))).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) {
      throw new Error(`${folder} has no licence to pass on`);
    }
    parts.push({ name, version, license, file: path.join(folder, file) });
  }
  return parts;
}

/** The list above and the pom must agree: a library that comes or goes is seen here. */
function javaLibraries(pom) {
  const found = new Map();
  for (const [, dependency] of pom.matchAll(/<dependency>(.*?)<\/dependency>/gs)) {
    const value = (tag) => new RegExp(`<${tag}>\\s*(.*?)\\s*</${tag}>`).exec(dependency)?.[1];
    if (value('scope') !== 'test') {
      found.set(`${value('groupId')}:${value('artifactId')}`, value('version'));
    }
  }
  const known = Object.keys(JAVA_LIBRARIES);
  const differing = [...found.keys()]
    .filter((key) => !known.includes(key))
    .concat(known.filter((key) => !found.has(key)));
  if (differing.length > 0) {
    throw new Error(`notices.mjs and the server's pom differ: ${differing.join(', ')}`);
  }
  return known.map((key) => {
    const { name, license, text } = JAVA_LIBRARIES[key];
    return { name, version: found.get(key), license, file: path.join('licenses', `${text}.txt`) };
  });
}
