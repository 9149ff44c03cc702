import { type LessonOutline, lessonsOf, type ModuleOutline } from '../editions/edition';
import { type EvidenceRow, satisfies } from './evidence';

type Blocks = LessonOutline['blocks'];

/** Ids of the blocks of a lesson that the evidence completes, in the lesson's order. */
export function doneBlocks(blocks: Blocks, rows: readonly EvidenceRow[]): string[] {
  return blocks
    .filter((block) => rows.some((row) => row.blockId === block.id && satisfies(block.completesBy, row)))
    .map((block) => block.id);
}

/** When a lesson became complete: as its last block did, by the first row that completed it. Null while it is not. */
export function completionTime(blocks: Blocks, rows: readonly (EvidenceRow & { at: Date })[]): Date | null {
  const times = blocks.map((block) =>
    rows
      .filter((row) => row.blockId === block.id && satisfies(block.completesBy, row))
      .reduce((first, row) => Math.min(first, row.at.getTime()), Number.POSITIVE_INFINITY),
  );
  const last = Math.max(...times);
  return Number.isFinite(last) ? new Date(last) : null;
}

/** Blocks of a lesson that still have to be done, in the lesson's order. */
export function missingBlocks(blocks: Blocks, done: readonly string[]): Blocks {
  const finished = new Set(done);
  return blocks.filter((block) => !finished.has(block.id));
}

/**
 * Whole percent, 0 to 100. It rounds down, so that 100 means all, and never less than 1 once
 * something is done: a person who began sees that it counted.
 */
export function percent(done: number, total: number): number {
  if (total === 0) return 100;
  if (done <= 0) return 0;
  return Math.max(1, Math.floor((Math.min(done, total) / total) * 100));
}

/** Done blocks by lesson id; a lesson never opened has no entry. */
export type DoneByLesson = ReadonlyMap<string, readonly string[]>;

export type LessonStanding = {
  lessonId: string;
  done: number;
  total: number;
  percent: number;
  complete: boolean;
  missing: Blocks;
};

export function lessonStanding(lesson: LessonOutline, done: readonly string[]): LessonStanding {
  const missing = missingBlocks(lesson.blocks, done);
  const total = lesson.blocks.length;
  const count = total - missing.length;
  return {
    lessonId: lesson.id,
    done: count,
    total,
    percent: percent(count, total),
    complete: missing.length === 0,
    missing,
  };
}

export type Standing = {
  lessons: Map<string, LessonStanding>;
  lessonsDone: number;
  lessonsTotal: number;
  /** By blocks, so that a long lesson weighs more than a short one. */
  percent: number;
  complete: boolean;
};

/** The standing in a whole course or, given one, in a module. */
export function standing(modules: ModuleOutline[], done: DoneByLesson): Standing {
  const all = lessonsOf({ modules }).map((lesson) => lessonStanding(lesson, done.get(lesson.id) ?? []));
  const lessonsDone = all.filter((lesson) => lesson.complete).length;
  return {
    lessons: new Map(all.map((lesson) => [lesson.lessonId, lesson])),
    lessonsDone,
    lessonsTotal: all.length,
    percent: percent(
      all.reduce((sum, lesson) => sum + lesson.done, 0),
      all.reduce((sum, lesson) => sum + lesson.total, 0),
    ),
    complete: lessonsDone === all.length,
  };
}

export type ResumePoint = { lesson: LessonOutline; blockId: string | null; started: boolean };

/**
 * Where *Continue* leads: the first block not yet done of the lesson last worked in; when that lesson
 * is finished, the first unfinished lesson after it, then any before it. Lessons that may not be begun
 * yet are passed over; when nothing is left, null.
 */
export function resumePoint(
  modules: ModuleOutline[],
  done: DoneByLesson,
  lastLessonId: string | null,
  held: { has: (lessonId: string) => boolean } = new Set(),
): ResumePoint | null {
  const lessons = lessonsOf({ modules });
  const from = Math.max(
    0,
    lessons.findIndex((lesson) => lesson.id === lastLessonId),
  );
  const order = [...lessons.slice(from), ...lessons.slice(0, from)];
  for (const lesson of order) {
    if (held.has(lesson.id)) continue;
    const finished = done.get(lesson.id) ?? [];
    const next = missingBlocks(lesson.blocks, finished)[0];
    if (next) return { lesson, blockId: finished.length > 0 ? next.id : null, started: finished.length > 0 };
  }
  return null;
}
