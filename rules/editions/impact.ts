import type { EvidenceRow } from '../learning/evidence';
import { completionTime, doneBlocks } from '../learning/progress';
import { type EditionManifest, type LessonOutline, lessonsOf } from './edition';
import { isMoved, type LearnerMoves, learnerMoves } from './moves';

/** A lesson that asks something else in one edition than in another; null where an edition has no such lesson. */
export type LessonStep = { lessonId: string; before: LessonOutline | null; after: LessonOutline | null };

const asked = (lesson: LessonOutline | null): string =>
  (lesson?.blocks ?? [])
    .map(({ id, completesBy }) => `${id} ${completesBy}`)
    .sort()
    .join('\n');

/**
 * The lessons in which an edition asks other blocks than another does, or asks more or less of them.
 * Whatever else changed, nobody's progress changes by it.
 */
export function stepsBetween(from: EditionManifest, to: EditionManifest): LessonStep[] {
  const before = new Map(lessonsOf(from).map((lesson) => [lesson.id, lesson]));
  const after = new Map(lessonsOf(to).map((lesson) => [lesson.id, lesson]));
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((lessonId) => ({
      lessonId,
      before: before.get(lessonId) ?? null,
      after: after.get(lessonId) ?? null,
    }))
    .filter((step) => asked(step.before) !== asked(step.after));
}

type Row = EvidenceRow & { at: Date };

/** What is known of a learner who may be moved: by the projection of their edition, and by the ledger. */
export type Learner = {
  /** Under way, so that the last lesson finishes the course: not paused, nor waiting to begin. */
  active: boolean;
  /** Lessons of their edition that are complete, and those that were begun. */
  completed: readonly string[];
  begun: readonly string[];
  /** Evidence by lesson, of the lessons that ask something else. */
  rows: ReadonlyMap<string, readonly Row[]>;
};

/**
 * What becomes of a lesson for a learner: it stays done; it is open again, with something new to do; it is
 * done by what was removed; they are in the middle of it; or it is gone, completed or begun.
 */
export type Fate = 'kept' | 'reopened' | 'gained' | 'middle' | 'goneDone' | 'goneBegun';

/** A lesson's progress in the newer edition. Nothing done is no progress at all. */
export type LessonProgress = { lessonId: string; done: string[]; percent: number; completedAt: Date | null };

export type MoveOutcome = {
  fates: Map<string, Fate>;
  reopened: number;
  /** Whether this finishes the course for them. */
  finishes: boolean;
  /** Of the lessons that ask something else, those of the newer edition. */
  progress: LessonProgress[];
  /** Lessons without progress in the newer edition: removed ones, and those of which nothing is left done. */
  cleared: string[];
};

function fateOf(step: LessonStep, was: { complete: boolean; begun: boolean }, done: number): Fate | null {
  if (step.after === null) return was.complete ? 'goneDone' : was.begun ? 'goneBegun' : null;
  const complete = done === step.after.blocks.length;
  if (complete) return was.complete ? 'kept' : 'gained';
  if (was.complete) return 'reopened';
  return was.begun || done > 0 ? 'middle' : null;
}

/** What moving a learner to an edition does to them. The ledger decides; nothing in it is lost. */
export function moveOutcome(
  steps: readonly LessonStep[],
  to: EditionManifest,
  { active, completed, begun, rows }: Learner,
): MoveOutcome {
  const complete = new Set(completed);
  const started = new Set([...completed, ...begun]);
  const outcome: MoveOutcome = {
    fates: new Map([...started].map((id) => [id, complete.has(id) ? 'kept' : 'middle'])),
    reopened: 0,
    finishes: false,
    progress: [],
    cleared: [],
  };
  for (const step of steps) {
    const { lessonId, after } = step;
    const evidence = rows.get(lessonId) ?? [];
    const blocks = after?.blocks ?? [];
    const done = doneBlocks(blocks, evidence);
    const was = { complete: complete.has(lessonId), begun: started.has(lessonId) };
    const fate = fateOf(step, was, done.length);
    if (fate) outcome.fates.set(lessonId, fate);
    if (fate === 'reopened') outcome.reopened += 1;
    if (fate === 'kept' || fate === 'gained') complete.add(lessonId);
    else complete.delete(lessonId);
    if (done.length === 0) {
      outcome.cleared.push(lessonId);
      continue;
    }
    outcome.progress.push({
      lessonId,
      done,
      percent: Math.floor((100 * done.length) / blocks.length),
      completedAt: done.length === blocks.length ? completionTime(blocks, evidence) : null,
    });
  }
  outcome.finishes = active && lessonsOf(to).every(({ id }) => complete.has(id));
  return outcome;
}

export type LessonImpact = Record<Fate, number>;
export type ChoiceImpact = {
  moved: number;
  /** Of those moved, how many would have a completed lesson open again, and how many would be finished. */
  reopened: number;
  finishing: number;
};
export type Impact = {
  /** Who is still learning on another edition than the newer one. */
  learners: number;
  lessons: Map<string, LessonImpact>;
  choices: Record<LearnerMoves, ChoiceImpact>;
};

const nobody = (): LessonImpact => ({
  kept: 0,
  reopened: 0,
  gained: 0,
  middle: 0,
  goneDone: 0,
  goneBegun: 0,
});

/** How many people a newer edition touches, in all and by each choice of who moves. */
export function impactOf(outcomes: Iterable<Omit<MoveOutcome, 'progress' | 'cleared'>>): Impact {
  const none = () => ({ moved: 0, reopened: 0, finishing: 0 });
  const impact: Impact = {
    learners: 0,
    lessons: new Map(),
    choices: { none: none(), untouched: none(), everyone: none() },
  };
  for (const outcome of outcomes) {
    impact.learners += 1;
    for (const [lessonId, fate] of outcome.fates) {
      const lesson = impact.lessons.get(lessonId) ?? nobody();
      lesson[fate] += 1;
      impact.lessons.set(lessonId, lesson);
    }
    for (const moves of learnerMoves) {
      if (!isMoved(moves, outcome)) continue;
      impact.choices[moves].moved += 1;
      if (outcome.reopened > 0) impact.choices[moves].reopened += 1;
      if (outcome.finishes) impact.choices[moves].finishing += 1;
    }
  }
  return impact;
}
