import Link from 'next/link';

type Props = {
  /** The cohorts that the person teaches. */
  own: readonly { id: string; name: string }[];
  /** The cohort that is shown; empty for everybody. */
  current: string;
  hrefOf: (cohort: string) => string;
};

/** The cohorts of one's own, which a table opens on, and the way to everybody. */
export function OwnCohorts({ own, current, hrefOf }: Props) {
  if (own.length === 0) return null;
  const links = [...own, { id: 'any', name: 'Everybody in the course' }];
  return (
    <nav aria-label="Your cohorts" className="mb-4 flex flex-wrap items-center gap-2">
      <span className="font-semibold">You teach:</span>
      <ul className="flex flex-wrap gap-2">
        {links.map(({ id, name }) => (
          <li key={id}>
            <Link
              href={hrefOf(id)}
              prefetch={false}
              aria-current={(current || 'any') === id ? 'page' : undefined}
              className="roster-view"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
