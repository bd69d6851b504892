import type { Disposable } from 'vscode';

/** Something that is done once it has been asked for and then not again for a while. */
export class Debounced implements Disposable {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly delayMs: number,
    private readonly action: () => unknown,
  ) {}

  schedule(): void {
    this.dispose();
    this.timer = setTimeout(this.action, this.delayMs);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
