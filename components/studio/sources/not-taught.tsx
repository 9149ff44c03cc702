import Link from 'next/link';
import type { CoverageScreen } from '@/features/authoring/sources/get-coverage';

type Row = CoverageScreen['rows'][number];

/** What no lesson frames, first: the work that is left. Then what is framed and tested by nothing. */
export function NotTaught({ course, screen }: { course: string; screen: CoverageScreen }) {
  const absent = screen.rows.filter(({ standing }) => standing === 'absent');
  const untested = screen.rows.filter(({ standing }) => standing === 'untested');
  return (
    <div className="coverage-left">
      <section aria-labelledby="absent-title">
        <h2 id="absent-title" className="text-2xl">
          Not taught yet
        </h2>
        {absent.length > 0 ? (
          <RowList course={course} rows={absent} />
        ) : (
          <p className="mt-2 text-soft">Every row is framed by a lesson.</p>
        )}
      </section>
      {untested.length > 0 && (
        <section aria-labelledby="untested-title">
          <h2 id="untested-title" className="text-2xl">
            Framed, and tested by no question
          </h2>
          <RowList course={course} rows={untested} />
        </section>
      )}
    </div>
  );
}

/** As many as one reads at a glance; the others are one step away. */
const glance = 24;

function RowList({ course, rows }: { course: string; rows: Row[] }) {
  const [first, rest] = [rows.slice(0, glance), rows.slice(glance)];
  return (
    <>
      <Rows course={course} rows={first} />
      {rest.length > 0 && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent">
            And {rest.length} more
          </summary>
          <Rows course={course} rows={rest} />
        </details>
      )}
    </>
  );
}

function Rows({ course, rows }: { course: string; rows: Row[] }) {
  return (
    <ul className="coverage-rows">
      {rows.map(({ id, label, document }) => (
        <li key={id}>
          {document ? (
            <Link href={`/teach/${course}/sources/${document}`} prefetch={false}>
              <RowName id={id} label={label} />
            </Link>
          ) : (
            <RowName id={id} label={label} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** A row by its number, where it has one, and its words. */
export function RowName({ id, label }: { id: string; label: string }) {
  if (id === label) return <>{label}</>;
  return (
    <>
      <span className="passage-number">{id}</span>{' '}
      {label.startsWith(`${id} `) ? label.slice(id.length + 1) : label}
    </>
  );
}
