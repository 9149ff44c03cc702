import { Instant } from '@/components/ui/when';
import type { MyWork } from '@/features/learning/work/get-my-work';
import { numbered } from '@/rules/work/comments';
import { passagesOf } from '@/rules/work/text';
import { placeInWords } from '@/rules/work/work-words';
import { Entries } from '../claims/entries';
import { CommentedText } from './commented-text';
import { FileList } from './file-list';
import { Rubric } from './rubric';

const twoDecimals = (points: number): number => Math.floor(points * 100) / 100;

/** One version of one's own work: where it stands, what it came to and why, and the text itself. */
export function WorkResult({ work }: { work: MyWork }) {
  const { handedInAt, byClock, waiting, held, result, savedAt, size, entries, text, rules } = work;
  const { comments, files } = work;
  return (
    <>
      <section aria-labelledby="standing" className={`finish ${result?.passed ? 'finish-done' : ''}`}>
        <h2 id="standing">{result ? heading(result) : handedInAt ? 'Handed in' : 'A draft'}</h2>
        <p>
          {handedInAt ? (
            <>
              Handed in <Instant at={handedInAt} />
              {byClock && ' by the clock, when it closed, as it was saved by then'}. {size}
            </>
          ) : (
            <>
              Saved <Instant at={savedAt} />, and not handed in. {size}
            </>
          )}
        </p>
        {waiting && (
          <p>
            {placeInWords(waiting.place)}, and back by <strong>{waiting.back}</strong>.
          </p>
        )}
        {held && <p>It is graded. The result is shown here once your school releases it.</p>}
        {result && <Derivation result={result} pass={rules.pass} />}
      </section>
      {result && (
        <section aria-labelledby="why" className="work-why">
          <h2 id="why">Why</h2>
          <Rubric rubric={rules.rubric} scores={result.scores} />
          {result.comment !== '' && (
            <>
              <h3>What your grader says</h3>
              <p className="work-comment">{result.comment}</p>
            </>
          )}
        </section>
      )}
      <section aria-labelledby="own-text" className="work-why">
        <h2 id="own-text">{entries ? 'Your entries' : 'Your text'}</h2>
        {entries && <Entries entries={entries} />}
        {entries && comments.length > 0 && <h3>The same as a text, with the comments</h3>}
        {comments.length > 0 && (
          <p className="work-hint">
            {comments.length === 1 ? 'One comment' : `${comments.length} comments`} of your grader on words of
            it: each number leads to its comment, and back.
          </p>
        )}
        <FileList files={files} />
        {(!entries || comments.length > 0) && (
          <CommentedText passages={passagesOf(text)} comments={numbered(comments)} />
        )}
      </section>
    </>
  );
}

type Result = NonNullable<MyWork['result']>;

const heading = ({ percent, passed }: Result): string =>
  `${percent} %${passed === null ? '' : passed ? ', passed' : ', not passed'}`;

function Derivation({ result, pass }: { result: Result; pass: number | undefined }) {
  const { points, of, late } = result;
  return (
    <>
      <p>
        {twoDecimals(points)} of {of} points{pass !== undefined && `, and ${pass} % are needed`}.
      </p>
      {late && (
        <p>
          {twoDecimals(late.points)} points, less what being late takes: {late.days}{' '}
          {late.days === 1 ? 'day' : 'days'} at {late.perDay} %
          {late.floor > 0 && `, of which ${late.floor} % always stay`}.
        </p>
      )}
    </>
  );
}
