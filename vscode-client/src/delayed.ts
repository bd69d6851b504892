import type { Disposable } from 'vscode';

/** Something that is done a while after it was asked for, once however often that was. */
export class Delayed implements Disposable {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly delayMs: number,
    private readonly action: () => unknown,
  ) {}

  /** Has it done when it was not asked for again in the meantime. */
  whenCalm(): void {
    this.dispose();
    this.soon();
  }

  /** Has it done when the time is over, asked for again or not. */
  soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.action();
    }, this.delayMs);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
