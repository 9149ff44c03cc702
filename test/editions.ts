import { randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { replaceDraftFiles } from '@/db/queries/drafts';
import { courseStaff, courses, enrollments, lessonProgress } from '@/db/schema';
import { publishDraft } from '@/features/authoring/publishing/publish-draft';
import { reviewPublication } from '@/features/authoring/publishing/review-publication';
import { answerQuestion } from '@/features/learning/answer-question';
import { recordViews } from '@/features/learning/record-views';
import type { Actor } from '@/rules/access';
import type { CourseRole } from '@/rules/accounts/roles';
import type { CourseFiles } from '@/rules/authoring/course-files';
import type { LearnerMoves } from '@/rules/editions/moves';
import { perform } from '@/server/operation';
import { courseFiles } from './course-folder';
import { makeEnrollment, makeUser } from './factories';

/** Lessons by id, each as the ids of its blocks: those that begin with `q` are questions (right answer `b`). */
export type Written = Record<string, string[]>;

const question = (id: string) => `:::question{#${id} kind="single" objective="1"}
What is right in ${id}?

- [ ] Not this
  > **A misconception.** Why.
- [x] This
  > Right.
:::`;

const lessonText = (id: string, blocks: string[], words = '') => `---
id: ${id}
title: Lesson ${id}
summary: About ${id}.
minutes: 10
objectives:
  - Explain it.
verified: "2026-01-01"
---

${blocks.map((block) => (block.startsWith('q') ? question(block) : `## Part ${block} {#${block}}\n\nThe part ${block} of ${id}. ${words}`)).join('\n\n')}
`;

/** A course as files, with these lessons in one module. `words` stand in every part to read. */
export function writtenCourse(slug: string, lessons: Written, words = ''): Map<string, string> {
  const { 'course.yaml': head, 'modules/1-first/1-one.md': _lesson, ...shared } = courseFiles;
  return new Map([
    ['course.yaml', head.replace('small-course', slug)],
    ...Object.entries(shared),
    ...Object.entries(lessons).map(
      ([id, blocks], index) =>
        [`modules/1-first/${index + 1}-${id}.md`, lessonText(id, blocks, words)] as const,
    ),
  ]);
}

/** A course in the studio with an owner, whose draft can be written and published in a line. */
export async function makeStudio(db: Database, lessons: Written) {
  const slug = `course-${randomBytes(5).toString('hex')}`;
  const [course] = await db.insert(courses).values({ slug, zone: 'UTC' }).returning({ id: courses.id });
  if (!course) throw new Error('no course');
  const staff = async (role: CourseRole): Promise<Actor> => {
    const person = await makeUser(db, { role: 'instructor' });
    await db.insert(courseStaff).values({ courseId: course.id, userId: person.userId, role });
    return person;
  };
  const owner = await staff('owner');
  const write = (next: Written, words = '') =>
    replaceDraftFiles(db, course.id, writtenCourse(slug, next, words), owner.userId, randomUUID());
  const review = (actor: Actor = owner) => perform(reviewPublication, { course: slug }, { db, actor });
  const publish = async (moves: LearnerMoves = 'none', actor: Actor = owner) => {
    const { reviewed, current } = await review();
    const input = { course: slug, reviewed, against: current?.number ?? 0, note: '', moves };
    const output = await perform(publishDraft, input, { db, actor });
    if (!output.ok) throw new Error(JSON.stringify(output.problems));
    return output;
  };
  const current = async (): Promise<string> => {
    const [row] = await db.select().from(courses).where(eq(courses.id, course.id));
    return row?.currentEditionId ?? '';
  };
  await write(lessons);
  return {
    slug,
    courseId: course.id,
    owner,
    staff,
    write,
    review,
    publish,
    current,
    learner: async (options: Parameters<typeof makeEnrollment>[3] = {}) =>
      makeLearner(db, slug, { courseId: course.id, editionId: await current() }, options),
  };
}

/** Somebody who learns in a course, with what they might do there and what is known of them. */
async function makeLearner(
  db: Database,
  slug: string,
  place: { courseId: string; editionId: string },
  options: Parameters<typeof makeEnrollment>[3],
) {
  const actor = await makeUser(db);
  const enrollmentId = await makeEnrollment(db, actor, place, options);
  const view = (lesson: string, blocks: string[]) =>
    perform(recordViews, { course: slug, lesson, blocks }, { db, actor });
  const answer = (lesson: string, block: string, option = 'b') =>
    perform(
      answerQuestion,
      { course: slug, lesson, block, answer: [option], key: randomUUID() },
      { db, actor },
    );
  return {
    actor,
    enrollmentId,
    view,
    answer,
    /** Does blocks of lessons: reads them or, where they are questions, answers them right. */
    work: async (lessons: Written) => {
      for (const [lesson, blocks] of Object.entries(lessons)) {
        const parts = blocks.filter((block) => !block.startsWith('q'));
        if (parts.length > 0) await view(lesson, parts);
        for (const block of blocks.filter((id) => id.startsWith('q'))) await answer(lesson, block);
      }
    },
    enrollment: async () => {
      const [row] = await db.select().from(enrollments).where(eq(enrollments.id, enrollmentId));
      if (!row) throw new Error('no enrollment');
      return row;
    },
    progress: () => progressOf(db, enrollmentId),
  };
}

/** The projection of an enrollment by lesson, without the times. */
export async function progressOf(db: Database, enrollmentId: string) {
  const rows = await db.select().from(lessonProgress).where(eq(lessonProgress.enrollmentId, enrollmentId));
  return Object.fromEntries(
    rows
      .sort((a, b) => (a.lessonId < b.lessonId ? -1 : 1))
      .map(({ lessonId, doneBlocks, percent, completedAt }) => [
        lessonId,
        { done: [...doneBlocks].sort(), percent, complete: completedAt !== null },
      ]),
  );
}

/** Files of a course without any assets. */
export const filesOf = (texts: Map<string, string>): CourseFiles => ({ texts, assets: new Map() });
