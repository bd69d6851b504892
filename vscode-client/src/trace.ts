import * as vscode from 'vscode';

/**
 * Where the conversation with the server is written. The client library writes it at log level "trace" alone, which
 * would make `logseq-ls.trace.server` mean nothing until the user has changed the channel's level as well; so this
 * channel passes for one at that level whenever the setting asks for a trace, and writes as information.
 */
export function traceChannel(output: vscode.LogOutputChannel): vscode.LogOutputChannel & vscode.Disposable {
  const levelChanged = new vscode.EventEmitter<vscode.LogLevel>();
  const level = (): vscode.LogLevel => {
    const wanted = vscode.workspace.getConfiguration('logseq-ls').get('trace.server', 'off');
    return wanted === 'off' ? vscode.LogLevel.Info : vscode.LogLevel.Trace;
  };
  const subscription = vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('logseq-ls.trace.server')) {
      levelChanged.fire(level());
    }
  });
  return {
    name: output.name,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: levelChanged.event,
    trace: (message, ...args) => output.info(message, ...args),
    debug: (message, ...args) => output.debug(message, ...args),
    info: (message, ...args) => output.info(message, ...args),
    warn: (message, ...args) => output.warn(message, ...args),
    error: (message, ...args) => output.error(message, ...args),
    append: (value) => output.append(value),
    appendLine: (value) => output.appendLine(value),
    replace: (value) => output.replace(value),
    clear: () => output.clear(),
    show: () => output.show(),
    hide: () => output.hide(),
    dispose: () => vscode.Disposable.from(levelChanged, subscription).dispose(),
  };
}
