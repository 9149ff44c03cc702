import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { editionLessons } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { NotFound, perform } from '@/server/operation';
import { answer, learn, many, teacherOf, view } from '@/test/cohort';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeUser } from '@/test/factories';
import { getCourseFigures } from './get-course-figures';
import { getLessonFigures } from './get-lesson-figures';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const ofCourse = (course: string, actor: Actor, edition = 'all') =>
  perform(getCourseFigures, { course, edition }, { db, actor });
const ofLesson = (course: string, actor: Actor, edition = 'all', lesson = 'one') =>
  perform(getLessonFigures, { course, edition, lesson }, { db, actor });

describe('across editions', () => {
  /** Two editions of one course: 20 learners on the first, `count` on the second. */
  async function two(
    count: number,
    steps: Parameters<typeof many>[3] = [view('opening')],
    done: string[] = [],
  ) {
    const first = await makeCourse(db);
    const second = await makeCourse(db, { slug: first.slug });
    await many(db, first, 12, [view('opening'), view('middle'), answer('b')], ['one']);
    await many(db, first, 8, [view('opening'), answer('a')]);
    await many(db, second, count, steps, done);
    return { first, second, actor: await teacherOf(db, first), slug: first.slug };
  }

  test('each is counted by itself, and all together', async () => {
    const { slug, actor } = await two(9);
    const started = async (edition: string) => (await ofLesson(slug, actor, edition)).figures?.started;
    expect([await started('1'), await started('2'), await started('all')]).toEqual([20, 9, 29]);
    expect((await ofLesson(slug, actor, '1')).stops).toMatchObject({ rows: [{ id: 'q-1', learners: 8 }] });
    expect((await ofLesson(slug, actor, '2')).stops).toMatchObject({
      rows: [{ id: 'opening', learners: 9 }],
    });
    expect((await ofCourse(slug, actor, '2')).learners).toMatchObject({ total: 9, open: 9 });
    expect((await ofCourse(slug, actor, '2')).modules[0]?.lessons[0]?.figures?.started).toBe(9);
  });

  test('none is shown where all together minus the others would tell of a small group', async () => {
    const { slug, actor } = await two(2);
    expect((await ofLesson(slug, actor)).figures?.started).toBe(22);
    for (const edition of ['1', '2']) {
      expect(await ofLesson(slug, actor, edition)).toMatchObject({ figures: null, stops: null });
      const course = await ofCourse(slug, actor, edition);
      expect(course.learners).toBeNull();
      expect(course.modules[0]?.lessons[0]?.figures).toBeNull();
    }
  });

  test('a learner who moved on counts where they worked last', async () => {
    const { first, second, slug, actor } = await two(9);
    for (let n = 0; n < 6; n += 1) {
      const moved = [view('opening'), { ...answer('b'), edition: second.editionId }];
      await learn(db, first, await makeEnrollment(db, await makeUser(db), second), moved, ['one']);
    }
    expect((await ofLesson(slug, actor, '1')).figures?.started).toBe(20);
    expect((await ofLesson(slug, actor, '2')).figures).toMatchObject({ started: 15, completed: 6 });
  });

  test('a question that reads the same is one question', async () => {
    const { slug, actor } = await two(9, [answer('c'), answer('b')], ['one']);
    for (const edition of ['1', '2', 'all']) {
      const { questions } = await ofLesson(slug, actor, edition);
      expect(questions[0]).toMatchObject({ answered: 29, right: 12, tries: 1.3, editions: [1, 2] });
    }
  });

  test('a question that reads otherwise is another question', async () => {
    const first = await makeCourse(db);
    const second = await makeCourse(db, { slug: first.slug });
    // As if it had been published with another prompt; published rows themselves do not change.
    await db.execute(sql`alter table edition_lessons disable trigger user`);
    await db
      .update(editionLessons)
      .set({ content: sql`jsonb_set(content, '{blocks,2,question,prompt}', '"<p>Another?</p>"')` })
      .where(eq(editionLessons.editionId, second.editionId));
    await db.execute(sql`alter table edition_lessons enable trigger user`);
    await many(db, first, 10, [answer('a')]);
    await many(db, second, 6, [answer('b')]);
    const actor = await teacherOf(db, first);
    const asked = async (edition: string) => (await ofLesson(first.slug, actor, edition)).questions[0];
    expect(await asked('1')).toMatchObject({ prompt: '<p>q-1?</p>', answered: 10, right: 0, editions: [1] });
    expect(await asked('2')).toMatchObject({
      prompt: '<p>Another?</p>',
      answered: 6,
      right: 6,
      editions: [2],
    });
    expect(await asked('all')).toMatchObject({ prompt: '<p>Another?</p>', answered: 6 });
  });

  test('a lesson that is gone is listed among all editions, and not in one that lacks it', async () => {
    const first = await makeCourse(db, { lessons: ['one', 'old'] });
    await makeCourse(db, { slug: first.slug, lessons: ['one'] });
    await many(db, first, 6, [{ block: 'opening', lesson: 'old' }]);
    const actor = await teacherOf(db, first);
    const all = await ofCourse(first.slug, actor);
    expect(all.modules[0]?.lessons.map(({ id }) => id)).toEqual(['one']);
    expect(all.gone).toMatchObject([{ id: 'old', title: 'Lesson old', figures: { started: 6 } }]);
    expect((await ofCourse(first.slug, actor, '2')).gone).toEqual([]);
    expect(await ofLesson(first.slug, actor, 'all', 'old')).toMatchObject({
      shownWith: 1,
      figures: { started: 6 },
    });
    await expect(ofLesson(first.slug, actor, '2', 'old')).rejects.toThrow(NotFound);
  });

  test('a part that is gone is where people stopped who saw nothing else', async () => {
    const course = await makeCourse(db);
    await many(db, course, 6, [view('removed')]);
    const { stops } = await ofLesson(course.slug, await teacherOf(db, course));
    expect(stops).toEqual({ rows: [{ id: '', label: null, learners: 6 }] });
  });
});
