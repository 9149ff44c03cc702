'use client';

import type { QuestionView } from '@/kinds/lesson-view';
import type { Verdict } from '@/kinds/questions/kind';
import { answerFields } from '../answer-fields';
import { Html } from '../html';

type Props = {
  block: QuestionView;
  title: string | null;
  answer: string[] | null;
  verdict: Verdict | null;
  /** Keeps the names of the fields apart where a question stands twice on a page. */
  prefix: string;
};

const nothing = () => {};

/** An answer as it was given, in the fields of its question, which take nothing any more. */
export function ReviewFields({ block, title, answer, verdict, prefix }: Props) {
  const Fields = answerFields[block.answerForm];
  return (
    // A form of its own, so that options of one name are one group; nothing in it can be sent.
    <form>
      <fieldset disabled className="question-set">
        <legend className="question-legend">
          {title && <span className="question-kind">{title}</span>}
          <Html html={block.prompt} className="question-prompt" />
        </legend>
        <Fields
          block={{ ...block, id: `${prefix}-${block.id}` }}
          given={answer && verdict ? { answer, verdict } : null}
          kept={answer}
          onOrder={nothing}
          onChange={nothing}
        />
        {verdict?.overall && <Html html={verdict.overall} className="question-overall" />}
      </fieldset>
    </form>
  );
}
