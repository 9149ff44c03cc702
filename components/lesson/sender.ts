/** What stands between the page and the server: no line, no session, or an end to what is taken in. */
export type Trouble = 'offline' | 'signed-out' | 'over' | null;

const retryMs = 8_000;

/** What an answer of a door means; throws where it is none, which is tried again. */
function troubleOf(status: number): Trouble {
  if (status === 200) return null;
  if (status === 409 || status === 404) return 'over';
  if (status === 401) return 'signed-out';
  throw new Error(String(status));
}

type Work = {
  /** Whether there is something to send. */
  waits: () => boolean;
  /** Sends the next of it, and takes over what was answered. @returns the status of the answer. */
  sendNext: () => Promise<number>;
  /** Tells the page after each answer. */
  tell: (trouble: Trouble) => void;
};

/**
 * Sends what waits, one after the other, until the server has it: a moment after a change, when the line is back,
 * and when the page is left.
 */
export function openSender({ waits, sendNext, tell }: Work) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | null = null;
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  async function sendAll(): Promise<void> {
    try {
      while (waits()) {
        const trouble = troubleOf(await sendNext());
        tell(trouble);
        if (trouble) return;
      }
    } catch {
      later(retryMs);
      tell('offline');
    }
  }

  /** Sends what waits. @returns whether the server has everything. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    await sending;
    return !waits();
  }

  const online = () => later(0);
  const leaving = () => void flush();
  window.addEventListener('online', online);
  window.addEventListener('pagehide', leaving);

  return {
    later,
    flush,
    close() {
      clearTimeout(timer);
      window.removeEventListener('online', online);
      window.removeEventListener('pagehide', leaving);
    },
  };
}

/** Keeps a value in the browser under a name, or nothing. */
export function keepLocally(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is full or forbidden: what waits is then kept only while the page is open.
  }
}

/** What the browser keeps under a name; null where there is nothing, or nothing that can be read. */
export function keptLocally(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
