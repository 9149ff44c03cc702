'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import type { AskedQuestion } from '@/features/learning/quizzes/reviewed';
import { isBlank } from '@/rules/learning/answer-forms';
import { AttemptBar } from './attempt-bar';
import { AttemptQuestion } from './attempt-question';
import { type AttemptPlace, type AttemptState, openAttempt } from './attempt-store';

type Props = {
  place: AttemptPlace;
  questions: AskedQuestion[];
  /** Whether learners may say how sure they are. */
  confidence: boolean;
  dueAt: string | null;
  /** The server's clock when the page was made. */
  now: string;
  problem: string | null;
  /** Hands the attempt in; a plain form, so that it works without a script. */
  submit: (form: FormData) => Promise<void>;
};

const savedOf = (questions: AskedQuestion[]) =>
  new Map(questions.flatMap(({ block, kept }) => (kept ? [[block.id, kept] as const] : [])));

/** An attempt under way: its questions, each kept as it is answered, and the way to hand it in. */
export function AttemptPlayer({ place, questions, confidence, dueAt, now, problem, submit }: Props) {
  const router = useRouter();
  const [state, setState] = useState<AttemptState>({ answers: savedOf(questions), trouble: null });
  const [ready, setReady] = useState(false);
  const [unsent, setUnsent] = useState(false);
  const store = useRef<ReturnType<typeof openAttempt> | null>(null);
  const sure = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one store for the attempt that the page is about
  useEffect(() => {
    store.current = openAttempt(place, savedOf(questions), setState);
    setReady(true);
    return () => store.current?.close();
  }, [place.attempt, place.enrollmentId]);

  const answered = questions.filter(
    ({ block }) => !isBlank(state.answers.get(block.id)?.answer ?? []),
  ).length;
  const open = questions.length - answered;

  /** What is not sent yet goes first: only what the server has is handed in. */
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    if (sure.current || !store.current) return;
    event.preventDefault();
    const form = event.currentTarget;
    const all = await store.current.flush();
    setUnsent(!all);
    if (!all) return;
    sure.current = true;
    // Not within the event itself, in which a form takes no other.
    setTimeout(() => form.requestSubmit());
  };

  return (
    <>
      <AttemptBar
        state={state}
        answered={answered}
        total={questions.length}
        dueAt={dueAt}
        now={now}
        onDue={() => void store.current?.flush().finally(() => setTimeout(() => router.refresh(), 1_500))}
      />
      {problem && (
        <p role="alert" className="attempt-problem">
          {problem}
        </p>
      )}
      <ol className="attempt-questions">
        {questions.map((question, index) => (
          <li key={question.block.id} id={question.block.id}>
            <AttemptQuestion
              number={index + 1}
              of={questions.length}
              question={question}
              place={place}
              ready={ready}
              state={state.answers.get(question.block.id) ?? null}
              confidence={confidence}
              onAnswer={(answer, sure) => store.current?.change(question.block.id, answer, sure)}
            />
          </li>
        ))}
      </ol>
      <form action={submit} onSubmit={onSubmit} className="finish">
        <input type="hidden" name="course" value={place.course} />
        <input type="hidden" name="lesson" value={place.lesson} />
        <input type="hidden" name="attempt" value={place.attempt} />
        <h2>Hand it in</h2>
        <p>
          {open === 0
            ? 'Every question has an answer.'
            : `${open} of ${questions.length} questions ${open === 1 ? 'has' : 'have'} no answer yet. What is open earns nothing.`}{' '}
          Once it is handed in, nothing can be changed.
        </p>
        {unsent && (
          <p role="alert" className="attempt-problem">
            Some answers have not reached the server yet, so nothing was handed in. They are kept on this
            device. Try again when you are back.
          </p>
        )}
        <div className="finish-actions">
          <button type="submit" className={buttonClass('primary')}>
            Hand in the attempt
          </button>
        </div>
      </form>
    </>
  );
}
