/** One who waits: for whom, and what for. */
export type Waiting<Job> = { who: string; job: Job };

/**
 * A fair queue: whoever asks twice lets everybody else go first. In each round everyone has one turn; within a round
 * it goes by who came first.
 */
export class FairQueue<Job> {
  #waiting: (Waiting<Job> & { round: number })[] = [];
  /** The round that is being served, and the last one in which somebody who still counts has a turn. */
  #now = 0;
  readonly #last = new Map<string, number>();

  get size(): number {
    return this.#waiting.length;
  }

  /** How many of somebody's wait. */
  of(who: string): number {
    return this.#waiting.filter((one) => one.who === who).length;
  }

  add(who: string, job: Job): void {
    const round = Math.max(this.#now, (this.#last.get(who) ?? -1) + 1);
    this.#last.set(who, round);
    const at = this.#waiting.findIndex((one) => one.round > round);
    this.#waiting.splice(at < 0 ? this.#waiting.length : at, 0, { who, job, round });
  }

  next(): Waiting<Job> | null {
    const next = this.#waiting.shift();
    if (!next) return null;
    this.#now = next.round;
    // Whose last turn is over begins with the others again.
    for (const [who, round] of this.#last) if (round < this.#now) this.#last.delete(who);
    if (this.#waiting.length === 0) this.#last.clear();
    return next;
  }

  /** How many turns it takes until somebody's first is served, from 1; null where they do not wait. */
  position(who: string): number | null {
    const at = this.#waiting.findIndex((one) => one.who === who);
    return at < 0 ? null : at + 1;
  }

  /** Takes everybody out. */
  clear(): Waiting<Job>[] {
    this.#last.clear();
    return this.#waiting.splice(0);
  }
}
