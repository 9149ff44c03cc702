'use client';

import { type FormEvent, useState, useSyncExternalStore } from 'react';
import type { QuestionView } from '@/kinds/lesson-view';
import type { HintLadder } from '@/rules/assessment/hints';
import type { AnswerForm } from '@/rules/learning/answer-forms';
import { answerFields } from './answer-fields';
import { Hints } from './hints';
import { Html } from './html';
import { JudgeYourself } from './judge-yourself';
import type { Lesson } from './progress-store';
import { address } from './progress-store';
import { type Given, type Tries, useAnswer } from './use-answer';

export type QuestionProps = {
  block: QuestionView;
  given: Given | null;
  /** What was chosen and not checked yet when a page without a script came back with a hint. */
  chosen?: string[] | null;
  /** Its hints, as far as they may be seen; null where it has none. */
  hints?: HintLadder | null;
  /** Where the answer is recorded; null for somebody who reads without a ledger. */
  lesson: Lesson | null;
  /** Where it is marked and not recorded; without either, nothing is marked. */
  tries: Tries | null;
  /** Makes the same answer, sent twice, one attempt. */
  attemptKey: string;
  /** A problem that the server found, for browsers without JavaScript. */
  problem: string | null;
};

const never = () => () => {};

/** Of an answer in parts it is said how many are right; which ones is said where they stand. */
function notYet(form: AnswerForm, parts: readonly { right: boolean }[]): string {
  const right = parts.filter((part) => part.right).length;
  const inParts = parts.length > 1 && (form === 'places' || form === 'gaps' || form === 'spans');
  return `✗ Not yet${inParts ? `: ${right} of ${parts.length} are right` : ''}. Read why, then try again.`;
}

function buttonWords(byHand: boolean, sending: boolean, again: boolean): string {
  if (byHand) return sending ? 'Handing it in …' : again ? 'Hand in again' : 'Hand in';
  return sending ? 'Checking …' : again ? 'Check again' : 'Check';
}

/** A check question: a plain form that also works without JavaScript, marked by the server. */
export function Question(props: QuestionProps) {
  const { block, hints, lesson, tries, attemptKey } = props;
  const { state, choose, submit, again } = useAnswer(props);
  // What is only tried has no plain form to fall back on: it opens when the script is there.
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => tries === null,
  );
  const [hydratedOrder, setHydratedOrder] = useState<string[] | null>(null);
  const Fields = answerFields[block.answerForm];
  // What nobody marks is never closed: it is judged by its writer, and may be written anew.
  const byHand = block.answerForm === 'essay';
  const passed = state.given?.verdict.correct === true && !byHand;
  const marked = lesson !== null || tries !== null;
  const locked = passed || !marked || !ready;

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (locked) return;
    const form = new FormData(event.currentTarget);
    const answer =
      block.answerForm === 'order'
        ? (hydratedOrder ?? state.given?.answer ?? block.options.map((option) => option.id))
        : form.getAll('option').map(String);
    void submit(answer);
  };

  return (
    <form
      action={lesson ? address(lesson, 'answer') : undefined}
      method="post"
      onSubmit={onSubmit}
      className={`question ${passed ? 'question-passed' : ''}`}
    >
      <input type="hidden" name="block" value={block.id} />
      <input type="hidden" name="key" value={attemptKey} />
      <fieldset disabled={locked} className="question-set">
        <legend className="question-legend">
          <span className="question-kind">{byHand ? 'Written answer, for practice' : 'Check question'}</span>
          <Html html={block.prompt} className="question-prompt" />
        </legend>
        <p className="question-instruction">{block.instruction}</p>
        <Fields
          block={block}
          given={state.given}
          kept={state.kept}
          onOrder={setHydratedOrder}
          onChange={choose}
          draftKey={lesson && `draft:${lesson.enrollmentId}:${lesson.lesson}:${block.id}`}
        />
      </fieldset>
      {hints && (
        <Hints
          ladder={hints}
          door={lesson && !passed ? { address: address(lesson, 'hint'), of: { block: block.id } } : null}
        />
      )}
      <div aria-live="polite" className="question-verdict">
        {state.message && <p className="question-problem">{state.message}</p>}
        {state.given && byHand && !state.message && (
          <JudgeYourself block={block} given={state.given} locked={locked} />
        )}
        {state.given && !byHand && !state.message && (
          <>
            <p className={passed ? 'question-right' : 'question-wrong'}>
              {passed ? '✓ Right.' : notYet(block.answerForm, state.given.verdict.options)}
            </p>
            {state.given.verdict.overall && (
              <Html html={state.given.verdict.overall} className="question-overall" />
            )}
          </>
        )}
      </div>
      {tries && (
        <noscript>
          <p className="question-instruction">In the preview answers are marked only with JavaScript.</p>
        </noscript>
      )}
      {!marked ? (
        <p className="question-instruction">In the preview nothing is marked or recorded.</p>
      ) : (
        !passed &&
        ready && (
          <button type="submit" className="question-button" aria-disabled={state.sending}>
            {buttonWords(byHand, state.sending, state.given !== null || again)}
          </button>
        )
      )}
    </form>
  );
}
