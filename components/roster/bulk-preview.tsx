import type { EnrollmentState } from '@/rules/enrollment/enrollment-states';
import { type RefusalCode, refusals } from '@/rules/refusals';
import { StateMark } from './state-mark';

type Person = {
  id: string;
  name: string;
  email: string;
  course: string;
  state: EnrollmentState;
  refusal: RefusalCode | null;
};
export type Preview = {
  will: number;
  waiting: number;
  refused: readonly { code: RefusalCode; people: number }[];
  movedPeople: readonly Person[];
  refusedPeople: readonly Person[];
};

const people = (count: number): string => (count === 1 ? '1 person' : `${count.toLocaleString('en')} people`);

/** What an action would come to, before anything is done. */
export function BulkPreview({
  label,
  preview,
  withCourse,
}: {
  label: string;
  preview: Preview;
  withCourse: boolean;
}) {
  const { will, waiting, refused } = preview;
  const not = refused.reduce((sum, one) => sum + one.people, 0);
  return (
    <section aria-labelledby="preview" className="roster-preview">
      <h2 id="preview">What “{label}” would do</h2>
      <ul className="roster-outcomes">
        <li>
          <strong>{people(will)}</strong> will be changed
          {waiting > 0 && `, of whom ${waiting.toLocaleString('en')} would wait for a seat`}.
        </li>
        {refused.map(({ code, people: count }) => (
          <li key={code}>
            <strong>{people(count)}</strong> will not: {refusals[code]}
          </li>
        ))}
        {not === 0 && will > 0 && <li>Nobody is left out.</li>}
      </ul>
      <People
        title="Who will not, and why"
        total={not}
        rows={preview.refusedPeople}
        withCourse={withCourse}
        open
      />
      <People title="Who will" total={will} rows={preview.movedPeople} withCourse={withCourse} />
    </section>
  );
}

type PeopleProps = {
  title: string;
  total: number;
  rows: readonly Person[];
  withCourse: boolean;
  open?: boolean;
};

function People({ title, total, rows, withCourse, open = false }: PeopleProps) {
  if (rows.length === 0) return null;
  return (
    <details className="roster-people" open={open}>
      <summary>{title}</summary>
      <ul>
        {rows.map((person) => (
          <li key={person.id}>
            <span className="font-semibold">{person.name}</span>{' '}
            <span className="break-all text-soft">{person.email}</span>{' '}
            {withCourse && <span className="text-soft">{person.course} </span>}
            <StateMark state={person.state} />
            {person.refusal && <span className="block text-sm">{refusals[person.refusal]}</span>}
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <p className="text-soft">and {(total - rows.length).toLocaleString('en')} more</p>
      )}
    </details>
  );
}
