import type { Db } from '@/db/client';
import { editionById } from '@/db/queries/editions';
import { evidenceIn, lessonsDone, type movableLearners } from '@/db/queries/publishing';
import type { EditionManifest } from '@/rules/editions/edition';
import {
  type Learner,
  type LessonStep,
  type MoveOutcome,
  moveOutcome,
  stepsBetween,
} from '@/rules/editions/impact';

export type Movable = Awaited<ReturnType<typeof movableLearners>>[number];
export type Moving = { learner: Movable; outcome: MoveOutcome };

/** Learners whose evidence is in memory at a time. */
const atOnce = 500;

function editionsOf(learners: readonly Movable[]): Map<string, Movable[]> {
  const groups = new Map<string, Movable[]>();
  for (const learner of learners) {
    const group = groups.get(learner.editionId) ?? [];
    groups.set(learner.editionId, group);
    group.push(learner);
  }
  return groups;
}

/** What moving learners to an edition does to each of them, some hundred at a time. */
export async function* moveOutcomes(
  db: Db,
  learners: readonly Movable[],
  to: EditionManifest,
): AsyncGenerator<Moving[]> {
  for (const [editionId, group] of editionsOf(learners)) {
    const from = await editionById(db, editionId);
    if (!from) throw new Error('an enrollment without an edition');
    const steps = stepsBetween(from.manifest, to);
    for (let start = 0; start < group.length; start += atOnce) {
      yield outcomesOf(db, group.slice(start, start + atOnce), steps, to);
    }
  }
}

async function outcomesOf(
  db: Db,
  learners: readonly Movable[],
  steps: readonly LessonStep[],
  to: EditionManifest,
): Promise<Moving[]> {
  const ids = learners.map(({ id }) => id);
  const lessonIds = steps.map(({ lessonId }) => lessonId);
  const [done, ledger] = await Promise.all([lessonsDone(db, ids), evidenceIn(db, ids, lessonIds)]);
  return learners.map((learner) => {
    const rows = new Map<
      string,
      Learner['rows'] extends ReadonlyMap<string, readonly (infer Row)[]> ? Row[] : never
    >();
    for (const [lessonId, blockId, kind, correct, at] of ledger.get(learner.id) ?? []) {
      const list = rows.get(lessonId) ?? [];
      rows.set(lessonId, list);
      list.push({ blockId, kind, correct, at: new Date(at) });
    }
    const { completed = [], begun = [] } = done.get(learner.id) ?? {};
    const active = learner.state === 'active';
    return { learner, outcome: moveOutcome(steps, to, { active, completed, begun, rows }) };
  });
}
