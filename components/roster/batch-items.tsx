import type { BatchDetails } from '@/features/enrollment/batches/get-batch';
import { transitions } from '@/rules/enrollment/enrollment-states';
import { refusals } from '@/rules/refusals';
import { stateWords } from './state-words';

type Item = BatchDetails['items'][number];

const wanted = ({ move }: Item): string =>
  move.action === 'undo' ? 'Restore' : transitions[move.action].label;

function Outcome({ item }: { item: Item }) {
  if (!item.done) return <>Not yet</>;
  if (item.refusal) return <span className="text-bad">{refusals[item.refusal]}</span>;
  return (
    <>
      {stateWords[item.from ?? 'none']} → <strong>{stateWords[item.to ?? 'none']}</strong>
    </>
  );
}

/** What a batch did to whom; on a narrow screen each person is a block of lines. */
export function BatchItems({ items, course }: { items: Item[]; course: string | null }) {
  return (
    <table className="w-full border-collapse text-left max-sm:block">
      <caption className="visually-hidden">People of this batch, in its order</caption>
      <thead className="border-b border-rule text-sm text-soft max-sm:sr-only">
        <tr>
          <th scope="col" className="py-2 pr-4 font-semibold">
            Person
          </th>
          <th scope="col" className="py-2 pr-4 font-semibold">
            Wanted
          </th>
          <th scope="col" className="py-2 font-semibold">
            What came of it
          </th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {items.map((item) => (
          <tr key={item.position} className="border-b border-rule align-top max-sm:block max-sm:py-3">
            <th scope="row" className="py-2 pr-4 font-normal max-sm:block max-sm:py-0">
              {item.enrollmentId && course ? (
                <a
                  href={`/teach/${course}/roster/${item.enrollmentId}`}
                  className="font-semibold break-words"
                >
                  {item.name}
                </a>
              ) : (
                <span className="font-semibold break-words">{item.name}</span>
              )}
              {item.email && <span className="block text-sm break-all text-soft">{item.email}</span>}
            </th>
            <td className="py-2 pr-4 max-sm:block max-sm:py-0">{wanted(item)}</td>
            <td className="py-2 max-sm:block max-sm:py-0">
              <Outcome item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
