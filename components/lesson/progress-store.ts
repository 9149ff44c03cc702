'use client';

/**
 * What the page knows of the learner's progress in the open lesson: what the server has confirmed, and
 * what is still on its way. What could not be sent is kept in the browser under the enrollment's id and
 * sent again; the server counts it once, however often it arrives.
 */
export type Link = 'saved' | 'saving' | 'offline' | 'signed-out' | 'gone';

export type ProgressState = {
  /** Confirmed by the server. */
  done: ReadonlySet<string>;
  /** Not confirmed yet. */
  waiting: ReadonlySet<string>;
  total: number;
  link: Link;
};

export type Lesson = { course: string; lesson: string; enrollmentId: string };

let lesson: Lesson | null = null;
let state: ProgressState = { done: new Set(), waiting: new Set(), total: 0, link: 'saved' };
let sending = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export const progress = {
  get: (): ProgressState => state,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function set(change: Partial<ProgressState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

export const address = (
  of: Lesson,
  what: 'views' | 'answer' | 'hint' | 'complete' | 'terms' | 'lab' | 'save-lab',
): string => `/api/learn/${of.course}/${of.lesson}/${what}`;

const storageKey = (of: Lesson): string => `views:${of.enrollmentId}:${of.lesson}`;

function keep(): void {
  if (!lesson) return;
  try {
    if (state.waiting.size === 0) localStorage.removeItem(storageKey(lesson));
    else localStorage.setItem(storageKey(lesson), JSON.stringify([...state.waiting]));
  } catch {
    // Storage is full or forbidden: what waits is then kept only while the page is open.
  }
}

function kept(of: Lesson): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey(of)) ?? '[]');
    return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Opens a lesson with what the server knows, and takes up what an earlier visit could not send. */
export function openLesson(next: Lesson, blocks: readonly string[], done: readonly string[]): void {
  const known = new Set(blocks);
  const confirmed = new Set(done);
  lesson = next;
  set({
    done: confirmed,
    waiting: new Set(kept(next).filter((id) => known.has(id) && !confirmed.has(id))),
    total: blocks.length,
    link: 'saved',
  });
  if (state.waiting.size > 0) schedule(0);
}

/** Notes that a block was seen; sent together with others a moment later. */
export function seen(block: string): void {
  if (state.done.has(block) || state.waiting.has(block)) return;
  set({ waiting: new Set([...state.waiting, block]) });
  keep();
  schedule(1_200);
}

/** Takes over what the server confirmed. */
export function confirmed(done: readonly string[]): void {
  const all = new Set([...state.done, ...done]);
  set({ done: all, waiting: new Set([...state.waiting].filter((id) => !all.has(id))), link: 'saved' });
  keep();
}

export function setLink(link: Link): void {
  set({ link });
}

function schedule(ms: number): void {
  clearTimeout(timer);
  timer = setTimeout(send, ms);
}

/** Browsers send so many bytes, and no more, for a page that is left meanwhile. */
const mostForLeaving = 60_000;

/** Sends a JSON body to one of the doors. Throws only when there is no answer at all. */
export async function post(
  url: string,
  body: unknown,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const text = new TextEncoder().encode(JSON.stringify(body));
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: text,
    keepalive: text.length < mostForLeaving,
  });
  const answer: unknown = await response.json().catch(() => ({}));
  return { status: response.status, body: (answer ?? {}) as Record<string, unknown> };
}

async function send(): Promise<void> {
  if (sending || !lesson || state.waiting.size === 0) return;
  const of = lesson;
  const blocks = [...state.waiting];
  sending = true;
  set({ link: 'saving' });
  try {
    const { status, body } = await post(address(of, 'views'), { blocks });
    if (lesson !== of) return;
    if (status === 200) confirmed(body.done as string[]);
    else if (status === 401) set({ link: 'signed-out' });
    // The course was moved to a newer edition in this very moment; the next try is judged by that one.
    else if (status === 409) schedule(1_000);
    else if (status === 403 || status === 404 || status === 422) set({ link: 'gone' });
    else throw new Error(String(status));
  } catch {
    set({ link: 'offline' });
    schedule(10_000);
  } finally {
    sending = false;
    if (state.link === 'saved' && state.waiting.size > 0) schedule(0);
  }
}

if (typeof window !== 'undefined') {
  window.addEventListener('online', () => schedule(0));
  window.addEventListener('pagehide', () => void send());
}
