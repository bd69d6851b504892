/** So many crashes within so long, and the server is not started again by itself. */
const CRASHES = 4;
const WITHIN_MS = 3 * 60_000;

/** Whether a server that ended unexpectedly is started again in silence: until that has happened too often. */
export class CrashLimit {
  private readonly times: number[] = [];

  constructor(private readonly now: () => number = Date.now) {}

  /** Counts a crash, and says whether it was one too many. */
  reachedByOneMore(): boolean {
    const now = this.now();
    this.times.push(now);
    return this.times.filter((time) => now - time < WITHIN_MS).length >= CRASHES;
  }
}
