import { lostDatabase } from '../database';

/**
 * Does a round of work again and again, without a pause while there is some. What goes wrong in a round is
 * tried again in the next. @returns a function that stops it after the round under way.
 */
export function startLoop(round: () => Promise<number>, pauseMs: number): () => Promise<void> {
  let stopped = false;
  let wake = () => {};
  const loop = (async () => {
    while (!stopped) {
      const count = await round().catch((error) => {
        if (!lostDatabase(error)) console.error(error);
        return 0;
      });
      if (count > 0) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        timer.unref();
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await loop;
  };
}
