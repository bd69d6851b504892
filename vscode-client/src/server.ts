import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { createClient } from './client';
import { CrashLimit } from './crashes';
import type { InitialFolding } from './folding';
import { setFoldingProvider } from './foldingProvider';
import { findJava } from './java';
import { tellCrashes, tellFailure, tellNoJava } from './messages';
import { javaHome } from './settings';

export interface Surroundings {
  readonly extension: vscode.ExtensionContext;
  readonly output: vscode.LogOutputChannel;
  readonly trace: vscode.LogOutputChannel;
  readonly folding: InitialFolding;
}

/**
 * The one server of this window. Starts and stops follow each other in the order they were asked for, and none
 * begins before the one before it has ended.
 */
export class Server {
  private client: LanguageClient | undefined;
  private roots: readonly string[] = [];
  private served: readonly string[] | undefined;
  private lastStep: Promise<void> = Promise.resolve();
  private missingJavaTold = false;

  constructor(private readonly surroundings: Surroundings) {}

  /** Serves these folders and no others; none at all means no server. */
  serve(roots: readonly string[]): Promise<void> {
    this.roots = roots;
    // Several graphs can be found while the server starts for the first: they are served together.
    return this.next(async () => {
      if (this.served !== this.roots) {
        await this.stopNow();
        await this.startNow();
      }
    });
  }

  restart(): Promise<void> {
    return this.next(async () => {
      this.missingJavaTold = false;
      await this.stopNow();
      await this.startNow();
    });
  }

  stop(): Promise<void> {
    return this.next(() => this.stopNow());
  }

  private next(step: () => Promise<void>): Promise<void> {
    this.lastStep = this.lastStep.then(step).catch((problem) => {
      this.surroundings.output.error(problem instanceof Error ? problem : String(problem));
    });
    return this.lastStep;
  }

  private async startNow(): Promise<void> {
    const roots = this.roots;
    this.served = roots;
    if (roots.length === 0) {
      return;
    }
    const { extension, output, trace, folding } = this.surroundings;
    const java = await findJava({ setting: javaHome(), env: process.env, platform: process.platform });
    if (!java.found) {
      this.complainAboutJava(java.problem);
      return;
    }
    output.info(`Java ${java.version} (${java.command}) serves ${roots.join(', ')}`);
    // Before the server's own registration: VS Code looks at the setting when a provider comes or goes.
    await setFoldingProvider(extension).catch((problem) =>
      output.warn(`The folding provider was not set: ${problem}`),
    );
    const client: LanguageClient = createClient({
      java: java.command,
      serverFolder: vscode.Uri.joinPath(extension.extensionUri, 'dist', 'server').fsPath,
      roots,
      output,
      trace,
      folding,
      crashes: new CrashLimit(
        () => client.state === State.Running,
        () => tellCrashes(),
      ),
    });
    this.client = client;
    try {
      await client.start();
    } catch (problem) {
      output.error(problem instanceof Error ? problem : String(problem));
      tellFailure();
    }
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // A client that never came to run has nothing to stop, and says so by an error.
    await client?.dispose().catch((problem) => this.surroundings.output.debug(`Stopping: ${problem}`));
  }

  private complainAboutJava(problem: string): void {
    this.surroundings.output.error(problem);
    if (!this.missingJavaTold) {
      this.missingJavaTold = true;
      tellNoJava(problem);
    }
  }
}
