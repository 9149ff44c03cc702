import { ButtonLink } from '@/components/ui/button';
import type { CourseDetails } from '@/features/catalog/get-course';
import { EnrollChoices } from './enroll-choices';
import { courseHref, Refusal } from './enroll-refusal';
import { type EnrollActions, EnrollStanding } from './enroll-standing';

type Props = {
  course: Pick<CourseDetails, 'slug' | 'enroll' | 'choices'>;
  /** What the address names: a cohort, and the key that a link carries. */
  asked: { cohort: string; key: string };
  actions: EnrollActions;
};

/** The one way into a course: enroll, ask, wait, answer an invitation, continue, or the reason why not now. */
export function EnrollBox({ course, asked, actions }: Props) {
  const { slug, enroll, choices } = course;
  if (enroll.mayLearn) {
    return (
      <ButtonLink href={`/learn/${slug}`} className="w-full">
        {enroll.state === 'completed' ? 'Open the course again' : 'Continue'}
      </ButtonLink>
    );
  }
  if (enroll.state !== 'none' && enroll.state !== 'withdrawn')
    return <EnrollStanding course={course} actions={actions} />;

  const open = choices.filter(({ action }) => action !== null);
  const [only] = choices;
  if (open.length === 0 && choices.length === 1 && only?.refusal)
    return (
      <Refusal refusal={only.refusal} back={courseHref(slug, asked)}>
        {only.told}
      </Refusal>
    );
  return (
    <>
      {enroll.state === 'withdrawn' && (
        <p className="mb-4 text-sm text-soft">
          You withdrew from this course. Your work is kept: enroll again and carry on where you stopped.
        </p>
      )}
      <EnrollChoices course={course} asked={asked} action={actions.enroll} />
    </>
  );
}
