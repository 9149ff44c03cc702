import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { cohorts, courseStaff, courses, outbox } from '@/db/schema';
import type { Actor } from '@/rules/access';
import type { CourseRole } from '@/rules/accounts/roles';
import type { TermsForm } from '@/rules/enrollment/enrollment-settings';
import { type AnyOperation, perform } from '@/server/operation';
import { makeCourse, makeUser } from './factories';

export const address = 'https://school.example';

/** The fields of terms that limit nothing. */
export const openTerms: TermsForm = {
  policy: 'open',
  key: '',
  domains: '',
  opens: '',
  closes: '',
  starts: '',
  ends: '',
  lengthDays: '',
  seats: '',
  waitlist: 'no',
  offerHours: '48',
};

/** Everybody who may be asked about a course: its owner, others of it, and who has nothing to do with it. */
export async function cast(db: Database) {
  const course = await makeCourse(db);
  const ofCourse = async (role: CourseRole) => {
    const person = await makeUser(db, { role: 'instructor' });
    await db.insert(courseStaff).values({ courseId: course.courseId, userId: person.userId, role });
    return person;
  };
  return {
    course,
    owner: await ofCourse('owner'),
    editor: await ofCourse('editor'),
    grader: await ofCourse('grader'),
    stranger: await makeUser(db, { role: 'instructor' }),
    student: await makeUser(db),
  };
}
export type Cast = Awaited<ReturnType<typeof cast>>;

/** What becomes of an operation for each of some people: nothing, or what it was refused with. */
export async function refusedTo(
  db: Database,
  op: AnyOperation,
  input: object,
  people: readonly (Actor | null)[],
): Promise<string[]> {
  const outcomes: string[] = [];
  for (const actor of people) {
    outcomes.push(
      await perform(op, input, { db, actor }).then(
        () => 'done',
        (error: Error) => error.name,
      ),
    );
  }
  return outcomes;
}

export const setTerms = (db: Database, courseId: string, terms: Partial<typeof courses.$inferInsert>) =>
  db.update(courses).set(terms).where(eq(courses.id, courseId));

/** A cohort, made straight in the database. */
export async function makeCohort(
  db: Database,
  courseId: string,
  values: Partial<typeof cohorts.$inferInsert> = {},
): Promise<string> {
  const [row] = await db
    .insert(cohorts)
    .values({ courseId, name: `Cohort ${crypto.randomUUID()}`, ...values })
    .returning({ id: cohorts.id });
  if (!row) throw new Error('no cohort');
  return row.id;
}

/** The mails to somebody, oldest first. */
export const mailsTo = (db: Database, person: { email: string }) =>
  db.select().from(outbox).where(eq(outbox.recipient, person.email)).orderBy(outbox.createdAt);

/** The secret of the link in a mail. */
export const tokenIn = (body: string): string => /[?&]token=([\w-]+)/.exec(body)?.[1] ?? '';
