import * as z from 'zod';
import { editionFilesOf } from '@/db/queries/edition-files';
import { editionById, editionsOf } from '@/db/queries/editions';
import { isDraftAnEdition } from '@/db/queries/publishing';
import { canEditCourse, canSeeStudio } from '@/rules/access';
import { changesBetween } from '@/rules/authoring/course-paths-changes';
import { NotFound, type OutputOf, operation } from '@/server/operation';
import { fingerprintOf } from '../exchange/fingerprint';
import { draftOf, inStudio, studioInput } from '../studio';
import { impactOnLearners, learnersByEdition } from './impact-on-learners';
import { editionInput } from './input';

/**
 * An edition with what can be done with it: how restoring it would change the draft and, when it is the
 * current one, whom moving to it would touch.
 */
export const getEdition = operation({
  name: 'get-edition',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...studioInput, edition: editionInput }),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, actor, input, subject: course }) {
    const listed = (await editionsOf(db, course.id)).find(({ number }) => number === input.edition);
    const edition = listed && (await editionById(db, listed.id));
    if (!listed || !edition) throw new NotFound('no such edition');
    const { id, ...shown } = listed;
    const current = id === course.currentEditionId;
    const learners = await learnersByEdition(db, course.id);
    const files = await editionFilesOf(db, id);
    const draft = await draftOf(db, course.id);
    const to = { id, manifest: edition.manifest, from: null };
    return {
      slug: course.slug,
      mayEdit: canEditCourse(actor, course),
      edition: { ...shown, current, learners: learners.get(id) ?? { learning: 0, finished: 0, over: 0 } },
      reviewed: fingerprintOf(draft),
      restore: files && {
        changes: changesBetween(draft, files).map(({ path, how }) => ({ path, how })),
        draftIsAnEdition: await isDraftAnEdition(db, course.id),
      },
      impact: current ? await impactOnLearners(db, course.id, to, []) : null,
    };
  },
});

export type ShownEdition = OutputOf<typeof getEdition>;
