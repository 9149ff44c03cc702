import { Instant } from '@/components/ui/when';
import type { OwnDeed, OwnMove } from '@/features/audit/list-own-history';

const itemClass = 'flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule py-2.5';

/** What was done, a sentence each. */
export function OwnDeeds({ deeds }: { deeds: OwnDeed[] }) {
  return (
    <section aria-labelledby="deeds">
      <h2 id="deeds" className="mb-3 text-xl">
        Your account
      </h2>
      {deeds.length === 0 ? (
        <p className="text-soft">Nothing is recorded yet.</p>
      ) : (
        <ol className="border-t border-rule">
          {deeds.map(({ id, at, words }) => (
            <li key={id} className={itemClass}>
              <span className="min-w-0 break-words">{words}</span>
              <span className="text-sm text-soft">
                <Instant at={at} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** What became of one's enrollments, with the reasons that were given. */
export function OwnMoves({ moves }: { moves: OwnMove[] }) {
  if (moves.length === 0) return null;
  return (
    <section aria-labelledby="moves" className="mb-10">
      <h2 id="moves" className="mb-3 text-xl">
        Your courses
      </h2>
      <ol className="border-t border-rule">
        {moves.map(({ id, at, course, done, by, reason }) => (
          <li key={id} className={itemClass}>
            <span className="min-w-0 break-words">
              {done} · {course} <span className="text-soft">· by {by}</span>
              {reason && <span className="block text-soft">“{reason}”</span>}
            </span>
            <span className="text-sm text-soft">
              <Instant at={at} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
