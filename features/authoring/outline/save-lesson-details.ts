import * as z from 'zod';
import type { Db } from '@/db/client';
import { publishedIds } from '@/db/queries/outline';
import { canEditCourse } from '@/rules/access';
import { lessonPath } from '@/rules/authoring/course-files';
import { refusals } from '@/rules/refusals';
import { InvalidInput, operation } from '@/server/operation';
import { splitFrontMatter } from '../compile/front-matter';
import { inLockedStudio, studioInput } from '../studio';
import { lessonDetailFields, sameOpening } from './detail-fields';
import { type Fields, fieldsOf } from './front-matter';
import { readHead } from './head';
import { quizField } from './quiz-fields';
import { fileToSave, type Saved, type StoredFile, saveFields } from './save-fields';
import { takenIds } from './taken-ids';
import { workField } from './work-fields';

/** Saves what is said of a lesson beside its text. Who saved after the form was opened is not overwritten. */
export const saveLessonDetails = operation({
  name: 'save-lesson-details',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...studioInput,
    file: z.uuid(),
    version: z.coerce.number().int(),
    ...lessonDetailFields,
  }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, input, subject: course }): Promise<Saved> {
    const { course: _slug, file: fileId, version, id, opens, ...others } = input;
    const { directives, prerequisites, preparation, ...rest } = others;
    const { title, summary, minutes, objectives, verified, after, ...asked } = rest;
    const file = await fileToSave(db, course.id, fileId, lessonPath);
    const stored = fieldsOf(splitFrontMatter(file.text)?.head ?? '');
    const values = {
      title,
      summary,
      minutes,
      objectives,
      verified,
      after,
      ...quizField(asked),
      ...workField(asked, stored?.work),
      opens: sameOpening(stored?.opens, opens),
      directives: directives.length > 0 || stored?.directives ? directives : null,
      prerequisites: prerequisites.length > 0 ? prerequisites : null,
      preparation: preparation.length > 0 ? preparation : null,
      ...(await newId(db, course.id, file, id)),
    };
    return saveFields(db, file, values, { courseId: course.id, version, by: actor.userId });
  },
  audit: ({ input, output }) =>
    output.ok ? { object: `course:${input.course}`, detail: { lesson: input.file } } : null,
});

const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The id that a lesson gets: another one only before it was published, and none that counts for another. */
async function newId(
  db: Db,
  courseId: string,
  file: StoredFile,
  wanted: string | undefined,
): Promise<Fields> {
  const own = readHead(file.path, file.text).id;
  const id = wanted?.trim();
  if (id === undefined || id === own) return {};
  if (!idForm.test(id) || id.length > 60)
    throw new InvalidInput({ id: 'Use a-z, 0-9 and single hyphens, at most 60 characters.' });
  const [taken, published] = await Promise.all([takenIds(db, courseId, file.id), publishedIds(db, courseId)]);
  if (own !== null && published.lessons.has(own))
    throw new InvalidInput({ id: 'This lesson was published, so its id stays.' });
  if (taken.lessons.has(id)) throw new InvalidInput({ id: refusals['id-taken'] });
  return { id };
}
