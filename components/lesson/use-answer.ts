'use client';

import { useEffect, useRef, useState } from 'react';
import { uniqueKey } from '@/components/ui/unique-key';
import type { LessonScreen } from '@/features/learning/get-lesson';
import { isBlank } from '@/rules/learning/answer-forms';
import { address, confirmed, type Lesson, post } from './progress-store';
import type { QuestionProps } from './question';

export type Given = LessonScreen['given'][string];

/** Where answers are marked and not recorded, and what of: a lesson in a version of a course. */
export type Tries = { address: string; version: string; lesson: string };

type State = { given: Given | null; message: string | null; sending: boolean; kept: string[] | null };
/** `asked` is the question as it read when it was answered: a newer edition may ask another under its id. */
type Attempt = { key: string; answer: string[]; asked?: string };

const asked = ({ prompt, options, ask }: QuestionProps['block']): string =>
  JSON.stringify(ask ? [prompt, options, ask] : [prompt, options]);

const storageKey = (lesson: Lesson, block: string) =>
  `answer:${lesson.enrollmentId}:${lesson.lesson}:${block}`;

function keptAttempt(lesson: Lesson, block: string): Attempt | null {
  try {
    const value = JSON.parse(localStorage.getItem(storageKey(lesson, block)) ?? 'null') as Attempt | null;
    return value && typeof value.key === 'string' && Array.isArray(value.answer) ? value : null;
  } catch {
    return null;
  }
}

function keepAttempt(lesson: Lesson, block: string, attempt: Attempt | null): void {
  try {
    if (attempt) localStorage.setItem(storageKey(lesson, block), JSON.stringify(attempt));
    else localStorage.removeItem(storageKey(lesson, block));
  } catch {
    // Without storage an answer that cannot be sent is kept as long as the page is open.
  }
}

/**
 * Sends an answer and keeps it until the server has it: over a lost connection, a closed tab or a
 * sign-out. The attempt's key stays with it, so that it counts once. An answer that is only tried is
 * marked and nothing else: it is gone with the page.
 */
export function useAnswer({ block, given, chosen, lesson, tries, attemptKey, problem }: QuestionProps) {
  const [state, setState] = useState<State>({
    given,
    message: problem,
    sending: false,
    kept: chosen ?? null,
  });
  const key = useRef(attemptKey);
  const busy = useRef(false);

  const send = ({ key: attempt, answer }: Attempt) => {
    if (lesson) return post(address(lesson, 'answer'), { block: block.id, key: attempt, answer });
    const { address: door, ...of } = tries ?? { address: '', version: '', lesson: '' };
    return post(door, { ...of, block: block.id, answer });
  };

  const deliver = async (attempt: Attempt): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setState((now) => ({ ...now, sending: true, message: null, kept: attempt.answer }));
    const stop = (message: string) => setState((now) => ({ ...now, sending: false, message }));
    const isKept = lesson ? ' Your answer is kept on this device.' : '';
    try {
      const { status, body } = await send(attempt);
      if (status === 200) {
        if (lesson) keepAttempt(lesson, block.id, null);
        key.current = uniqueKey();
        const result = body as unknown as Given & { progress?: { done: string[] } };
        setState({
          given: { answer: result.answer, verdict: result.verdict },
          message: null,
          sending: false,
          kept: null,
        });
        if (result.progress) confirmed(result.progress.done);
      } else if (status === 401 && !lesson) {
        stop('You are signed out. Sign in again, then check again.');
      } else if (status === 401 || status === 409 || status === 429 || status >= 500) {
        stop(`${String(body.message ?? 'The server did not answer.')}${isKept}`);
      } else {
        if (lesson) keepAttempt(lesson, block.id, null);
        stop(String(body.message ?? 'This could not be checked. Reload the page.'));
      }
    } catch {
      stop(
        lesson
          ? 'You are offline. Your answer is kept on this device and will be sent when you are back.'
          : 'You are offline. Check again when you are back.',
      );
    } finally {
      busy.current = false;
    }
  };

  const submit = async (answer: string[]): Promise<void> => {
    if (!lesson && !tries) return;
    if (isBlank(answer)) {
      setState((now) => ({ ...now, message: block.unanswered }));
      return;
    }
    const attempt = { key: key.current, answer, asked: asked(block) };
    if (lesson) keepAttempt(lesson, block.id, attempt);
    await deliver(attempt);
  };

  const resend = useRef<() => void>(() => {});
  resend.current = () => {
    const attempt = lesson && keptAttempt(lesson, block.id);
    if (!lesson || !attempt) return;
    if ((attempt.asked ?? asked(block)) === asked(block)) return void deliver(attempt);
    keepAttempt(lesson, block.id, null);
    const message = 'This question was changed after you answered it. Answer it again as it reads now.';
    setState((now) => ({ ...now, message }));
  };
  useEffect(() => {
    const retry = () => resend.current();
    retry();
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, []);

  return {
    state,
    submit,
    again: state.kept !== null,
    /** A change of mind: what was said of the last answer no longer belongs to what is chosen. */
    choose: () => setState((now) => (now.message === null ? now : { ...now, message: null })),
  };
}
