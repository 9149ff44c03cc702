import * as z from 'zod';
import { recordPeopleMoves } from '@/db/queries/api';
import { recordBatch, setBatchReady } from '@/db/queries/batches';
import { studioCourse } from '@/db/queries/drafts';
import { canManageRoster } from '@/rules/access';
import type { BatchMove } from '@/rules/enrollment/enrollment-batch';
import { operation } from '@/server/operation';
import { addressInput } from '../input';
import { once, viaInput } from './once';
import { type BatchPersonBody, batchBody, slugPath } from './schemas';

const itemOf = ({ email, name, externalId, action, cohort, ends, reason }: BatchPersonBody) => {
  const move: BatchMove = {
    action,
    ...(cohort !== undefined && { cohortId: cohort }),
    ...(ends !== undefined && { ends }),
    ...(reason !== '' && { reason }),
  };
  return { person: { email, name: name ?? '', externalId: externalId ?? null }, move };
};

/** Takes a list of people as a batch, which a job carries out. It can be watched, and undone in the studio. */
export const submitBatch = operation({
  name: 'submit-batch',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...slugPath, ...batchBody, ...viaInput, address: addressInput }),
  subject: (db, { slug }, actor) => studioCourse(db, slug, actor.userId),
  allow: canManageRoster,
  run: ({ db, actor, input, subject: course }) =>
    once(db, input.via, async () => {
      const id = await recordBatch(db, {
        courseId: course.id,
        kind: 'api',
        title:
          input.title || `API: ${input.people.length === 1 ? '1 person' : `${input.people.length} people`}`,
        createdBy: actor.userId,
      });
      if (id === null) throw new Error('a batch that undoes nothing is always made');
      await recordPeopleMoves(db, id, course.id, input.people.map(itemOf));
      const total = await setBatchReady(db, id);
      return { id, address: new URL(`/api/v1/batches/${id}`, input.address).href, total };
    }),
  audit: ({ input, output: { answer, replayed } }) =>
    replayed
      ? null
      : {
          object: `batch:${answer.id}`,
          detail: { course: input.slug, people: answer.total, token: input.via.tokenId },
        },
});
