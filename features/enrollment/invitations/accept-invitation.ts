import * as z from 'zod';
import { isOwn } from '@/rules/access';
import { courseSlugForm } from '@/rules/authoring/course-slug';
import { operation } from '@/server/operation';
import { answerInvitation, ownInvitation } from './own-invitation';

/** Takes the seat that is held for the person by an invitation or an offer. Asking twice is once. */
export const acceptInvitation = operation({
  name: 'accept-invitation',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ slug: z.string().max(200).regex(courseSlugForm) }),
  subject: ownInvitation,
  allow: isOwn,
  async run({ db, input: { slug }, subject, now }) {
    const settled = await answerInvitation(db, subject, 'accept', now);
    return { slug, outcome: settled ? ('accepted' as const) : ('already' as const) };
  },
  audit: ({ input, subject, output }) =>
    output.outcome === 'already'
      ? null
      : { object: `enrollment:${subject.id}`, detail: { course: input.slug } },
});
