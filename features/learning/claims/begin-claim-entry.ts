import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { countEntries } from '@/db/queries/claims';
import { isSelfEnrolled } from '@/rules/access';
import { mostEntries, noWords } from '@/rules/claims/entry';
import { lessonsOf } from '@/rules/editions/edition';
import { NotFound, operation } from '@/server/operation';
import { heldFor, lessonInput } from '../place';
import { inLog, passagesOf } from './place';
import type { EntryScreen } from './screen';

/** An entry that is not written yet, from a lesson that its learner may read; it is kept once something is typed. */
export const beginClaimEntry = operation({
  name: 'begin-claim-entry',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...lessonInput, passage: z.string().max(10).default('') }),
  subject: inLog,
  allow: isSelfEnrolled,
  async run({ db, input, subject: place }): Promise<EntryScreen> {
    const lesson = lessonsOf(place.edition.manifest).find(({ id }) => id === input.lesson);
    if (!lesson || heldFor(place).has(lesson.id)) throw new NotFound(input.lesson);
    const passages = await passagesOf(db, place.editionId, lesson.id);
    const passage = passages.some(({ id }) => id === input.passage) ? input.passage : '';
    return {
      course: { slug: place.slug, title: place.edition.manifest.title },
      enrollmentId: place.enrollmentId,
      id: randomUUID(),
      lesson: { id: lesson.id, title: lesson.title },
      passages,
      words: noWords(passage),
      revision: 0,
      savedAt: null,
      full: (await countEntries(db, place.enrollmentId)).all >= mostEntries,
    };
  },
});
