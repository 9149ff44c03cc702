import Link from 'next/link';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import type { GradeList } from '@/features/learning/gradebook/get-grade-list';
import type { FormState } from '@/rules/form-state';

const states = {
  stands: 'as the list set it',
  restored: 'taken back',
  'moved-on': 'changed since, and left as it is',
} as const;

type Props = {
  list: GradeList;
  course: string;
  undo: (state: FormState, form: FormData) => Promise<FormState>;
};

const many = (count: number): string => (count === 1 ? '1 grade' : `${count.toLocaleString('en')} grades`);

/** A list of grades that was taken in: what became of each grade, and the way back. */
export function GradeListView({ list, course, undo }: Props) {
  const { id, all, stand, restored, movedOn, rows } = list;
  return (
    <div className="grid gap-8">
      <Notice>
        It set {many(all)}: {stand} stand as it set them
        {restored > 0 && `, ${restored} were taken back`}
        {movedOn > 0 && `, ${movedOn} have changed since`}.
      </Notice>
      {stand > 0 && (
        <details className="rounded-md border border-rule px-4 py-2">
          <summary className="min-h-9 cursor-pointer py-1 font-semibold">Take this list back</summary>
          <p className="my-3 max-w-prose text-soft">
            {many(stand)} will be as before the list. What has changed since stays as it is, and is marked
            below.
          </p>
          <Form action={undo} submitLabel="Take it back" pendingLabel="One moment …">
            <input type="hidden" name="course" value={course} />
            <input type="hidden" name="list" value={id} />
          </Form>
        </details>
      )}
      <table className="grades-lines">
        <caption>Its grades; those that have changed since stand first</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Learner</th>
            <th scope="col">Grade</th>
            <th scope="col">What became of it</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ enrollmentId, itemId, name, item, before, after, state }) => (
            <tr key={`${enrollmentId} ${itemId}`}>
              <th scope="row">
                <Link
                  href={`/teach/${course}/grades/people/${enrollmentId}`}
                  prefetch={false}
                  className="roster-person"
                >
                  {name}
                </Link>
              </th>
              <td>
                {item}: {before} → {after}
              </td>
              <td className="grades-why">{states[state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all > rows.length && <p className="text-soft">and {(all - rows.length).toLocaleString('en')} more</p>}
    </div>
  );
}
