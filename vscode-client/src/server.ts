import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { DidChangeConfigurationNotification, type LanguageClient, State } from 'vscode-languageclient/node';
import { createClient } from './client';
import { CrashLimit } from './crashes';
import type { InitialFolding } from './folding';
import { setFoldingProvider } from './foldingProvider';
import { findJava } from './java';
import { tellCrashes, tellFailure, tellNoJava } from './messages';
import type { NextLines } from './nextLines';
import { ServerProcess } from './serverProcess';
import { javaHome, serverSettings } from './settings';

/** A server that has not answered its first request by then will not. */
const START_MS = 60_000;

/** How long a server may take to end after it has been asked to. */
const END_MS = 2_000;

export interface Surroundings {
  readonly extension: vscode.ExtensionContext;
  readonly output: vscode.LogOutputChannel;
  readonly trace: vscode.LogOutputChannel;
  readonly folding: InitialFolding;
  readonly nextLines: NextLines;
  /** Called when the server has read a graph. */
  readonly graphWasRead: () => void;
}

interface Run {
  readonly client: LanguageClient;
  readonly process: ServerProcess;
}

/**
 * The one server of this window. Starts and stops follow each other in the order they were asked for, and none
 * begins before the one before it has ended. Only the last one counts: a start that something newer follows is given
 * up, so nothing waits for a server that does not answer.
 */
export class Server implements vscode.Disposable {
  private run: Run | undefined;
  private roots: readonly string[] = [];
  private newest = new AbortController();
  private lastStep: Promise<void> = Promise.resolve();
  private crashes = new CrashLimit();
  private missingJavaTold = false;
  private readonly clientChanged = new vscode.EventEmitter<void>();

  /** A server came to run, or the one that ran is let go. */
  readonly onDidChangeClient = this.clientChanged.event;

  constructor(private readonly surroundings: Surroundings) {}

  /** What speaks with the server, while one runs. */
  get client(): LanguageClient | undefined {
    return this.run?.client.state === State.Running ? this.run.client : undefined;
  }

  get hasRoots(): boolean {
    return this.roots.length > 0;
  }

  /** Serves these folders and no others; none at all means no server. */
  serve(roots: readonly string[]): Promise<void> {
    this.roots = roots;
    this.crashes = new CrashLimit();
    return this.startAnew();
  }

  restart(): Promise<void> {
    this.crashes = new CrashLimit();
    this.missingJavaTold = false;
    return this.startAnew();
  }

  stop(): Promise<void> {
    return this.next(() => this.stopNow());
  }

  /** Tells the server what our settings are now. */
  async settingsChanged(): Promise<void> {
    await this.client?.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { 'logseq-ls': serverSettings() },
    });
  }

  dispose(): void {
    this.clientChanged.dispose();
  }

  private startAnew(): Promise<void> {
    return this.next(async (superseded) => {
      await this.stopNow();
      await this.startNow(superseded);
    });
  }

  private next(step: (superseded: AbortSignal) => Promise<void>): Promise<void> {
    this.newest.abort();
    this.newest = new AbortController();
    const { signal } = this.newest;
    this.lastStep = this.lastStep
      .then(() => (signal.aborted ? undefined : step(signal)))
      .catch((problem) => this.surroundings.output.error(problem));
    return this.lastStep;
  }

  private async startNow(superseded: AbortSignal): Promise<void> {
    const { extension, output } = this.surroundings;
    const roots = this.roots;
    if (roots.length === 0) {
      return;
    }
    const serverFolder = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'server').fsPath;
    const java = await findJava(javaPlaces(serverFolder), superseded);
    if (superseded.aborted) {
      return;
    }
    if (!java.found) {
      this.complainAboutJava(java.problem);
      return;
    }
    // Before the server's own registration: VS Code looks at the setting when a provider comes or goes.
    await setFoldingProvider(extension).catch((problem) =>
      output.warn(`The folding provider was not set: ${problem}`),
    );
    if (superseded.aborted) {
      return;
    }
    output.info(`Java ${java.version} (${java.command}) serves ${roots.join(', ')}`);
    const process = new ServerProcess(java.command, serverFolder, (event) => output.info(event));
    const run: Run = {
      process,
      client: createClient({ ...this.surroundings, process, roots, crashed: () => this.crashed(run) }),
    };
    this.run = run;
    await comesToRun(run, superseded);
    this.clientChanged.fire();
    // Having started is no proof: the library does not fail for every server that ends meanwhile.
    if (run.client.state !== State.Running && !superseded.aborted) {
      await this.stopNow();
      tellFailure();
    }
  }

  private async stopNow(): Promise<void> {
    const run = this.run;
    this.run = undefined;
    this.clientChanged.fire();
    await run?.client.dispose();
    await run?.process.end(END_MS);
  }

  private crashed(run: Run): void {
    if (this.run !== run) {
      return;
    }
    if (this.crashes.reachedByOneMore()) {
      void this.stop();
      tellCrashes();
    } else {
      void this.startAnew();
    }
  }

  private complainAboutJava(problem: string): void {
    this.surroundings.output.error(problem);
    if (!this.missingJavaTold) {
      this.missingJavaTold = true;
      tellNoJava(problem);
    }
  }
}

/** Resolves when the start has succeeded, has failed, or was given up: then the server's process is ended. */
async function comesToRun({ client, process }: Run, superseded: AbortSignal): Promise<void> {
  const giveUp = () => void process.end(0);
  const timer = setTimeout(giveUp, START_MS);
  superseded.addEventListener('abort', giveUp);
  try {
    await client.start();
  } catch {
    // The library has written the reason to the output.
  } finally {
    clearTimeout(timer);
    superseded.removeEventListener('abort', giveUp);
  }
}

function javaPlaces(workingFolder: string) {
  return {
    setting: javaHome(),
    home: homedir(),
    env: process.env,
    platform: process.platform,
    workingFolder,
  };
}
