'use client';

import { type ComponentType, type FormEvent, useState } from 'react';
import { LabActions } from '@/components/labs/actions';
import { LabFields } from '@/components/labs/fields';
import { Submissions } from '@/components/labs/submissions';
import { type Action, useSteps } from '@/components/labs/use-steps';
import type { LabDrawing } from '@/components/labs/view';
import { viewOf } from '@/components/labs/views';
import { LabDebrief, LabHints, LabIntroduction } from '@/components/labs/words';
import { readValues } from '@/kinds/labs/fields';
import type { LabScreen } from '@/kinds/labs/screen';
import type { Values } from '@/kinds/labs/verdict';
import { Html } from '../html';
import { address, type Lesson } from '../progress-store';
import { Kept } from './kept';
import { Said } from './said';
import { useDraft } from './use-draft';
import { useSubmission } from './use-submission';

type Props = {
  /** The block of the lesson. */
  id: string;
  /** What its author says above it. */
  html: string;
  screen: LabScreen;
  /** Where it is recorded; null for somebody who reads without a ledger, and tries it here alone. */
  lesson: Lesson | null;
  /** By which this page is known among those that save. */
  writer: string;
  /** What makes a submission, sent twice, one try. */
  submissionKey: string;
  /** What stands in the form at first: typed before there was a script, perhaps. */
  first: Values;
  /** What the server found, for browsers without JavaScript. */
  problem: string | null;
  /** How the task looks, and what stands in the form. */
  Drawing: ComponentType<LabDrawing<unknown>> | null;
};

const nothingWrong = 'This page finds nothing wrong. What counts is what the server finds: hand it in.';

/** A lab: one learner's task, its form, and what the server says of what is handed in. */
export function Lab({ id, html, screen, lesson, writer, submissionKey, first, problem, Drawing }: Props) {
  const { name, version, title, words, task, fields, start, attempt, lost } = screen;
  const key = `${name} ${version}`;
  const { values, canUndo, canRedo, act } = useSteps(first);
  const [here, setHere] = useState<string | null>(null);
  // It never takes over what the server made (lab-place.tsx), so what is drawn in a browser has its script.
  const ready = typeof window !== 'undefined';
  const { standing, submit, say } = useSubmission(lesson, id, screen, {
    key: submissionKey,
    problem: problem === null ? null : { where: '', says: problem },
  });
  const draft = useDraft(
    lesson && screen.passedAt === null ? { lesson, block: id, attempt } : null,
    screen,
    writer,
    values,
    (other) => act({ do: 'replace', values: other }),
  );
  const closed = standing.passed || lost || (lesson !== null && standing.triesLeft === 0);

  const go = (action: Action) => {
    draft.change(act(action));
    setHere(null);
    if (standing.problem) say(null);
  };
  const tryHere = async () => {
    const read = readValues(fields, values);
    const view = await viewOf(key);
    const error = 'error' in read ? read.error : (view?.check(task, read.values) ?? null);
    say(error && { where: error.where, says: error.says });
    setHere(error ? null : nothingWrong);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setHere(null);
    void submit(values);
  };

  return (
    <section className={`lab ${standing.passed ? 'lab-passed' : ''}`} aria-labelledby={`${id}-title`}>
      <p className="lab-kind">{attempt > 1 ? `Lab · task ${attempt}` : 'Lab'}</p>
      <h2 id={`${id}-title`} className="lab-title">
        {title}
      </h2>
      <Html html={html} className="lab-intro" />
      <LabIntroduction words={words} />
      <div className="lab-task">
        <h3 className="lab-heading">Your task</h3>
        <p className="lab-help">Its values are yours alone: nobody else has the same.</p>
        {Drawing && (
          <Drawing
            task={task}
            values={values}
            report={standing.report}
            set={closed || !ready ? null : (changes) => go({ do: 'set', values: { ...values, ...changes } })}
          />
        )}
      </div>
      <form
        action={lesson ? address(lesson, 'lab') : undefined}
        method="post"
        onSubmit={onSubmit}
        className="lab-form"
        aria-label={`What you hand in: ${title}`}
        noValidate
      >
        <input type="hidden" name="block" value={id} />
        <input type="hidden" name="attempt" value={attempt} />
        <input type="hidden" name="key" value={submissionKey} />
        <input type="hidden" name="base" value={screen.revision} />
        <input type="hidden" name="writer" value={writer} />
        <fieldset disabled={closed} className="lab-set">
          <legend className="lab-heading">
            {standing.passed ? 'What you handed in' : 'What you hand in'}
          </legend>
          <LabFields
            fields={fields}
            values={values}
            prefix={id}
            problem={standing.problem}
            closed={closed}
            onChange={(field, value) => go({ do: 'type', field, value })}
          />
        </fieldset>
        <Said standing={standing} fields={fields} here={here} lost={lost} recorded={lesson !== null} />
        {!closed && (
          <LabActions
            recorded={lesson !== null}
            ready={ready}
            sending={standing.sending}
            tryHere={() => void tryHere()}
            steps={[
              { label: 'Undo', go: canUndo ? () => go({ do: 'undo' }) : null },
              { label: 'Redo', go: canRedo ? () => go({ do: 'redo' }) : null },
              { label: 'Begin anew', go: () => go({ do: 'set', values: start }) },
            ]}
          />
        )}
        {draft.state && !closed && <Kept {...draft} state={draft.state} />}
      </form>
      {!standing.passed && <LabHints hints={words.hints} />}
      {standing.debrief && <LabDebrief debrief={standing.debrief} />}
      <Submissions submissions={standing.submissions} triesLeft={standing.triesLeft} />
    </section>
  );
}
