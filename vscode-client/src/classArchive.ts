import { readdir, stat } from 'node:fs/promises';
import * as path from 'node:path';

/**
 * What a JVM is told in order to start from classes that are loaded already: where the archive of them is to be, and the one
 * that is there. The server makes it, as `<place>.<stamp>.<size>.jsa`; the launchers of the command line do the same.
 */
export async function classArchiveOptions(
  jar: string,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): Promise<string[]> {
  const cache = cacheFolder(env, platform);
  if (cache === undefined || !path.isAbsolute(cache) || env.LOGSEQ_LS_CACHE === 'off') {
    return [];
  }
  const folder = path.join(cache, 'logseq-ls');
  const name = jar.replaceAll(/[\\/:]+/g, '-').replace(/^-/, '');
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((file) => file.startsWith(`${name}.`)).map((file) => path.join(folder, file));
  const whole = await Promise.all(files.map(isWhole));
  return [
    `-Dlogseqls.archive=${path.join(folder, name)}`,
    ...files.filter((_, at) => whole[at]).map((file) => `-XX:SharedArchiveFile=${file}`),
  ];
}

function cacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  switch (platform) {
    case 'win32':
      return env.LOCALAPPDATA;
    case 'darwin':
      return env.HOME && path.join(env.HOME, 'Library', 'Caches');
    default:
      return env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME)
        ? env.XDG_CACHE_HOME
        : env.HOME && path.join(env.HOME, '.cache');
  }
}

/** A JVM dies of an archive that was cut off. */
async function isWhole(file: string): Promise<boolean> {
  const size = /\.(\d+)\.jsa$/.exec(file)?.[1];
  try {
    return size !== undefined && (await stat(file)).size === Number(size);
  } catch {
    return false;
  }
}
