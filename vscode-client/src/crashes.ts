import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient/node';

/** So many crashes within so long, and the server is not started again by itself. */
const CRASHES = 4;
const WITHIN_MS = 3 * 60_000;

/** What to do when the connection breaks: start again in silence, until that has happened too often. */
export class CrashLimit implements ErrorHandler {
  private readonly times: number[] = [];

  constructor(
    private readonly hasStarted: () => boolean,
    private readonly giveUp: () => void,
    private readonly now: () => number = Date.now,
  ) {}

  error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
  }

  closed(): CloseHandlerResult {
    // A server that ends before it has answered once will not do better the next time, and its start reports it.
    if (!this.hasStarted()) {
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    const now = this.now();
    this.times.push(now);
    if (this.times.filter((time) => now - time < WITHIN_MS).length < CRASHES) {
      return { action: CloseAction.Restart, handled: true };
    }
    this.giveUp();
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}
