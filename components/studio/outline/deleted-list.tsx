import { buttonClass } from '@/components/ui/button-class';
import type { Deletion } from '@/features/authoring/outline/deletions';
import { counted } from '@/rules/counted';
import { agoWords, instantWords } from '@/rules/time/ago';
import { outlineForm } from './row-actions';

const what = ({ kind, lessons }: Deletion): string => {
  if (kind === 'lesson') return 'Lesson';
  return kind === 'module' ? `Module with ${counted(lessons, 'lesson')}` : counted(lessons, 'lesson');
};

/** What was deleted lately, each with a button that brings it back. */
export function DeletedList({
  deletions,
  now,
  mayEdit,
}: {
  deletions: Deletion[];
  now: Date;
  mayEdit: boolean;
}) {
  return (
    <section aria-labelledby="deleted" className="toc-beside">
      <h2 id="deleted" className="text-xl">
        Deleted lately
      </h2>
      <ul>
        {deletions.map((one) => (
          <li key={one.deletion} className="flex flex-wrap items-center justify-between gap-x-6">
            <p className="min-w-0 py-2">
              <span className="font-serif text-lg">{one.title}</span>
              <span className="block text-sm text-soft">
                {what(one)}, deleted{' '}
                <time dateTime={one.deletedAt.toISOString()} title={instantWords(one.deletedAt)}>
                  {agoWords(one.deletedAt, now)}
                </time>
              </span>
            </p>
            {mayEdit && (
              <button
                type="submit"
                form={outlineForm}
                name="do"
                value={`undo:${one.deletion}`}
                aria-label={`Bring back: “${one.title}”`}
                className={buttonClass('secondary')}
              >
                Bring back
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
