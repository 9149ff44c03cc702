import { expect, test } from 'vitest';
import { startLoop } from './loop';

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Rounds of so many ms, some with work: when each began, from the first. */
async function rounds(works: number[], ms: number, rest?: number, pause = 300) {
  const began: number[] = [];
  const stop = startLoop(
    async () => {
      began.push(performance.now());
      await sleep(ms);
      return works[began.length - 1] ?? 0;
    },
    pause,
    rest,
  );
  while (began.length < works.length + 1) await sleep(5);
  await stop();
  return began.slice(1).map((at, index) => at - (began[index] ?? 0));
}

test('goes on at once while there is work, and pauses when there is none', async () => {
  const [first] = (await rounds([1], 20, undefined, 15_000)) as [number];
  expect(first).toBeLessThan(15_000);
  const [second] = (await rounds([0], 20)) as [number];
  expect(second).toBeGreaterThan(300);
});

test('rests between rounds in proportion to the time that they take', async () => {
  const [first] = (await rounds([1], 50, 3)) as [number];
  expect(first).toBeGreaterThan(190);
});

test('does not wait out a rest to be stopped', async () => {
  let begun = 0;
  const stop = startLoop(
    async () => {
      begun += 1;
      await sleep(20);
      return 1;
    },
    0,
    1_000,
  );
  await sleep(60);
  await stop();
  expect(begun).toBe(1);
});

test('what goes wrong is said, and tried again after the pause', async () => {
  const { error } = console;
  const said: unknown[] = [];
  console.error = (what) => said.push(what);
  let begun = 0;
  const stop = startLoop(
    async () => {
      begun += 1;
      if (begun === 1) throw new Error('once');
      return 0;
    },
    10,
    5,
  );
  while (begun < 2) await sleep(5);
  await stop();
  console.error = error;
  expect(said).toEqual([new Error('once')]);
});
