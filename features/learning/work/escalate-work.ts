import * as z from 'zod';
import { editionById } from '@/db/queries/editions';
import { enqueueMails } from '@/db/queries/outbox';
import { ownedCourse, setEscalated } from '@/db/queries/work-promises';
import { isPlatform } from '@/rules/access';
import { formatDeadline } from '@/rules/time/deadline';
import { operation } from '@/server/operation';
import { waitingMail } from './mails';

/** Tells the owners of a course once of work and answers whose promise is about to be broken: one mail to each of them. */
export const escalateWork = operation({
  name: 'escalate-work',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ course: z.uuid(), address: z.url({ protocol: /^https?$/ }) }),
  subject: (db, { course }) => ownedCourse(db, course),
  allow: isPlatform,
  async run({ db, input: { address }, subject: course }): Promise<{ told: number }> {
    const { works, attempts } = await setEscalated(db, course.id);
    const [first] = [...works, ...attempts].sort((a, b) => a.backAt.getTime() - b.backAt.getTime());
    if (!first) return { told: 0 };
    const edition = course.editionId ? await editionById(db, course.editionId) : null;
    const text = waitingMail(address, {
      slug: course.slug,
      title: edition?.manifest.title ?? course.slug,
      works: works.length,
      attempts: attempts.length,
      quizzes: [...new Set(attempts.map(({ lessonId }) => lessonId))],
      first: formatDeadline(first.backAt, first.zone),
    });
    await enqueueMails(
      db,
      course.owners.map((recipient) => ({ recipient, ...text })),
    );
    return { told: works.length + attempts.length };
  },
  audit: ({ subject, output }) =>
    output.told > 0 ? { object: `course:${subject.slug}`, detail: { waiting: output.told } } : null,
});
