import { ButtonLink } from '@/components/ui/button';
import { ProgressRing } from '@/components/ui/progress-ring';
import type { CoursePreview } from '@/features/authoring/preview/get-course-preview';
import { counted } from '@/rules/counted';
import { hoursAndMinutes } from '@/rules/time/duration';

type Props = Pick<CoursePreview, 'first' | 'lessonCount' | 'minutes'> & { home: string };

/** The one next step of a learner who has not begun. */
export function PreviewBegin({ first, lessonCount, minutes, home }: Props) {
  return (
    <section
      aria-label="Where a student begins"
      className="rounded-lg border border-rule bg-raised p-6 sm:p-8"
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <ProgressRing percent={0} size={76} />
        <p className="min-w-56 flex-1 text-lg">
          0 of {counted(lessonCount, 'lesson')} complete
          {minutes > 0 && `, about ${hoursAndMinutes(minutes)} to go`}
        </p>
        {first && (
          <ButtonLink href={`${home}/${first.id}`} className="w-full sm:w-auto sm:max-w-72">
            <span>
              Begin
              <span className="block font-normal">{first.title}</span>
            </span>
          </ButtonLink>
        )}
      </div>
    </section>
  );
}
