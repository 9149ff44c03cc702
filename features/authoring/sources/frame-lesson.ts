import * as z from 'zod';
import { recordDraftFiles } from '@/db/queries/drafts';
import { canEditCourse } from '@/rules/access';
import { dayIn, proposedSlug, slugWith } from '@/rules/authoring/course-draft';
import { modulesIn } from '@/rules/authoring/course-files';
import { InvalidInput, operation } from '@/server/operation';
import { takenIds } from '../outline/taken-ids';
import { draftOf } from '../studio';
import { passageAt } from './find-passage';
import { framedLesson } from './frame-text';
import { documentInput, inLockedDocument, readable } from './in-document';
import { line, passageNumber } from './input';
import { lessonUses } from './lesson-uses';

const leadingNumber = (path: string): number => Number.parseInt(path.split('/').at(-1) ?? '', 10) || 0;

/** An id of its own for the lesson: also none that an edition or a deleted lesson has, because progress holds on to it. */
function freeLessonId(title: string, passages: string[], taken: ReadonlySet<string>): string {
  const slug = proposedSlug(title) ?? `passages-${passages.join('-').toLowerCase().slice(0, 40)}`;
  let id = slug;
  for (let number = 2; taken.has(id); number += 1) id = slugWith(slug, String(number));
  return id;
}

/**
 * Drafts a lesson from chosen passages of a document, at the end of a module. What only a person can write
 * stands in it as prompts, which stop publishing until they are written.
 */
export const frameLesson = operation({
  name: 'frame-lesson',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...documentInput,
    passages: z
      .array(passageNumber, { error: 'Choose the passages of the lesson.' })
      .min(1, 'Choose the passages of the lesson.')
      .max(40, 'A lesson of more than 40 passages is too long. Frame several.'),
    module: z.string({ error: 'Choose a module.' }).max(200),
    title: line(160, 'Enter a title for the lesson.'),
  }),
  subject: inLockedDocument,
  allow: canEditCourse,
  async run({ db, actor, input, subject, now }) {
    const document = readable(subject);
    const chosen = [...new Set(input.passages)]
      .map((id) => passageAt(document, id))
      .sort((a, b) => a.index - b.index)
      .map(({ passage }) => passage);
    const { texts } = await draftOf(db, subject.id);
    const module = modulesIn(texts.keys()).find(({ folder }) => folder === input.module);
    if (!module) throw new InvalidInput({ module: 'Choose a module.' });
    const { lessons } = await takenIds(db, subject.id);
    const taken = new Set([...lessons, ...lessonUses(texts).map(({ id: used }) => used)]);
    const id = freeLessonId(input.title, input.passages, taken);
    const place = Math.max(0, ...module.lessons.map(leadingNumber)) + 1;
    const path = `modules/${module.folder}/${place}-${id}.md`;
    const text = framedLesson(document, chosen, { id, title: input.title, today: dayIn(subject.zone, now) });
    const added = await recordDraftFiles(db, subject.id, [[path, text]], actor.userId);
    return { fileId: added.get(path) ?? '', path };
  },
  audit: ({ input, subject, output }) => ({
    object: `course:${subject.id}`,
    detail: { path: output.path, passages: input.passages },
  }),
});
