import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/pager';
import type { ShownRegrade } from '@/features/learning/corrections/shown';

type Props = { regrade: ShownRegrade; hrefOf: (page: number) => string; minutes: number };

const people = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'learner' : 'learners'}`;

/** What a regrade would do: how many it moves, what it leaves alone, and whom it is for. */
export function RegradePreview({ regrade, hrefOf, minutes }: Props) {
  const { counts, attempts, unreadable, changed } = regrade;
  const facts: [string, number][] = [
    ['Result goes up', counts.up],
    ['Result goes down', counts.down],
    ['Pass by it', counts.passGained],
    ['No longer pass', counts.passLost],
  ];
  return (
    <>
      <dl className="figure-heads">
        {facts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-6 grid max-w-prose gap-3">
        <p>
          {attempts === 1 ? 'One attempt' : `${attempts.toLocaleString('en')} attempts`} asked this question
          and {attempts === 1 ? 'is' : 'are'} marked again. The result is that of the attempt that counts for
          each learner. Attempts that are under way are marked with it when they are handed in.
        </p>
        {counts.passLost > 0 && (
          <Notice>Whoever completed the quiz keeps that: a regrade takes no completion away.</Notice>
        )}
        {counts.passLost === 0 && <p>A regrade never takes a completion away.</p>}
        {unreadable > 0 && (
          <p>
            {unreadable === 1 ? 'One answer' : `${unreadable.toLocaleString('en')} answers`} cannot be read by
            the later key, and {unreadable === 1 ? 'keeps' : 'keep'} what {unreadable === 1 ? 'it' : 'they'}{' '}
            earned.
          </p>
        )}
        {counts.overridden > 0 && (
          <p>{people(counts.overridden)} have a grade that was set by hand: it stays as it is.</p>
        )}
        <p>
          {counts.told === 0
            ? 'Nobody’s shown grade changes, so nobody is written to.'
            : `${people(counts.told)} see their grade already. Each gets one mail, in ${minutes} minutes, if the grade is still another one by then and they take such mail.`}
        </p>
      </div>
      {changed === 0 ? (
        <p className="mt-6 text-lg">No learner’s result changes.</p>
      ) : (
        <LearnersTable learners={regrade.learners} />
      )}
      <Pager page={regrade.page} pages={regrade.pages} hrefOf={hrefOf} />
    </>
  );
}

const standing = ({ percent, passed }: { percent: string; passed: boolean }) => (
  <>
    <span className="figure-count">{percent} %</span>
    <span className="figure-aside">{passed ? 'passed' : 'not passed'}</span>
  </>
);

function LearnersTable({ learners }: Pick<ShownRegrade, 'learners'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the arrow keys cannot scroll the table
    <section className="figure-scroll" aria-label="Learners whose result changes" tabIndex={0}>
      <table className="figure-table">
        <caption>Whose result changes</caption>
        <thead>
          <tr>
            <th scope="col">Learner</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {learners.map(({ enrollmentId, name, before, after, overridden }) => (
            <tr key={enrollmentId}>
              <th scope="row" className="wrap-anywhere">
                {name}
                {overridden && <span className="figure-aside">Grade set by hand: stays</span>}
              </th>
              <td>{standing(before)}</td>
              <td>{standing(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
