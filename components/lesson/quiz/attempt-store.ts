import type { Confidence } from '@/rules/assessment/confidence';
import { post } from '../progress-store';
import { keepLocally, keptLocally, openSender, type Trouble } from '../sender';

/** Where the answers of an attempt go, and under which name the browser keeps what is not there yet. */
export type AttemptPlace = { course: string; lesson: string; attempt: number; enrollmentId: string };

/** What the page knows of an answer: the newest revision, and whether the server has it. */
export type AnswerState = {
  answer: string[];
  confidence: Confidence | null;
  revision: number;
  /** When the server kept it; null while it does not have this revision. */
  savedAt: string | null;
  /** Another device was newer: what it gave is shown, and what was given here is not. */
  elsewhere?: boolean;
};
export type Answers = ReadonlyMap<string, AnswerState>;
export type AttemptState = { answers: Answers; trouble: Trouble };

const storageKey = ({ enrollmentId, lesson, attempt }: AttemptPlace): string =>
  `attempt:${enrollmentId}:${lesson}:${attempt}`;

type Waiting = Pick<AnswerState, 'answer' | 'confidence' | 'revision'>;

function kept(place: AttemptPlace): [string, Waiting][] {
  const value = keptLocally(storageKey(place)) as [string, Waiting][];
  return Array.isArray(value)
    ? value.filter((entry) => Array.isArray(entry?.[1]?.answer) && Number.isInteger(entry[1].revision))
    : [];
}

/** A pause in typing after which an answer is sent; many changes in it are one request. */
const pauseMs = 700;

/**
 * The answers of one attempt in this page: every change is kept in the browser at once and sent a moment
 * later; what could not be sent is sent again, also after the tab was closed, until the server has it.
 */
export function openAttempt(place: AttemptPlace, saved: Answers, onChange: (state: AttemptState) => void) {
  const answers = new Map(saved);
  let trouble: Trouble = null;
  // What an earlier visit could not send, if nothing newer arrived since.
  for (const [block, waiting] of kept(place)) {
    if (waiting.revision > (answers.get(block)?.revision ?? 0))
      answers.set(block, { ...waiting, savedAt: null });
  }

  const tell = () => onChange({ answers: new Map(answers), trouble });
  const waits = () => [...answers].filter(([, { savedAt }]) => savedAt === null);
  const keep = () => {
    const waiting = waits().map(([block, { answer, confidence, revision }]) => [
      block,
      { answer, confidence, revision },
    ]);
    keepLocally(storageKey(place), waiting.length === 0 ? null : waiting);
  };

  const sender = openSender({
    waits: () => waits().length > 0,
    async sendNext() {
      const [block, { answer, confidence, revision }] = waits()[0] as [string, AnswerState];
      const url = `/api/learn/${place.course}/${place.lesson}/save`;
      const { status, body } = await post(url, {
        attempt: place.attempt,
        block,
        answer,
        confidence,
        revision,
      });
      // It was changed again while it was on its way: the newer one goes next.
      if (status !== 200 || answers.get(block)?.revision !== revision) return status;
      const is = body as Omit<AnswerState, 'elsewhere'> & { own: boolean };
      answers.set(block, {
        answer: is.answer,
        confidence: is.confidence ?? null,
        revision: is.revision,
        savedAt: is.savedAt,
        ...(is.own ? {} : { elsewhere: true }),
      });
      keep();
      return status;
    },
    tell(next) {
      trouble = next;
      tell();
    },
  });
  if (waits().length > 0) sender.later(0);
  tell();

  return {
    change(block: string, answer: string[], confidence: Confidence | null) {
      const revision = (answers.get(block)?.revision ?? 0) + 1;
      answers.set(block, { answer, confidence, revision, savedAt: null });
      keep();
      tell();
      sender.later(pauseMs);
    },
    flush: sender.flush,
    close: sender.close,
  };
}
