import * as z from 'zod';
import { bankOf, inBank } from '@/db/queries/comment-bank';
import { editionById } from '@/db/queries/editions';
import { canGrade } from '@/rules/access';
import { lessonsOf } from '@/rules/editions/edition';
import { findInBank } from '@/rules/work/comment-bank';
import { type OutputOf, operation } from '@/server/operation';
import { courseInput, inCourse } from '../../in-course';

/** The comments that the graders of a course use again, and the criteria that its written work is judged by. */
export const listBankComments = operation({
  name: 'list-bank-comments',
  kind: 'read',
  by: 'person',
  input: z.strictObject({
    ...courseInput,
    search: z.string().max(200).default(''),
    /** One that was deleted just now. */
    deleted: z.uuid().nullable().default(null),
  }),
  subject: inCourse,
  allow: canGrade,
  async run({ db, input: { search, deleted }, subject: course }) {
    const [bank, gone, edition] = await Promise.all([
      bankOf(db, course.id),
      deleted === null ? null : inBank(db, course.id, deleted),
      course.currentEditionId ? editionById(db, course.currentEditionId) : null,
    ]);
    const criteria = new Map(
      (edition ? lessonsOf(edition.manifest) : []).flatMap(({ work }) =>
        (work?.rubric ?? []).map(({ id, title }) => [id, title] as const),
      ),
    );
    return {
      slug: course.slug,
      count: bank.length,
      comments: findInBank(bank, search, [...criteria.keys()]),
      criteria: [...criteria].map(([id, title]) => ({ id, title })),
      gone: gone?.deletedAt ? { id: gone.id, title: gone.title } : null,
    };
  },
});

export type CommentBank = OutputOf<typeof listBankComments>;
