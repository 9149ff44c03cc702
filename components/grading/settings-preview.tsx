import { Notice } from '@/components/ui/notice';
import type { TotalsPreview } from '@/features/learning/gradebook/preview-totals';

const people = (count: number): string =>
  count === 1 ? '1 learner' : `${count.toLocaleString('en')} learners`;

/** What settings would do, before they are saved: how many totals go where, and whose. */
export function SettingsPreview({ preview }: { preview: TotalsPreview }) {
  const { learners, changed, up, down, passNow, passNoMore, people: named } = preview;
  if (changed === 0)
    return (
      <Notice title="Nothing is saved yet">No total of {people(learners)} with grades would change.</Notice>
    );
  const counts: [number, string][] = [
    [up, 'would have a higher total'],
    [down, 'would have a lower total'],
    [passNow, 'would pass who do not now'],
    [passNoMore, 'would not pass any more'],
  ];
  return (
    <Notice
      title={`Nothing is saved yet: this would change ${people(changed)} of ${learners.toLocaleString('en')}`}
    >
      <ul className="my-2 list-disc pl-5">
        {counts.map(([count, words]) =>
          count > 0 ? <li key={words}>{`${people(count)} ${words}`}</li> : null,
        )}
      </ul>
      <table className="grades-lines">
        <caption className="visually-hidden">Whose total would change</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Learner</th>
            <th scope="col">Total</th>
            <th scope="col">Passing</th>
          </tr>
        </thead>
        <tbody>
          {named.map(({ id, name, before, after, passes, passed }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                {before} → {after}
              </td>
              <td>{passes === passed ? '' : passes ? 'would pass' : 'would not pass any more'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changed > named.length && <p>and {(changed - named.length).toLocaleString('en')} more</p>}
    </Notice>
  );
}
