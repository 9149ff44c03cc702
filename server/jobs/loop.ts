import { lostDatabase } from '../database';

/**
 * Does a round of work again and again. While there is some it goes on after a rest of `rest` times as long as the round
 * took, so that pages have the processor and the database meanwhile; else after a pause. What goes wrong in a round
 * is tried again in the next. @returns a function that stops it after the round under way.
 */
export function startLoop(round: () => Promise<number>, pauseMs: number, rest = 0): () => Promise<void> {
  let stopped = false;
  let wake = () => {};
  const loop = (async () => {
    while (!stopped) {
      const begun = performance.now();
      const count = await round().catch((error) => {
        if (!lostDatabase(error)) console.error(error);
        return 0;
      });
      const wait = count > 0 ? rest * (performance.now() - begun) : pauseMs;
      if (wait === 0 || stopped) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait);
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
