import { Audience, Outcomes, Section } from '@/components/course/course-sections';
import { dayInWords } from '@/components/course/format';
import type { CoursePreview } from '@/features/authoring/preview/get-course-preview';

/** What the catalog says of the course: what one will be able to do, and for whom it is. */
export function CourseWords({ words }: { words: NonNullable<CoursePreview['words']> }) {
  return (
    <>
      <p className="text-soft">
        {words.level} · {new Intl.DisplayNames('en', { type: 'language' }).of(words.language)} · last verified{' '}
        {dayInWords(words.verified)}
      </p>
      <div className="mt-10">
        <Section id="outcomes" title="What you will be able to do">
          <Outcomes outcomes={words.outcomes} />
        </Section>
        <Section id="audience" title="For whom">
          <Audience audience={words.audience} notFor={words.notFor} />
        </Section>
      </div>
    </>
  );
}
