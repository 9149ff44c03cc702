import * as z from 'zod';
import type { Db } from '@/db/client';
import type { StudioCourse } from '@/db/queries/drafts';
import { editionNumbered, editionsOf } from '@/db/queries/editions';
import { canSeeStudio } from '@/rules/access';
import type { EditionContent } from '@/rules/editions/edition-diff';
import { NotFound, operation } from '@/server/operation';
import { inStudio, studioInput } from '../studio';
import { compiledDraft } from './compiled-draft';
import { editionContent } from './edition-content';
import { versionInput } from './input';
import { readableDiff } from './readable-diff';

/** What is different between two editions of a course, or between one and the draft. */
export const getEditionDiff = operation({
  name: 'get-edition-diff',
  kind: 'read',
  by: 'person',
  input: z.strictObject({
    ...studioInput,
    from: versionInput,
    to: versionInput,
    /** One lesson alone, whole: for a course in which too much changed to be shown at once. */
    lesson: z
      .string()
      .max(100)
      .regex(/^[a-z0-9-]+$/)
      .nullable()
      .default(null),
  }),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, input: { from, to, lesson }, subject: course }) {
    const [before, after] = [await contentOf(db, course, from), await contentOf(db, course, to)];
    return {
      slug: course.slug,
      from,
      to,
      lesson,
      editions: (await editionsOf(db, course.id)).map(({ number }) => number),
      /** Null while the draft has mistakes: it cannot be compared before they are put right. */
      diff: before && after && readableDiff(before, after, lesson ?? undefined),
    };
  },
});

async function contentOf(db: Db, course: StudioCourse, version: string): Promise<EditionContent | null> {
  if (version === 'draft') return (await compiledDraft(db, course)).compiled;
  const editionId = await editionNumbered(db, course.id, Number(version));
  if (!editionId) throw new NotFound(`edition ${version}`);
  return editionContent(db, editionId);
}
