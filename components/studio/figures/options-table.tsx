import type { QuestionFigures } from '@/features/reporting/questions';
import type { Shown } from '@/rules/tables/small-groups';
import { Bar } from './bar';
import { Compiled } from './compiled';
import { Count } from './count';
import { shareOf } from './count-words';
import { ScrollBox } from './scroll-box';

type Props = { options: QuestionFigures['options']; answered: Shown };

/** The options in their order, with how many chose each in their first answer. */
export function OptionsTable({ options, answered }: Props) {
  const most = typeof answered === 'number' ? answered : 0;
  return (
    <ScrollBox label="Options">
      <table className="figure-table">
        <caption className="visually-hidden">How many chose each option in their first answer</caption>
        <thead>
          <tr>
            <th scope="col">Option</th>
            <th scope="col">Chosen first</th>
          </tr>
        </thead>
        <tbody>
          {options.map(({ id, html, right, misconception, chosen }) => {
            const share = chosen === null ? null : shareOf(chosen, answered);
            return (
              <tr key={id}>
                <th scope="row">
                  <span className="figure-option">
                    <span aria-hidden="true" className={right ? 'text-good' : 'text-bad'}>
                      {right ? '✓' : '✗'}
                    </span>
                    <span className="min-w-0">
                      <Compiled as="span" html={html} />
                      <span className="visually-hidden">{right ? ' (right)' : ' (wrong)'}</span>
                      {misconception && (
                        <span className="figure-misconception">
                          <Compiled as="span" html={misconception} />
                        </span>
                      )}
                    </span>
                  </span>
                  {chosen !== null && <Bar value={chosen} most={most} tone={right ? 'good' : 'bad'} />}
                </th>
                <td>
                  {chosen === null ? (
                    <span className="figure-veiled">{right ? '–' : 'not shown'}</span>
                  ) : (
                    <Count of={chosen} />
                  )}
                  {share !== null && <span className="figure-aside">{share} %</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
