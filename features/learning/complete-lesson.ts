import * as z from 'zod';
import { isSelfEnrolled } from '@/rules/access';
import { lessonsOf } from '@/rules/editions/edition';
import { viewKey } from '@/rules/learning/evidence';
import { missingBlocks } from '@/rules/learning/progress';
import { operation } from '@/server/operation';
import { appendEvidence } from './append-evidence';
import { lessonInput, placeInLesson } from './place';

/**
 * The learner says that the lesson is read: everything to read in it is recorded as seen. It is
 * complete when its questions are answered too; what is missing is named, in order.
 */
export const completeLesson = operation({
  name: 'complete-lesson',
  kind: 'write',
  by: 'person',
  input: z.strictObject(lessonInput),
  subject: placeInLesson,
  allow: isSelfEnrolled,
  async run({ db, subject: place }) {
    const { outline } = place;
    const already = new Set(place.done.get(outline.id) ?? []);
    const unseen = outline.blocks.filter((block) => block.completesBy === 'viewed' && !already.has(block.id));
    const { progress } = await appendEvidence(
      db,
      place,
      unseen.map((block) => ({
        blockId: block.id,
        kind: 'viewed',
        idempotencyKey: viewKey(outline.id, block.id),
      })),
    );
    const lessons = lessonsOf(place.edition.manifest);
    const next = lessons[lessons.findIndex((lesson) => lesson.id === outline.id) + 1];
    return {
      ...progress,
      missing: missingBlocks(outline.blocks, progress.done).map(({ id, label }) => ({ id, label })),
      nextLessonId: next?.id ?? null,
    };
  },
  audit: 'in-ledger',
});
