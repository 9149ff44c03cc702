import type { Db } from '@/db/client';
import { enrollmentsByEdition, movableLearners } from '@/db/queries/publishing';
import type { EditionManifest } from '@/rules/editions/edition';
import { lessonsOf } from '@/rules/editions/edition';
import { type ChoiceImpact, impactOf, type LessonImpact, type MoveOutcome } from '@/rules/editions/impact';
import { isFelt } from '@/rules/editions/impact-words';
import { type LearnerMoves, movableStates } from '@/rules/editions/moves';
import { moveOutcomes } from './move-outcomes';

/** How many people are on an edition: still learning, finished, and those who left or whose time is over. */
export type EditionLearners = { learning: number; finished: number; over: number };

/** How many people are on each edition of a course, by the edition's id. */
export async function learnersByEdition(db: Db, courseId: string): Promise<Map<string, EditionLearners>> {
  const counts = new Map<string, EditionLearners>();
  for (const { editionId, state, over, count } of await enrollmentsByEdition(db, courseId)) {
    const edition = counts.get(editionId) ?? { learning: 0, finished: 0, over: 0 };
    counts.set(editionId, edition);
    const goesOn = movableStates.some((movable) => movable === state) && !over;
    edition[state === 'completed' ? 'finished' : goesOn ? 'learning' : 'over'] += count;
  }
  return counts;
}

/** Whom an edition touches, as the page shows it. */
export type ShownImpact = {
  /** Who is still learning on another edition. */
  learners: number;
  /** Lessons that change for somebody, or whose content changed, in the order of the edition. */
  lessons: { id: string; title: string; number: number | null; impact: LessonImpact }[];
  choices: Record<LearnerMoves, ChoiceImpact>;
};

/**
 * Whom an edition would touch: everybody still learning on another one. `changed` are the lessons whose
 * content changed, shown also where nobody's progress does.
 */
export async function impactOnLearners(
  db: Db,
  courseId: string,
  to: { id: string | null; manifest: EditionManifest; from: EditionManifest | null },
  changed: readonly string[],
): Promise<ShownImpact> {
  const outcomes: Pick<MoveOutcome, 'fates' | 'reopened' | 'finishes'>[] = [];
  for await (const batch of moveOutcomes(db, await movableLearners(db, courseId, to.id), to.manifest)) {
    for (const { outcome } of batch) {
      const { fates, reopened, finishes } = outcome;
      outcomes.push({ fates, reopened, finishes });
    }
  }
  const { learners, lessons, choices } = impactOf(outcomes);
  const shown = new Set(changed);
  for (const [id, impact] of lessons) if (isFelt(impact)) shown.add(id);
  const after = lessonsOf(to.manifest);
  const before = to.from ? lessonsOf(to.from) : [];
  const known = new Map([...before, ...after].map((lesson) => [lesson.id, lesson]));
  const order = [
    ...after.map(({ id }) => id),
    ...[...shown].filter((id) => !after.some((one) => one.id === id)),
  ];
  return {
    learners,
    choices,
    lessons: order.flatMap((id) => {
      const impact = shown.has(id) ? lessons.get(id) : undefined;
      const number = after.findIndex((lesson) => lesson.id === id) + 1 || null;
      return impact ? [{ id, title: known.get(id)?.title ?? id, number, impact }] : [];
    }),
  };
}
