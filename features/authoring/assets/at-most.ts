type Queue = { running: number; waiting: (() => void)[] };

/** Bundles would each make a queue of their own, hence on `globalThis`. */
const holder = globalThis as { platformDecoding?: Queue };
holder.platformDecoding ??= { running: 0, waiting: [] };
const queue = holder.platformDecoding;

const most = 2;

/** Runs work that takes memory and time: at most two at once in this process, the others wait their turn. */
export async function oneOfTwo<Result>(work: () => Promise<Result>): Promise<Result> {
  if (queue.running >= most) await new Promise<void>((go) => queue.waiting.push(go));
  else queue.running += 1;
  try {
    return await work();
  } finally {
    // The place goes to who waits; it is free only when nobody does.
    const next = queue.waiting.shift();
    if (next) next();
    else queue.running -= 1;
  }
}
