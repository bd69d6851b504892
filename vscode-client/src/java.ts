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
  /** What a leading `~` in the setting stands for. */
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** Where a Java is tried, as it will be started: never in the opened folder. */
  readonly workingFolder: string;
}

export type Java =
  | { readonly found: true; readonly command: string; readonly version: number }
  | { readonly found: false; readonly problem: string };

/**
 * The first Java that is new enough: the one from the setting, from `JAVA_HOME`, or on the `PATH`.
 * A setting is the user's word: when it is wrong that is said, and nothing else is taken in its place.
 * A relative path is never followed: it would lead into the opened folder, and a folder must not bring its own Java.
 */
export async function findJava(places: JavaPlaces, givenUp?: AbortSignal): Promise<Java> {
  const tried = (command: string) => tryJava(command, places.workingFolder, givenUp);
  const setting = expandHome(places.setting.trim(), places.home);
  if (setting !== '') {
    const java = path.isAbsolute(setting)
      ? await tried(javaIn(path.join(setting, 'bin'), places.platform))
      : missing(`"${setting}" is not an absolute path.`);
    return java.found ? java : missing(`The setting logseq-ls.java.home is wrong: ${java.problem}`);
  }
  const problems: string[] = [];
  const home = places.env.JAVA_HOME?.trim();
  if (home && !path.isAbsolute(home)) {
    problems.push(`JAVA_HOME is "${home}", which is not an absolute path.`);
  }
  for (const command of await candidates(places)) {
    const java = await tried(command);
    if (java.found) {
      return java;
    }
    problems.push(java.problem);
  }
  return missing(
    problems.length === 0 ? 'There is no Java in JAVA_HOME or on the PATH.' : problems.join(' '),
  );
}

/** The major version in what `java -version` prints, of the old numbering (1.8) as of the new (17.0.2, 21-ea). */
export function majorVersion(printed: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(printed) ?? [];
  if (first === undefined) {
    return undefined;
  }
  return Number(first === '1' && second !== undefined ? second : first);
}

/** The folders of the `PATH`, whatever the case of its name: a copy of Windows' environment no longer ignores it. */
export function pathEntries(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH');
  const value = (name !== undefined && env[name]) || '';
  if (platform !== 'win32') {
    return value.split(':');
  }
  // Windows allows quotes, for the sake of a semicolon in a name.
  return (value.match(/(?:"[^"]*"|[^;])+/g) ?? []).map((entry) => entry.replaceAll('"', ''));
}

async function candidates({ env, platform }: JavaPlaces): Promise<string[]> {
  const home = env.JAVA_HOME?.trim();
  const fromHome = home && path.isAbsolute(home) ? [javaIn(path.join(home, 'bin'), platform)] : [];
  const fromPath = pathEntries(env, platform)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => javaIn(folder, platform));
  const present = await Promise.all(fromPath.map(isFile));
  return [...new Set([...fromHome, ...fromPath.filter((_, at) => present[at])])];
}

function expandHome(setting: string, home: string): string {
  return /^~(?=$|[/\\])/.test(setting) ? path.join(home, setting.slice(1)) : setting;
}

function missing(problem: string): Java & { readonly found: false } {
  return { found: false, problem };
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

async function tryJava(command: string, workingFolder: string, givenUp?: AbortSignal): Promise<Java> {
  if (!(await isFile(command))) {
    return missing(`${command} does not exist.`);
  }
  const printed = await versionOutput(command, workingFolder, givenUp);
  const version = printed === undefined ? undefined : majorVersion(printed);
  if (version === undefined) {
    return missing(`${command} does not run.`);
  }
  if (version < OLDEST_JAVA) {
    return missing(`${command} is Java ${version}.`);
  }
  return { found: true, command, version };
}

/** Asking is the only sure way: macOS, for one, has a `java` in its PATH that runs without any Java behind it. */
function versionOutput(command: string, cwd: string, signal?: AbortSignal): Promise<string | undefined> {
  const options = {
    cwd,
    signal,
    timeout: VERSION_TIMEOUT_MS,
    killSignal: 'SIGKILL',
    windowsHide: true,
  } as const;
  return new Promise((resolve) => {
    execFile(command, ['-version'], options, (error, stdout, stderr) =>
      resolve(error ? undefined : stderr + stdout),
    );
  });
}
