import { writeFile } from 'node:fs/promises';
import Mocha from 'mocha';

/** What became of one test, for the script that started the editor. */
interface Outcome {
  readonly title: string;
  readonly passed: boolean;
  readonly problem?: string;
}

/**
 * Runs the tests that `define` declares, inside the extension host. The outcomes go to a file: the script that
 * reads them expects failures of the control, so a failing test is no failure of the run.
 */
export async function runTests(define: () => void): Promise<void> {
  const results = process.env.LOGSEQ_LS_E2E_RESULTS;
  if (results === undefined) {
    throw new Error('LOGSEQ_LS_E2E_RESULTS does not say where the results go');
  }
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, reporter: class {} as never });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  define();
  const outcomes: Outcome[] = [];
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', (test) => outcomes.push({ title: test.fullTitle(), passed: true }))
      .on('fail', (test, problem: Error) =>
        outcomes.push({ title: test.fullTitle(), passed: false, problem: problem.stack ?? String(problem) }),
      );
  });
  await writeFile(results, JSON.stringify(outcomes));
}
