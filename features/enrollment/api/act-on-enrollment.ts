import * as z from 'zod';
import { enrollmentInCourse } from '@/db/queries/api';
import { studioCourse } from '@/db/queries/drafts';
import { canManageRoster } from '@/rules/access';
import { operation } from '@/server/operation';
import { addressInput } from '../input';
import { moveOf, moveOne } from './moves';
import { once, viaInput } from './once';
import { actionBody, idPath, slugPath } from './schemas';

/** Moves one enrollment by an action of the one table of transitions. */
export const actOnEnrollment = operation({
  name: 'act-on-enrollment',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...slugPath, ...idPath, ...actionBody, ...viaInput, address: addressInput }),
  async subject(db, { slug, id }, actor) {
    const course = await studioCourse(db, slug, actor.userId);
    const enrollment = course && (await enrollmentInCourse(db, course.id, id, new Date()));
    return course && enrollment && { ...course, personId: enrollment.personId };
  },
  allow: canManageRoster,
  run: ({ db, actor, input, subject, now }) =>
    once(db, input.via, () =>
      moveOne(db, subject.id, moveOf(subject.personId, input), { actor, address: input.address, now }),
    ),
  audit: ({ input, output }) =>
    output.replayed
      ? null
      : {
          object: `enrollment:${input.id}`,
          detail: { course: input.slug, action: input.action, token: input.via.tokenId },
        },
});
