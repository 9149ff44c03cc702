import { createHash, randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { recordSession } from '@/db/queries/sessions';
import { courseStaff, courses, enrollments, users } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { publishEdition } from '@/features/authoring/publish-edition';
import type { Actor } from '@/rules/access';
import type { SiteRole } from '@/rules/accounts/roles';
import type {
  AnswerKeys,
  CompiledBlock,
  CompiledLesson,
  LessonOutline,
  Release,
} from '@/rules/editions/edition';
import type { EditionLibrary } from '@/rules/library/edition-library';
import { hashPassword } from '@/server/auth/passwords';
import { perform } from '@/server/operation';

const unique = () => randomBytes(5).toString('hex');

type UserOptions = {
  role?: SiteRole;
  confirmed?: boolean;
  suspended?: boolean;
  password?: string;
  name?: string;
};

/** A person with a live session, as the gate sees them. Without a password nobody can sign in as them. */
export async function makeUser(
  db: Database,
  options: UserOptions = {},
): Promise<Actor & { password: string; sessionToken: string }> {
  const { role = 'student', confirmed = true, suspended = false } = options;
  const name = options.name ?? `Person ${unique()}`;
  const email = `${unique()}@example.org`;
  const [user] = await db
    .insert(users)
    .values({
      email,
      name,
      role,
      passwordHash: options.password ? await hashPassword(options.password) : 'none',
      emailConfirmedAt: confirmed ? (sql`now()` as never) : null,
      suspendedAt: suspended ? (sql`now()` as never) : null,
    })
    .returning({ id: users.id });
  if (!user) throw new Error('no user');
  const sessionToken = unique() + unique();
  const tokenHash = createHash('sha256').update(sessionToken).digest('hex');
  const sessionId = await recordSession(db, { tokenHash, userId: user.id, userAgent: 'spec', ip: null });
  return {
    userId: user.id,
    sessionId,
    name,
    email,
    role,
    emailConfirmed: confirmed,
    password: options.password ?? '',
    sessionToken,
  };
}

const text = (id: string): CompiledBlock => ({
  id,
  kind: 'prose',
  completesBy: 'viewed',
  label: id,
  html: `<p>${id}</p>`,
  question: null,
});

const question = (id: string): CompiledBlock => ({
  id,
  kind: 'question',
  completesBy: 'passed',
  label: id,
  html: '',
  question: {
    kind: 'single',
    prompt: `<p>${id}?</p>`,
    options: ['a', 'b', 'c'].map((option) => ({ id: option, html: option })),
    objective: 1,
  },
});

function makeLesson(id: string): { content: CompiledLesson; keys: AnswerKeys } {
  const key = {
    kind: 'single',
    correct: ['b'],
    feedback: { a: '<p>CANARY_ANSWER_a</p>', b: '<p>right</p>', c: '<p>CANARY_ANSWER_c</p>' },
    right: null,
    wrong: null,
  };
  return {
    content: {
      id,
      title: `Lesson ${id}`,
      summary: `About ${id}`,
      minutes: 10,
      objectives: ['Explain it'],
      directives: [],
      verified: '2026-01-01',
      blocks: [text('opening'), text('middle'), question('q-1')],
      passages: [],
      terms: [],
      sources: [],
    },
    keys: { 'q-1': key },
  };
}

type CourseOptions = {
  seats?: number;
  policy?: 'open' | 'closed';
  opensAt?: Date;
  closesAt?: Date;
  lessons?: string[];
  /** When which lesson may be begun and what it builds on, by lesson id. */
  releases?: Record<string, Release & Pick<LessonOutline, 'preparation'>>;
  slug?: string;
  library?: EditionLibrary;
};

/**
 * A published course of one module. Each lesson has two blocks to read (`opening`, `middle`) and a
 * question (`q-1`, right answer `b`).
 */
export async function makeCourse(
  db: Database,
  options: CourseOptions = {},
): Promise<{ courseId: string; slug: string; editionId: string }> {
  const slug = options.slug ?? `course-${unique()}`;
  const lessons = (options.lessons ?? ['one', 'two']).map(makeLesson);
  const manifest = {
    title: `Course ${slug}`,
    summary: 'A course.',
    language: 'en',
    level: 'Any',
    outcomes: ['Explain it'],
    audience: ['Anyone'],
    notFor: [],
    authors: [{ name: 'The team', about: 'Writes.' }],
    builtOn: { title: 'An article', publisher: 'A publisher', date: '2019', note: 'A note.' },
    verified: '2026-01-01',
    modules: [
      {
        id: 'm1',
        title: 'Module one',
        summary: 'The first.',
        lessons: lessons.map(({ content }) => ({
          id: content.id,
          title: content.title,
          summary: content.summary,
          minutes: content.minutes,
          ...options.releases?.[content.id],
          blocks: content.blocks.map(({ id, label, completesBy }) => ({ id, label, completesBy })),
        })),
      },
    ],
  };
  const contentHash = createHash('sha256')
    .update(JSON.stringify({ manifest, slug, at: unique() }))
    .digest('hex');
  await perform(
    publishEdition,
    { slug, zone: 'UTC', manifest, lessons, library: options.library ?? null, contentHash },
    { db, actor: platform },
  );
  const [course] = await db
    .update(courses)
    .set({
      seats: options.seats ?? null,
      enrollmentPolicy: options.policy ?? 'open',
      opensAt: options.opensAt ?? null,
      closesAt: options.closesAt ?? null,
    })
    .where(eq(courses.slug, slug))
    .returning();
  if (!course?.currentEditionId) throw new Error('no course');
  return { courseId: course.id, slug, editionId: course.currentEditionId };
}

/** An active enrollment, made straight in the database. */
export async function makeEnrollment(
  db: Database,
  person: Actor,
  course: { courseId: string; editionId: string },
  options: { state?: 'active' | 'withdrawn' | 'paused'; endsAt?: Date } = {},
): Promise<string> {
  const [row] = await db
    .insert(enrollments)
    .values({
      courseId: course.courseId,
      userId: person.userId,
      editionId: course.editionId,
      state: options.state ?? 'active',
      endsAt: options.endsAt ?? null,
      endsZone: options.endsAt ? 'UTC' : null,
    })
    .returning({ id: enrollments.id });
  if (!row) throw new Error('no enrollment');
  return row.id;
}

/** Makes somebody staff of a course. */
export async function makeStaff(db: Database, person: Actor, courseId: string): Promise<void> {
  await db.insert(courseStaff).values({ courseId, userId: person.userId, role: 'owner' });
}
