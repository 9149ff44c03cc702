import Link from 'next/link';
import type { ListedSet } from '@/features/authoring/bank/list-bank';
import { counted } from '@/rules/counted';
import { DrawnBy } from './drawn-by';

type Tally = ListedSet['tags'];

/** The sets of the bank, each with what stands in it and who draws from it. */
export function SetList({ course, sets }: { course: string; sets: ListedSet[] }) {
  return (
    <ul className="bank-sets">
      {sets.map((set) => (
        <li key={set.fileId} className="bank-set">
          <h2 className="text-xl">
            <Link href={`/teach/${course}/bank/${set.fileId}`} prefetch={false} className="bank-set-link">
              {set.title}
            </Link>
          </h2>
          <p className="bank-facts">
            <span>{set.questions === null ? 'Cannot be read' : counted(set.questions, 'question')}</span>
            {set.problems > 0 && (
              <span className="font-semibold text-bad">{counted(set.problems, 'problem')}</span>
            )}
            {set.advice > 0 && <span>{set.advice} advice</span>}
            <span className="bank-path">{set.path}</span>
          </p>
          <dl className="bank-tallies">
            <Tallied name="Tags" list={set.tags} />
            <Tallied name="Difficulty" list={set.difficulties} />
            <Tallied name="Passages" list={set.passages} />
          </dl>
          {set.drawnBy.length > 0 ? (
            <DrawnBy course={course} lines={set.drawnBy} />
          ) : (
            <p className="text-soft">No quiz draws from it.</p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** More words than these say nothing more at a glance. */
const most = 12;

function Tallied({ name, list }: { name: string; list: Tally }) {
  if (list.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {list.slice(0, most).map(({ word, count }) => (
          <span key={word} className="bank-tag">
            {word} <span className="text-soft">× {count}</span>
          </span>
        ))}
        {list.length > most && <span className="text-soft">and {list.length - most} more</span>}
      </dd>
    </div>
  );
}
