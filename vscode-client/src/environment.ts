/** In the order that decides: the first of them that is set is the locale of file names. */
const LOCALE_VARIABLES = ['LC_ALL', 'LC_CTYPE', 'LANG'];

/**
 * The environment the server is started in. On Linux, Java 17 reads file names by the locale, and without one of
 * UTF-8 it cannot open a page named in Japanese, say; an editor started from a desktop or over ssh often has none.
 */
export function serverEnvironment(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): NodeJS.ProcessEnv {
  const locale = LOCALE_VARIABLES.map((name) => env[name]).find(Boolean) ?? '';
  return platform !== 'linux' || /utf-?8/i.test(locale) ? env : { ...env, LC_ALL: 'C.UTF-8' };
}
