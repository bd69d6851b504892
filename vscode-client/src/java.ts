import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import * as path from 'node:path';

/** The oldest Java the server's classes are compiled for. */
export const OLDEST_JAVA = 17;

/** A Java starts in well under a second; a machine that needs longer than this is not going to serve anyone. */
const VERSION_TIMEOUT_MS = 20_000;

export interface JavaPlaces {
  /** The user's setting; empty when there is none. */
  readonly setting: string;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
}

export type Java =
  | { readonly found: true; readonly command: string; readonly version: number }
  | { readonly found: false; readonly problem: string };

/**
 * The first Java that is new enough: the one from the setting, from `JAVA_HOME`, or on the `PATH`.
 * A setting is the user's word: when it is wrong that is said, and nothing else is taken in its place.
 */
export async function findJava(places: JavaPlaces): Promise<Java> {
  const setting = places.setting.trim();
  if (setting !== '') {
    const java = await tryJava(javaIn(path.join(setting, 'bin'), places.platform));
    return java.found
      ? java
      : { found: false, problem: `The setting logseq-ls.java.home is wrong: ${java.problem}` };
  }
  const problems: string[] = [];
  for (const command of await candidates(places)) {
    const java = await tryJava(command);
    if (java.found) {
      return java;
    }
    problems.push(java.problem);
  }
  return {
    found: false,
    problem: problems.length === 0 ? 'There is no Java in JAVA_HOME or on the PATH.' : problems.join(' '),
  };
}

/** The major version in what `java -version` prints, of the old numbering (1.8) as of the new (17.0.2, 21-ea). */
export function majorVersion(printed: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(printed) ?? [];
  if (first === undefined) {
    return undefined;
  }
  return Number(first === '1' && second !== undefined ? second : first);
}

async function candidates({ env, platform }: JavaPlaces): Promise<string[]> {
  const home = env.JAVA_HOME?.trim();
  const fromHome = home ? [javaIn(path.join(home, 'bin'), platform)] : [];
  // A relative entry would be looked up in the opened folder, and a folder must not bring its own Java.
  const fromPath = pathEntries(env, platform)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => javaIn(folder, platform));
  const present = await Promise.all(fromPath.map(isFile));
  return [...new Set([...fromHome, ...fromPath.filter((_, at) => present[at])])];
}

function pathEntries(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  // Windows spells it "Path", and a copy of the environment no longer ignores case.
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH');
  const value = (key !== undefined && env[key]) || '';
  return value.split(platform === 'win32' ? ';' : ':');
}

function javaIn(folder: string, platform: NodeJS.Platform): string {
  return path.join(folder, platform === 'win32' ? 'java.exe' : 'java');
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

async function tryJava(command: string): Promise<Java> {
  if (!(await isFile(command))) {
    return { found: false, problem: `${command} does not exist.` };
  }
  const printed = await versionOutput(command);
  const version = printed === undefined ? undefined : majorVersion(printed);
  if (version === undefined) {
    return { found: false, problem: `${command} does not run.` };
  }
  if (version < OLDEST_JAVA) {
    return { found: false, problem: `${command} is Java ${version}.` };
  }
  return { found: true, command, version };
}

/** Asking is the only sure way: macOS, for one, has a `java` in its PATH that runs without any Java behind it. */
function versionOutput(command: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(
      command,
      ['-version'],
      { timeout: VERSION_TIMEOUT_MS, windowsHide: true },
      (error, stdout, stderr) => resolve(error ? undefined : stderr + stdout),
    );
  });
}
