import * as z from 'zod';
import { editionsOf } from '@/db/queries/editions';
import { lastPublication } from '@/db/queries/publications';
import { canEditCourse, canSeeStudio } from '@/rules/access';
import { type OutputOf, operation } from '@/server/operation';
import { inStudio, studioInput } from '../studio';
import { learnersByEdition } from './impact-on-learners';

/** The editions of a course, newest first, with who learns on each; and the publication that waits, if one does. */
export const listEditions = operation({
  name: 'list-editions',
  kind: 'read',
  by: 'person',
  input: z.strictObject(studioInput),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, actor, subject: course }) {
    const learners = await learnersByEdition(db, course.id);
    const rows = await editionsOf(db, course.id);
    const last = await lastPublication(db, course.id);
    return {
      slug: course.slug,
      mayEdit: canEditCourse(actor, course),
      publication: last && (last.state === 'waiting' || last.state === 'failed') ? last : null,
      editions: rows.map(({ id, title: _title, ...edition }) => ({
        ...edition,
        current: id === course.currentEditionId,
        learners: learners.get(id) ?? { learning: 0, finished: 0, over: 0 },
      })),
    };
  },
});

export type ListedEditions = OutputOf<typeof listEditions>;
