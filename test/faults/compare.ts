import type { LessonOutline } from '@/rules/editions/edition';
import { viewKey } from '@/rules/learning/evidence';
import { doneBlocks } from '@/rules/learning/progress';
import type { EvidenceFact, ProgressFact } from './database';
import type { Deed, Entry } from './driver';

const groupBy = <Value>(values: readonly Value[], of: (value: Value) => string): Map<string, Value[]> => {
  const groups = new Map<string, Value[]>();
  for (const value of values) groups.set(of(value), [...(groups.get(of(value)) ?? []), value]);
  return groups;
};
const placeOf = (row: { enrollmentId: string; lessonId: string }) => `${row.enrollmentId} ${row.lessonId}`;
const keyOf = (row: { enrollmentId: string; key: string }) => `${row.enrollmentId} ${row.key}`;

/** The keys under which a deed may stand in the ledger of the platform. */
function keysOf({ lesson, ...deed }: Deed): string[] {
  if (deed.what === 'views') return deed.blocks.map((block) => viewKey(lesson.id, block));
  if (deed.what === 'answer') return [`answered:${lesson.id}:${deed.block}:${deed.key}`];
  return lesson.blocks
    .filter((block) => block.completesBy === 'viewed')
    .map((block) => viewKey(lesson.id, block.id));
}

/** What was acknowledged and is not recorded. */
export function lost(ledger: readonly Entry[], evidence: EvidenceFact[], progress: ProgressFact[]): string[] {
  const keys = new Set(evidence.map(keyOf));
  const done = new Map(progress.map((row) => [placeOf(row), new Set(row.done)]));
  return ledger
    .filter((entry) => entry.status === 200)
    .flatMap(({ deed, done: told }) => {
      const { enrollmentId } = deed.student;
      const place = placeOf({ enrollmentId, lessonId: deed.lesson.id });
      return [
        // A block to read that was answered before needs no view of its own; all other deeds leave their row.
        ...keysOf(deed).filter((key) => !keys.has(`${enrollmentId} ${key}`)),
        ...(told ?? []).filter((block) => !done.get(place)?.has(block)).map((block) => `${place} ${block}`),
      ];
    });
}

/** What is recorded twice. */
export const twice = (evidence: EvidenceFact[]): string[] =>
  [...groupBy(evidence, keyOf)].flatMap(([key, rows]) => (rows.length > 1 ? [key] : []));

/** What is recorded although nobody did it. */
export function invented(ledger: readonly Entry[], evidence: EvidenceFact[]): string[] {
  const sent = new Set(
    ledger.flatMap(({ deed }) => keysOf(deed).map((key) => `${deed.student.enrollmentId} ${key}`)),
  );
  return evidence.map(keyOf).filter((key) => !sent.has(key));
}

/** Where the projection is not what the evidence says. */
export function wrongProjection(
  lessons: LessonOutline[],
  evidence: EvidenceFact[],
  progress: ProgressFact[],
): string[] {
  const stored = new Map(progress.map((row) => [placeOf(row), row]));
  const rows = groupBy(evidence, placeOf);
  return [...new Set([...stored.keys(), ...rows.keys()])].flatMap((place) => {
    const blocks = lessons.find(({ id }) => id === place.split(' ')[1])?.blocks ?? [];
    const right = doneBlocks(blocks, rows.get(place) ?? []);
    const says = (done: readonly string[], completed: boolean) =>
      `${place}: ${completed} ${[...done].sort()}`;
    const wanted = says(right, right.length === blocks.length);
    const kept = stored.get(place);
    // Without a row nothing is done.
    const found = says(kept?.done ?? [], kept?.completed ?? false);
    return found === wanted ? [] : [`${found} instead of ${wanted}`];
  });
}
