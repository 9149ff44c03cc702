import { post } from '../progress-store';

/** Where the answers of an attempt go, and under which name the browser keeps what is not there yet. */
export type AttemptPlace = { course: string; lesson: string; attempt: number; enrollmentId: string };

/** What the page knows of an answer: the newest revision, and whether the server has it. */
export type AnswerState = {
  answer: string[];
  revision: number;
  /** When the server kept it; null while it does not have this revision. */
  savedAt: string | null;
  /** Another device was newer: what it gave is shown, and what was given here is not. */
  elsewhere?: boolean;
};
export type Answers = ReadonlyMap<string, AnswerState>;
type Trouble = 'offline' | 'signed-out' | 'over' | null;
export type AttemptState = { answers: Answers; trouble: Trouble };

const storageKey = ({ enrollmentId, lesson, attempt }: AttemptPlace): string =>
  `attempt:${enrollmentId}:${lesson}:${attempt}`;

type Waiting = { answer: string[]; revision: number };

function kept(place: AttemptPlace): [string, Waiting][] {
  try {
    const value = JSON.parse(localStorage.getItem(storageKey(place)) ?? '[]') as [string, Waiting][];
    return Array.isArray(value)
      ? value.filter(([, one]) => Array.isArray(one?.answer) && Number.isInteger(one.revision))
      : [];
  } catch {
    return [];
  }
}

function keep(place: AttemptPlace, answers: Answers): void {
  const waiting = [...answers].filter(([, { savedAt }]) => savedAt === null);
  try {
    if (waiting.length === 0) localStorage.removeItem(storageKey(place));
    else
      localStorage.setItem(
        storageKey(place),
        JSON.stringify(waiting.map(([block, { answer, revision }]) => [block, { answer, revision }])),
      );
  } catch {
    // Storage is full or forbidden: what waits is then kept only while the page is open.
  }
}

/** A pause in typing after which an answer is sent; many changes in it are one request. */
const pauseMs = 700;
const retryMs = 8_000;

/**
 * The answers of one attempt in this page: every change is kept in the browser at once and sent a moment
 * later; what could not be sent is sent again, also after the tab was closed, until the server has it.
 */
export function openAttempt(place: AttemptPlace, saved: Answers, onChange: (state: AttemptState) => void) {
  const answers = new Map(saved);
  let trouble: Trouble = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | null = null;
  // What an earlier visit could not send, if nothing newer arrived since.
  for (const [block, waiting] of kept(place)) {
    if (waiting.revision > (answers.get(block)?.revision ?? 0))
      answers.set(block, { ...waiting, savedAt: null });
  }

  const tell = () => onChange({ answers: new Map(answers), trouble });
  const waits = () => [...answers].filter(([, { savedAt }]) => savedAt === null);
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  async function sendOne(block: string, { answer, revision }: AnswerState): Promise<boolean> {
    const url = `/api/learn/${place.course}/${place.lesson}/save`;
    const { status, body } = await post(url, { attempt: place.attempt, block, answer, revision });
    if (status === 409 || status === 404) trouble = 'over';
    else if (status === 401) trouble = 'signed-out';
    else if (status !== 200) throw new Error(String(status));
    if (status !== 200) return false;
    trouble = null;
    // It was changed again while it was on its way: the newer one goes next.
    if (answers.get(block)?.revision !== revision) return true;
    const is = body as { answer: string[]; revision: number; savedAt: string; own: boolean };
    answers.set(block, {
      answer: is.answer,
      revision: is.revision,
      savedAt: is.savedAt,
      ...(is.own ? {} : { elsewhere: true }),
    });
    return true;
  }

  async function sendAll(): Promise<void> {
    try {
      for (let next = waits()[0]; next; next = waits()[0]) {
        if (!(await sendOne(...next))) break;
        keep(place, answers);
        tell();
      }
    } catch {
      trouble = 'offline';
      later(retryMs);
    }
    tell();
  }

  /** Sends what waits. @returns whether the server has everything. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    await sending;
    return waits().length === 0;
  }

  const online = () => later(0);
  const leaving = () => void flush();
  window.addEventListener('online', online);
  window.addEventListener('pagehide', leaving);
  if (waits().length > 0) later(0);
  tell();

  return {
    change(block: string, answer: string[]) {
      const revision = (answers.get(block)?.revision ?? 0) + 1;
      answers.set(block, { answer, revision, savedAt: null });
      keep(place, answers);
      tell();
      later(pauseMs);
    },
    flush,
    close() {
      clearTimeout(timer);
      window.removeEventListener('online', online);
      window.removeEventListener('pagehide', leaving);
    },
  };
}
