import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { classArchiveOptions } from './classArchive';
import { serverEnvironment } from './environment';

/**
 * The process of one server. The client library starts it, and ends it as the protocol wants; this is here for the
 * server that does not answer, which the library would wait for without end.
 */
export class ServerProcess {
  private child: ChildProcessWithoutNullStreams | undefined;
  private exited: Promise<unknown> = Promise.resolve();
  private givenUp = false;

  /**
   * @param java the `java` to start
   * @param folder the folder with the server's jar and the options of its JVM
   */
  constructor(
    private readonly java: string,
    private readonly folder: string,
    private readonly log: (event: string) => void,
  ) {}

  async start(): Promise<ChildProcessWithoutNullStreams> {
    if (this.givenUp) {
      throw new Error('The start of the server was given up.');
    }
    const options = `@${path.join(this.folder, 'jvm.options')}`;
    const jar = path.join(this.folder, 'logseq-ls.jar');
    const archive = await classArchiveOptions(jar, process.env, process.platform);
    const child = spawn(this.java, [options, ...archive, '-jar', jar, 'stdio'], {
      // Not the graph: Windows does not let go of a folder that is a process's working directory.
      cwd: this.folder,
      env: serverEnvironment(process.env, process.platform),
      windowsHide: true,
    });
    child.on('error', (problem) => this.log(`The server's process: ${problem.message}`));
    child.on('exit', (code, signal) => this.log(`The server ended: ${signal ?? `exit code ${code}`}`));
    await once(child, 'spawn');
    this.child = child;
    this.exited = new Promise((resolve) => child.once('exit', resolve));
    if (this.givenUp) {
      child.kill('SIGKILL');
    }
    return child;
  }

  /** Resolves when the process has ended, by force if it takes longer than this. One that is not started never is. */
  async end(patienceMs: number): Promise<void> {
    this.givenUp = true;
    const { child } = this;
    if (child === undefined) {
      return;
    }
    const waiting = new AbortController();
    const late = pause(patienceMs, 'late', { signal: waiting.signal }).catch(() => undefined);
    if ((await Promise.race([this.exited, late])) === 'late' && isAlive(child)) {
      child.kill('SIGKILL');
    }
    waiting.abort();
    await this.exited;
  }
}

function isAlive({ exitCode, signalCode }: ChildProcessWithoutNullStreams): boolean {
  return exitCode === null && signalCode === null;
}
