import * as z from 'zod';
import {
  courseForPublishing,
  editionByHash,
  lastEditionNumber,
  recordEdition,
  setCurrentEdition,
  setSourceHash,
} from '@/db/queries/editions';
import { isPlatform } from '@/rules/access';
import { operation } from '@/server/operation';
import type { CompiledCourse } from './compile/course';

type Published = { number: number; outcome: 'unchanged' | 'restored' | 'published' };

/**
 * Publishes a compiled course. Content that was published before is not stored again: the edition that
 * holds it becomes the current one. Learners stay on the edition they are pinned to.
 */
export const publishEdition = operation({
  name: 'publish-edition',
  kind: 'write',
  by: 'person',
  input: z.custom<CompiledCourse & { sourceHash?: string }>(
    (value) => typeof value === 'object' && value !== null,
  ),
  subject: (db, { slug, zone }) => courseForPublishing(db, slug, zone),
  allow: isPlatform,
  async run({ db, actor, input, subject: course }): Promise<Published> {
    if (input.sourceHash) await setSourceHash(db, course.id, input.sourceHash);
    const same = await editionByHash(db, course.id, input.contentHash);
    if (same && course.currentEditionId === same.id) return { number: same.number, outcome: 'unchanged' };
    if (same) {
      await setCurrentEdition(db, course.id, same.id);
      return { number: same.number, outcome: 'restored' };
    }
    const number = (await lastEditionNumber(db, course.id)) + 1;
    await recordEdition(db, {
      courseId: course.id,
      number,
      contentHash: input.contentHash,
      manifest: input.manifest,
      publishedBy: actor.role === 'platform' ? null : actor.userId,
      lessons: input.lessons,
    });
    return { number, outcome: 'published' };
  },
  audit: ({ input, output }) =>
    output.outcome === 'unchanged'
      ? null
      : { object: `course:${input.slug}`, detail: { edition: output.number, outcome: output.outcome } },
});
