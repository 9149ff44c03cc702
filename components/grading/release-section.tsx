import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import type { ItemGrades } from '@/features/learning/gradebook/get-item-grades';
import type { FormState } from '@/rules/form-state';

type Counts = ItemGrades['waiting'];
type Deed = 'release' | 'hide';
type Props = {
  grades: ItemGrades;
  course: string;
  path: string;
  /** What is about to be done, as the address says. */
  asked: { deed: Deed; cohort: string } | null;
  release: (state: FormState, form: FormData) => Promise<FormState>;
  hide: (state: FormState, form: FormData) => Promise<FormState>;
};

const many = (count: number): string => (count === 1 ? '1 grade' : `${count.toLocaleString('en')} grades`);
const words = {
  release: { choose: 'Release …', of: 'Whose grades to release', done: 'Release' },
  hide: { choose: 'Hide again …', of: 'Whose grades to hide again', done: 'Hide' },
};

/** Which grades learners see: how many wait, and the way to release them, or to hide them again. */
export function ReleaseSection({ grades, course, path, asked, release, hide }: Props) {
  const { waiting, released, mayGrade, item } = grades;
  const mayChange = mayGrade && item.kind !== 'work';
  const chosen = asked && countOf(asked.deed === 'release' ? waiting : released, asked.cohort);
  return (
    <section aria-labelledby="release" className="grid gap-4">
      <h2 id="release" className="text-2xl">
        Who sees the grades
      </h2>
      <p>
        {item.release === 'by-hand'
          ? 'Here grades are seen once somebody releases them.'
          : 'Here a grade is seen as soon as it is there.'}{' '}
        Learners see {many(released.all)}; {many(waiting.all)} {waiting.all === 1 ? 'waits' : 'wait'} for a
        release.
      </p>
      {item.kind === 'work' && (
        <p>
          Written work is released with its comments, in the{' '}
          <Link href={`/teach/${course}/work`} prefetch={false} className="roster-link">
            queue of written work
          </Link>
          .
        </p>
      )}
      {mayChange && asked && chosen && chosen.count > 0 ? (
        <Form
          action={asked.deed === 'release' ? release : hide}
          submitLabel={`${words[asked.deed].done} ${many(chosen.count)}`}
          pendingLabel="One moment …"
          className="roster-one grid gap-4"
        >
          <input type="hidden" name="course" value={course} />
          <input type="hidden" name="item" value={item.id} />
          <input type="hidden" name="cohort" value={asked.cohort} />
          <input type="hidden" name="count" value={chosen.count} />
          <p>
            {asked.deed === 'release'
              ? `${many(chosen.count)} of ${chosen.name} will be seen. Who was not told of this item before gets one mail, without the grade in it, unless they want none.`
              : `${many(chosen.count)} of ${chosen.name} will not be seen any more. What was passed with them stays passed, and nobody is told.`}
          </p>
        </Form>
      ) : (
        mayChange && (
          <div className="flex flex-wrap items-end gap-4">
            <Chooser deed="release" counts={waiting} path={path} />
            <Chooser deed="hide" counts={released} path={path} />
          </div>
        )
      )}
    </section>
  );
}

function countOf(counts: Counts, cohort: string) {
  if (cohort === '') return { count: counts.all, name: 'everybody' };
  const found = counts.cohorts.find(({ id }) => id === cohort);
  return found ? { count: found.count, name: `cohort ${found.name}` } : null;
}

function Chooser({ deed, counts, path }: { deed: Deed; counts: Counts; path: string }) {
  if (counts.all === 0) return null;
  const { choose, of } = words[deed];
  return (
    <form action={path} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="do" value={deed} />
      {counts.cohorts.length > 0 && (
        <div>
          <label htmlFor={`${deed}-cohort`} className="mb-1 block text-sm font-semibold">
            {of}
          </label>
          <select
            id={`${deed}-cohort`}
            name="cohort"
            className="min-h-11 rounded-md border border-rule bg-raised px-3 py-2"
          >
            <option value="">Everybody ({counts.all})</option>
            {counts.cohorts.map(({ id, name, count }) => (
              <option key={id} value={id}>
                {name} ({count})
              </option>
            ))}
          </select>
        </div>
      )}
      <Button look="secondary">{choose}</Button>
    </form>
  );
}
