import * as z from 'zod';
import { recordDraftFiles } from '@/db/queries/drafts';
import { isTeachingStaff } from '@/rules/access';
import { dayIn } from '@/rules/authoring/course-draft';
import { noSubject, operation } from '@/server/operation';
import { languageInput, lineInput, linesInput, slugInput, titleInput, zoneInput } from './input';
import { newCourseFiles } from './new-course-files';
import { recordOwnedCourse } from './record-course';

/** Makes a course with a first lesson to write over. Whoever makes it owns it, and nobody else sees it. */
export const createCourse = operation({
  name: 'create-course',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    title: titleInput,
    slug: slugInput.default(''),
    summary: lineInput(1_000).default(''),
    language: languageInput.default('en'),
    zone: zoneInput.default('UTC'),
    level: lineInput(100).default(''),
    audience: linesInput.default([]),
    outcomes: linesInput.default([]),
  }),
  subject: noSubject,
  allow: isTeachingStaff,
  async run({ db, actor, input, now }) {
    const { title, zone } = input;
    const { id, slug } = await recordOwnedCourse(db, {
      title,
      zone,
      slug: input.slug,
      ownerId: actor.userId,
    });
    const files = newCourseFiles({ ...input, slug, author: actor.name, today: dayIn(zone, now) });
    await recordDraftFiles(db, id, files, actor.userId);
    return { slug };
  },
  audit: ({ input, output }) => ({ object: `course:${output.slug}`, detail: { title: input.title } }),
});
