import { randomUUID } from 'node:crypto';
import { Fragment } from 'react';
import type { LessonScreen } from '@/features/learning/get-lesson';
import { LogLink } from './claims/log-link';
import { Html } from './html';
import { LabPlace } from './labs/lab-place';
import type { Lesson } from './progress-store';
import { Question } from './question';
import type { Tries } from './use-answer';

type Props = {
  screen: Pick<LessonScreen, 'view' | 'given' | 'hints' | 'labs'>;
  lesson: Lesson | null;
  /** Where an entry of the claim log is added; null where there is none. */
  log: { home: string; lesson: string; own: number } | null;
  tries: Tries | null;
  problemBlock: string | null;
  /** What the server found of a lab that a plain form handed in. */
  labProblem: LabProblem | null;
  /** What a plain form had chosen when it asked for a hint. */
  chosen: Chosen | null;
};

export type LabProblem = { block: string; says: string };

/** An answer to a question that was not checked yet. */
export type Chosen = { block: string; answer: string[] };

const unanswered = 'Choose an answer first; in an ordering every item has its own place.';

/** The lesson itself: runs of text, and the questions between them. */
export function LessonArticle({ screen, lesson, log, tries, problemBlock, labProblem, chosen }: Props) {
  return screen.view.segments.map(({ id, html, question, entry, lab }) =>
    lab && screen.labs[id] ? (
      <div key={id} id={id} className="lesson-block">
        <LabPlace
          id={id}
          html={html}
          screen={screen.labs[id]}
          lesson={lesson}
          writer={randomUUID()}
          submissionKey={randomUUID()}
          problem={labProblem?.block === id ? labProblem.says : null}
        />
      </div>
    ) : question ? (
      <div key={id} id={id} className="lesson-block">
        <Question
          block={question}
          given={screen.given[id] ?? null}
          chosen={chosen?.block === id ? chosen.answer : null}
          hints={screen.hints[id] ?? null}
          lesson={lesson}
          tries={tries}
          attemptKey={randomUUID()}
          problem={problemBlock === id ? unanswered : null}
        />
      </div>
    ) : (
      <Fragment key={id}>
        <Html html={html} />
        {entry && log && <LogLink {...log} passage={entry.passage} />}
      </Fragment>
    ),
  );
}
