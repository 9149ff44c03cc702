import * as z from 'zod';
import { setCourseZone } from '@/db/queries/courses';
import { draftAssetsOf } from '@/db/queries/draft-assets';
import { draftFileAt, saveDraftFile } from '@/db/queries/drafts';
import { canEditCourse } from '@/rules/access';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { inStudio, studioInput } from '../studio';
import { editHead, type HeadWords, readHead } from './course-head';
import { languageInput, lineInput, linesInput, titleInput, zoneInput } from './input';
import { authorsOf, builtOnOf } from './settings-values';

/**
 * Saves what a course says of itself into its course.yaml, on top of the version that was read. Somebody who
 * saved meanwhile is not overwritten: the one who asks gets to see it first.
 */
export const saveCourseSettings = operation({
  name: 'save-course-settings',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...studioInput,
    version: z.coerce.number().int(),
    title: titleInput,
    summary: lineInput(1_000),
    outcomes: linesInput,
    audience: linesInput,
    notFor: linesInput,
    language: languageInput,
    level: lineInput(100),
    zone: zoneInput,
    verified: z.iso.date('Give the day on which the facts were last checked.'),
    authors: linesInput,
    builtOnTitle: lineInput(300),
    builtOnPublisher: lineInput(200),
    builtOnDate: lineInput(10),
    builtOnNote: lineInput(2_000),
    cover: lineInput(200),
  }),
  subject: inStudio,
  allow: canEditCourse,
  async run({ db, actor, input, subject: course }): Promise<{ changed: string[] }> {
    const file = await draftFileAt(db, course.id, 'course.yaml');
    const head = file && readHead(file.text);
    if (!head) throw new Refused('course-head-unreadable');

    const {
      course: slug,
      version,
      builtOnTitle,
      builtOnPublisher,
      builtOnDate,
      builtOnNote,
      ...rest
    } = input;
    const source = {
      title: builtOnTitle,
      publisher: builtOnPublisher,
      date: builtOnDate,
      note: builtOnNote,
    };
    const words: Omit<HeadWords, 'slug'> = {
      ...rest,
      authors: authorsOf(input.authors, head),
      builtOn: builtOnOf(source, head),
      cover: input.cover || null,
    };
    if (words.cover && !(await draftAssetsOf(db, course.id)).get(words.cover)?.type.startsWith('image/'))
      throw new InvalidInput({ cover: `There is no picture ${words.cover} in this course.` });

    const text = editHead(file.text, words);
    if (course.zone !== words.zone) await setCourseZone(db, course.id, words.zone);
    if (text === file.text) return { changed: [] };
    const saved = await saveDraftFile(db, {
      courseId: course.id,
      id: file.id,
      version,
      text,
      by: actor.userId,
    });
    if (!saved) throw new Refused('changed-meanwhile');
    const after = readHead(text);
    const changed = Object.keys(words).filter(
      (name) =>
        JSON.stringify(head[name as keyof HeadWords]) !== JSON.stringify(after?.[name as keyof HeadWords]),
    );
    return { changed };
  },
  audit: ({ input, output }) =>
    output.changed.length > 0
      ? { object: `course:${input.course}`, detail: { fields: output.changed } }
      : null,
});
