import { lostDatabase } from '../database';
import { NotFound } from '../operation';
import { reasonOf } from './reason';

/** How long one that could not be dealt with waits until it is tried again. */
const pauseMs = 60_000;

/**
 * Deals with things of one kind, each in a transaction of its own: one that fails waits aside for a while, and the
 * others go on. Several replicas may do so at once.
 * @param noun what one of them is called where a failure is written down
 */
export function oneByOne(noun: string) {
  const putOff = new Map<string, number>();
  return {
    /** The ids of those that wait aside. */
    aside(): string[] {
      for (const [id, until] of putOff) if (until <= Date.now()) putOff.delete(id);
      return [...putOff.keys()];
    },
    /** @returns how many of them it was done with. */
    async each(
      ids: readonly string[],
      done: (id: string) => Promise<boolean>,
      what: string,
    ): Promise<number> {
      let count = 0;
      for (const id of ids) {
        try {
          if (await done(id)) count += 1;
        } catch (error) {
          if (lostDatabase(error)) throw error;
          putOff.set(id, Date.now() + pauseMs);
          if (!(error instanceof NotFound))
            console.error(`${noun} ${id} was not ${what}: ${reasonOf(error)}`);
        }
      }
      return count;
    },
  };
}
