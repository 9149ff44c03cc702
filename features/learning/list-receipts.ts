import * as z from 'zod';
import { receipts } from '@/db/queries/ledger';
import { isOwn } from '@/rules/access';
import { lessonsOf } from '@/rules/editions/edition';
import { operation } from '@/server/operation';
import { placeInCourse, slugInput } from './place';

const pageSize = 100;

/** The ledger of one's own learning: every receipt, newest first. */
export const listReceipts = operation({
  name: 'list-receipts',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ course: slugInput, before: z.coerce.number().int().positive().nullable() }),
  subject: async (db, { course }, actor) => {
    const place = await placeInCourse(db, course, actor);
    return place?.ownerId && place.enrollmentId
      ? { ...place, ownerId: place.ownerId, enrollmentId: place.enrollmentId }
      : null;
  },
  allow: isOwn,
  async run({ db, input, subject: place }) {
    // One more than a page shows: of exactly a page there is nothing older.
    const found = await receipts(db, place.enrollmentId, pageSize + 1, input.before);
    const rows = found.slice(0, pageSize);
    const lessons = new Map(lessonsOf(place.edition.manifest).map((lesson) => [lesson.id, lesson]));
    return {
      title: place.edition.manifest.title,
      slug: place.slug,
      receipts: rows.map(({ blockId, lessonId, ...row }) => {
        const lesson = lessons.get(lessonId);
        const block = lesson?.blocks.find((candidate) => candidate.id === blockId);
        return {
          ...row,
          lessonId,
          lesson: lesson?.title ?? lessonId,
          blockId,
          block: block?.label ?? blockId,
        };
      }),
      older: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null,
    };
  },
});
