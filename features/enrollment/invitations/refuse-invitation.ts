import * as z from 'zod';
import { isOwn } from '@/rules/access';
import { courseSlugForm } from '@/rules/authoring/course-slug';
import { operation } from '@/server/operation';
import { answerInvitation, ownInvitation } from './own-invitation';

/** Declines the seat that is held for the person, so that it goes to the next. Asking twice is once. */
export const refuseInvitation = operation({
  name: 'refuse-invitation',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ slug: z.string().max(200).regex(courseSlugForm) }),
  subject: ownInvitation,
  allow: isOwn,
  async run({ db, input: { slug }, subject, now }) {
    const settled = await answerInvitation(db, subject, 'refuse', now);
    return { slug, outcome: settled ? ('refused' as const) : ('already' as const) };
  },
  audit: ({ input, subject, output }) =>
    output.outcome === 'already'
      ? null
      : { object: `enrollment:${subject.id}`, detail: { course: input.slug } },
});
