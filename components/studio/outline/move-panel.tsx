import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import type { OutlineLesson, OutlineModule } from '@/features/authoring/outline/get-outline';
import { outlineForm } from './row-actions';

/** Chooses any place in the course for a lesson. Its fields belong to the form of the outline. */
export function MovePanel({
  lesson,
  modules,
  back,
}: {
  lesson: OutlineLesson;
  modules: OutlineModule[];
  back: string;
}) {
  return (
    <div className="toc-panel">
      <label htmlFor="to" className="font-semibold">
        Where “{lesson.title}” goes
      </label>
      <select
        id="to"
        name="to"
        form={outlineForm}
        className="min-h-11 w-full rounded-md border border-rule bg-raised px-3 py-2 text-base"
      >
        {modules.map((module, at) => (
          <optgroup key={module.fileId} label={`${at + 1} ${module.title}`}>
            <option value={`start:${module.fileId}`}>At the beginning of “{module.title}”</option>
            {module.lessons.map(({ fileId, title }, index) => (
              <option key={fileId} value={`after:${fileId}`} disabled={fileId === lesson.fileId}>
                After {at + 1}.{index + 1} {title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <input type="hidden" form={outlineForm} name="panel" value="1" />
      <div className="flex flex-wrap gap-3">
        <Button form={outlineForm} name="do" value={`lesson-to:${lesson.fileId}`}>
          Move it here
        </Button>
        <Link href={back} prefetch={false} scroll={false} className={buttonClass('quiet')}>
          Leave it where it is
        </Link>
      </div>
    </div>
  );
}
