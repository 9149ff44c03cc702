import { eq, inArray, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { enrollments, evidence } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { getStanding } from '@/features/learning/get-standing';
import { rebuildProgress } from '@/features/learning/rebuild-progress';
import { learnerMoves } from '@/rules/editions/moves';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeStudio, progressOf } from '@/test/editions';
import { getEdition } from './get-edition';
import { moveLearners } from './move-learners';
import { restoreEdition } from './restore-edition';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const blocks = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'q-1'), { minLength: 1 });
const written = fc
  .uniqueArray(fc.constantFrom('one', 'two', 'three'), { minLength: 1 })
  .chain((lessons) => fc.record(Object.fromEntries(lessons.map((lesson) => [lesson, blocks]))));
const moves = fc.constantFrom(...learnerMoves);
const person = fc.nat(3);

const step = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant('publish' as const), written, moves }), weight: 3 },
  {
    arbitrary: fc.record({
      do: fc.constant('restore' as const),
      edition: fc.integer({ min: 1, max: 4 }),
      moves,
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      moves: fc.constantFrom('untouched' as const, 'everyone' as const),
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({ do: fc.constant('work' as const), person, lesson: fc.nat(2), block: fc.nat(3) }),
    weight: 4,
  },
  { arbitrary: fc.record({ do: fc.constant('finish' as const), person }), weight: 2 },
  { arbitrary: fc.record({ do: fc.constant('rebuild' as const), person }), weight: 1 },
);

type Studio = Awaited<ReturnType<typeof makeStudio>>;
type Learner = Awaited<ReturnType<Studio['learner']>>;

/** What a learner sees of their course, and the state of their enrollment. */
async function seen({ slug }: Studio, { actor, enrollment }: Learner) {
  const { state, completedAt, editionId } = await enrollment();
  const standing = await perform(getStanding, { course: slug }, { db, actor });
  return {
    state,
    completedAt,
    editionId,
    percent: standing.percent,
    lessonsDone: standing.lessonsDone,
    modules: standing.modules,
  };
}

/** Does a block of the edition that a learner is on; all that are left, when none is named. */
async function work(studio: Studio, learner: Learner, only?: { lesson: number; block: number }) {
  const { modules } = await seen(studio, learner);
  const lessons = modules.flatMap(({ lessons: list }) => list);
  const chosen = only ? lessons.slice(only.lesson % lessons.length).slice(0, 1) : lessons;
  const { editionId } = await learner.enrollment();
  for (const { id } of chosen) {
    const [row] = await db.execute<{ ids: string[] }>(sql`
      select array(select b->>'id' from jsonb_array_elements(content->'blocks') b) as ids
      from edition_lessons where edition_id = ${editionId} and lesson_id = ${id}`);
    const ids = row?.ids ?? [];
    await learner.work({ [id]: only ? ids.slice(only.block % ids.length).slice(0, 1) : ids });
  }
}

test('no publishing, moving, restoring or rebuilding takes anything from who finished, nor any evidence from anybody', async () => {
  await fc.assert(
    fc.asyncProperty(written, fc.array(step, { minLength: 3, maxLength: 10 }), async (first, steps) => {
      const studio = await makeStudio(db, first);
      await studio.publish();
      const people = await Promise.all(Array.from({ length: 4 }, () => studio.learner()));
      const ids = people.map(({ enrollmentId }) => enrollmentId);
      const ledger = () =>
        db.select().from(evidence).where(inArray(evidence.enrollmentId, ids)).orderBy(evidence.id);

      for (const now of steps) {
        const before = await Promise.all(people.map((learner) => seen(studio, learner)));
        const recorded = await ledger();
        const learner = 'person' in now ? people[now.person] : undefined;
        if (now.do === 'publish') {
          await studio.write(now.written);
          const { next } = await studio.review();
          const told = next?.impact?.choices[now.moves];
          const done = await studio.publish(now.moves);
          if (told) expect([done.moved, done.finished]).toEqual([told.moved, told.finishing]);
        } else if (now.do === 'restore') {
          const { reviewed } = await studio.review();
          const input = { course: studio.slug, edition: now.edition, reviewed };
          const { owner: actor } = studio;
          await perform(restoreEdition, input, { db, actor }).catch((error: Error) => {
            if (error.name !== 'NotFound') throw error;
          });
          await studio.publish(now.moves);
        } else if (now.do === 'move') {
          const { current } = await studio.review();
          const input = { course: studio.slug, edition: current?.number ?? 0 };
          const { impact } = await perform(getEdition, input, { db, actor: studio.owner });
          const done = await perform(
            moveLearners,
            { ...input, moves: now.moves },
            { db, actor: studio.owner },
          );
          const told = impact?.choices[now.moves];
          expect([done.moved, done.finished]).toEqual([told?.moved, told?.finishing]);
        } else if (learner && now.do === 'work') await work(studio, learner, now);
        else if (learner && now.do === 'finish') await work(studio, learner);
        else if (learner) {
          await perform(rebuildProgress, { enrollmentId: learner.enrollmentId }, { db, actor: platform });
        }

        const after = await Promise.all(people.map((learner) => seen(studio, learner)));
        for (const [index, was] of before.entries()) {
          if (was.state === 'completed') expect(after[index]).toEqual(was);
        }
        expect((await ledger()).slice(0, recorded.length)).toEqual(recorded);
        // The projection is what the ledger says, whatever happened.
        for (const { enrollmentId } of people) {
          const stored = await progressOf(db, enrollmentId);
          await perform(rebuildProgress, { enrollmentId }, { db, actor: platform });
          expect(await progressOf(db, enrollmentId)).toEqual(stored);
        }
      }
      // Who did everything that their edition asks is finished, and nobody else.
      for (const [index, { percent, state }] of (
        await Promise.all(people.map((one) => seen(studio, one)))
      ).entries()) {
        expect([index, state]).toEqual([index, percent === 100 ? 'completed' : 'active']);
      }
      const states = await db.select().from(enrollments).where(eq(enrollments.courseId, studio.courseId));
      expect(states).toHaveLength(4);
    }),
    { numRuns: 20 },
  );
}, 240_000);
