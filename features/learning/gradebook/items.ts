import type { Db } from '@/db/client';
import { editionById } from '@/db/queries/editions';
import { gradebookOf, gradedOfEditions, itemsWithGrades, type StoredGradebook } from '@/db/queries/gradebook';
import { releasedAtOnce } from '@/rules/assessment/quiz';
import { type EditionManifest, lessonsOf } from '@/rules/editions/edition';
import { type GradebookItem, type GradedThing, itemsBy } from '@/rules/grading/settings';

/** The gradebook of a course: its settings, its items in order, and the edition that they are of. */
export type Gradebook = StoredGradebook & { items: GradebookItem[]; edition: number };

const releaseOf = (atOnce: boolean) => (atOnce ? ('at-once' as const) : ('by-hand' as const));

/** The graded quizzes and the written work of an edition, in the order of the course. */
const gradedIn = (manifest: EditionManifest): GradedThing[] =>
  lessonsOf(manifest).flatMap(({ id, title, quiz, work }): GradedThing[] => {
    const lesson = { id, title, gone: false };
    if (quiz?.mode === 'graded')
      return [{ ...lesson, kind: 'quiz', pass: quiz.pass, release: releaseOf(releasedAtOnce(quiz)) }];
    if (!work) return [];
    return [
      {
        ...lesson,
        kind: 'work',
        pass: work.pass ?? null,
        release: releaseOf(work.release !== 'by-hand'),
      },
    ];
  });

/** What earlier editions asked, by the current edition: editions never change, so it is looked up once. */
const earlier = new Map<string, Promise<GradedThing[]>>();
const mostKept = 200;

async function goneThings(db: Db, courseId: string, current: readonly GradedThing[]): Promise<GradedThing[]> {
  const there = new Set(current.map(({ id }) => id));
  const past = await gradedOfEditions(db, courseId);
  return past.filter(({ id }) => !there.has(id)).map((past) => ({ ...past, release: 'at-once', gone: true }));
}

/**
 * The gradebook of a course as it is now: the graded quizzes and written work of its current edition, those of earlier ones in
 * which somebody has a grade, and the columns.
 */
export async function gradebookNow(db: Db, courseId: string, editionId: string | null): Promise<Gradebook> {
  const stored = await gradebookOf(db, courseId);
  const edition = editionId === null ? null : await editionById(db, editionId);
  const current = edition ? gradedIn(edition.manifest) : [];
  const past = await pastThings(db, courseId, editionId ?? courseId, current);
  const graded = await itemsWithGrades(
    db,
    courseId,
    past.map(({ id }) => id),
  );
  const things = [...current, ...past.filter(({ id }) => graded.has(id))];
  return { ...stored, items: itemsBy(stored.settings, things), edition: edition?.number ?? 0 };
}

function pastThings(db: Db, courseId: string, key: string, current: readonly GradedThing[]) {
  const known = earlier.get(key);
  if (known) return known;
  const found = goneThings(db, courseId, current);
  earlier.set(key, found);
  found.catch(() => earlier.delete(key));
  if (earlier.size > mostKept) earlier.delete(earlier.keys().next().value ?? '');
  return found;
}
