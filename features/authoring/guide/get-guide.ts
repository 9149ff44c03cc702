import * as z from 'zod';
import { draftFileAt } from '@/db/queries/drafts';
import { canEditCourse, canSeeStudio } from '@/rules/access';
import { type OutputOf, operation } from '@/server/operation';
import { compileGuide, guidePath } from '../compile/guide';
import { courseContext } from '../editor/course-context';
import { inStudio, studioInput } from '../studio';

/** The guide of a course for those who teach it, from its draft; its links lead to the lessons of the draft. */
export const getGuide = operation({
  name: 'get-guide',
  kind: 'read',
  by: 'person',
  input: z.strictObject(studioInput),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, actor, subject: course }) {
    const mayEdit = canEditCourse(actor, course);
    const file = await draftFileAt(db, course.id, guidePath);
    if (!file) return { course: course.slug, mayEdit, guide: null };
    const { library, lessons } = await courseContext(db, course.id);
    const ids = new Set(lessons.map(({ id }) => id));
    const lessonAddress = (lesson: string) =>
      ids.has(lesson) ? `/teach/${course.slug}/preview/draft/${lesson}` : null;
    return {
      course: course.slug,
      mayEdit,
      guide: { fileId: file.id, ...compileGuide(file.text, { ...library, lessonAddress }) },
    };
  },
});

export type Guide = NonNullable<OutputOf<typeof getGuide>['guide']>;
