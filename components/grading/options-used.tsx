import type { QuestionScreen } from '@/features/learning/oversight/get-question';
import { ShareBar } from './share-bar';
import { percent } from './statistic-words';

type Props = { options: NonNullable<QuestionScreen['options']>; asked: number };

/** How often each option was chosen, alone or beside others; also those that nobody chose. */
export function OptionsUsed({ options, asked }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the arrow keys cannot scroll the table
    <section className="figure-scroll" aria-label="Options" tabIndex={0}>
      <table className="figure-table">
        <caption className="visually-hidden">How often each option was chosen, over all attempts</caption>
        <thead>
          <tr>
            <th scope="col">Option</th>
            <th scope="col">Chosen</th>
            <th scope="col">Mean result</th>
          </tr>
        </thead>
        <tbody>
          {options.map(({ id, words, right, count, mean }) => (
            <tr key={id}>
              <th scope="row">
                <span className="figure-option">
                  <span aria-hidden="true" className={right ? 'text-good' : 'text-bad'}>
                    {right ? '✓' : '✗'}
                  </span>
                  <span className="min-w-0 wrap-anywhere">
                    {words}
                    <span className="visually-hidden">{right ? ' (right)' : ' (wrong)'}</span>
                  </span>
                </span>
                <ShareBar share={asked === 0 ? 0 : count / asked} tone={right ? 'good' : 'bad'} />
              </th>
              <td>
                <span className="figure-count">{count.toLocaleString('en')}</span>
              </td>
              <td>
                <span className="figure-count">{percent(mean)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
