import type { QuestionFigures as Figures } from '@/features/reporting/questions';
import { Compiled } from './compiled';
import { countInWords, listInWords, shareOf } from './count-words';
import { OptionsTable } from './options-table';

/** What was answered to one question, and the misconceptions behind it. */
export function QuestionFigures({ question, number }: { question: Figures; number: number }) {
  const { answered, right, tries, editions, options, misconception, byHand } = question;
  const share = shareOf(right, answered);
  return (
    <section aria-labelledby={`question-${question.id}`} className="figure-question">
      <h3 id={`question-${question.id}`}>Question {number}</h3>
      <Compiled html={question.prompt} className="figure-prompt" />
      {editions.length > 1 && (
        <p className="text-sm text-soft">
          Answers from editions {listInWords(editions)}, where it reads the same.
        </p>
      )}
      {answered === 0 ? (
        <p className="text-soft">Nobody has answered it yet.</p>
      ) : (
        <dl className="figure-line">
          <div>
            <dt>Answered by</dt>
            <dd>{countInWords(answered)}</dd>
          </div>
          <div>
            <dt>{byHand ? 'As long as asked at the first try' : 'Right at the first try'}</dt>
            <dd>
              {countInWords(right)}
              {share !== null && ` (${share} %)`}
            </dd>
          </div>
          <div>
            <dt>Tries per person</dt>
            <dd>{tries === null ? 'not shown' : tries.toLocaleString('en')}</dd>
          </div>
        </dl>
      )}
      {answered !== 0 && options.length > 0 && <OptionsTable options={options} answered={answered} />}
      {misconception && (
        <p className="mt-3 text-sm">
          Behind a wrong answer: <Compiled as="span" html={misconception} />
        </p>
      )}
    </section>
  );
}
