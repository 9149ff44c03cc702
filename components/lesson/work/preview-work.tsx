import type { LessonPreview } from '@/features/authoring/preview/get-lesson-preview';
import { WorkTerms } from './work-terms';

/** Stands where a learner writes: the rules and the rubric as they read them before they begin. */
export function PreviewWork({ work }: { work: NonNullable<LessonPreview['work']> }) {
  return (
    <section aria-labelledby="work-title" className="finish">
      <h2 id="work-title">The written work</h2>
      <WorkTerms {...work} open />
      <p className="work-hint">
        {work.rules.form === 'claim-log'
          ? 'Here a student sees what is missing in their claim log, and hands in a copy of it.'
          : 'Here a student writes and hands in.'}{' '}
        In the preview nothing is handed in.
      </p>
    </section>
  );
}
