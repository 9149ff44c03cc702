import * as z from 'zod';
import { importsOf } from '@/db/queries/imports';
import { isTeachingStaff } from '@/rules/access';
import { wayNamed } from '@/rules/authoring/foreign-course-report';
import { noSubject, type OutputOf, operation } from '@/server/operation';

/** What somebody has uploaded within a day and not yet made a course of. */
export const listNewCourses = operation({
  name: 'list-new-courses',
  kind: 'read',
  by: 'person',
  input: z.strictObject({}),
  subject: noSubject,
  allow: isTeachingStaff,
  async run({ db, actor }) {
    const rows = await importsOf(db, { ownerId: actor.userId });
    return {
      imports: rows.map(({ id, name, by, createdAt, way }) => ({
        id,
        name,
        by,
        createdAt,
        way: wayNamed(way),
      })),
    };
  },
});

/** An import that waits, as lists show it. */
export type WaitingImport = OutputOf<typeof listNewCourses>['imports'][number];
