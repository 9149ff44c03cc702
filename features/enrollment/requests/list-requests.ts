import * as z from 'zod';
import { countRequests, requestsOf } from '@/db/queries/enrollment-requests';
import { termsToSet } from '@/db/queries/terms';
import { canManageRoster } from '@/rules/access';
import { type OutputOf, operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { requestsPerPage } from './per-page';

/** Who asked for a place in a course, with what they said; who waits longest comes first. */
export const listRequests = operation({
  name: 'list-requests',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...courseInput, page: z.int().min(1).max(100_000) }),
  subject: inCourse,
  allow: canManageRoster,
  async run({ db, input: { page }, subject: course, now }) {
    const offset = (page - 1) * requestsPerPage;
    const [requests, total, stored] = await Promise.all([
      requestsOf(db, course.id, { limit: requestsPerPage, offset }),
      countRequests(db, course.id),
      termsToSet(db, { courseId: course.id }),
    ]);
    const seats = stored?.terms.seats ?? null;
    return {
      slug: course.slug,
      requests,
      total,
      pages: Math.max(1, Math.ceil(total / requestsPerPage)),
      seatsLeft: seats === null ? null : Math.max(0, seats - (stored?.terms.seatsTaken ?? 0)),
      byApproval: stored?.terms.policy === 'approval',
      now,
    };
  },
});

export type ListedRequest = OutputOf<typeof listRequests>['requests'][number];
