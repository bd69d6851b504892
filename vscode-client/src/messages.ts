import * as vscode from 'vscode';
import { OLDEST_JAVA } from './java';
import { JAVA_HOME_SETTING } from './settings';

/** What the user is told, and the way out that each message offers. Nobody waits for the answer. */

export function tellNoJava(problem: string): void {
  void ask(
    `The Logseq language server needs Java ${OLDEST_JAVA} or later. ${problem} ` +
      'Install Java, or set logseq-ls.java.home to the folder of one that is installed.',
    {
      'Open Settings': () =>
        vscode.commands.executeCommand('workbench.action.openSettings', JAVA_HOME_SETTING),
      'Get Java': () => vscode.env.openExternal(vscode.Uri.parse('https://adoptium.net')),
    },
  );
}

export function tellFailure(): void {
  void ask('The Logseq language server did not start.', showOutput);
}

export function tellCrashes(): void {
  void ask('The Logseq language server ended unexpectedly several times and is not started again.', {
    Restart: () => vscode.commands.executeCommand('logseq-ls.restart'),
    ...showOutput,
  });
}

export function tellNothingServed(): void {
  void vscode.window.showInformationMessage(
    'No folder of this window is served, so there is no Logseq language server to restart.',
  );
}

export function tellNothingToOpen(): void {
  void vscode.window.showInformationMessage(
    'There is nothing to open for this place, or the graph is not read yet.',
  );
}

export function tellNotRenamed(reason: string): void {
  void vscode.window.showWarningMessage(reason);
}

type Ways = Readonly<Record<string, () => Thenable<unknown>>>;

const showOutput: Ways = {
  'Show Output': () => vscode.commands.executeCommand('logseq-ls.showOutput'),
};

async function ask(message: string, ways: Ways): Promise<void> {
  const chosen = await vscode.window.showErrorMessage(message, ...Object.keys(ways));
  if (chosen !== undefined) {
    await ways[chosen]?.();
  }
}
