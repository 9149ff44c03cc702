import type { Db } from '@/db/client';
import { gradedLearners, sharesOf, totalsOf } from '@/db/queries/gradebook';
import { namesOf } from '@/db/queries/gradebook-table';
import { shownPercent } from '@/rules/grading/grades';
import { type GradebookSettings, itemsBy } from '@/rules/grading/settings';
import type { Gradebook } from './items';
import { totalsAtOnce, totalsBy } from './keep-totals';

const mostNamed = 25;
const shown = (share: number | null): string => (share === null ? 'no total' : `${shownPercent(share)} %`);

/** What other settings would do: whose total changes, and how many pass who did not, and the other way round. */
export type TotalsPreview = {
  learners: number;
  changed: number;
  up: number;
  down: number;
  passNow: number;
  passNoMore: number;
  people: { id: string; name: string; before: string; after: string; passes: boolean; passed: boolean }[];
};

/** Works out what settings would do to everybody of a course, without keeping anything. */
export async function previewTotals(
  db: Db,
  courseId: string,
  { items }: Pick<Gradebook, 'items'>,
  settings: GradebookSettings,
): Promise<TotalsPreview> {
  const preview = { learners: 0, changed: 0, up: 0, down: 0, passNow: 0, passNoMore: 0 };
  const people: { id: string; before: string; after: string; passes: boolean; passed: boolean }[] = [];
  const things = items.filter(({ kind }) => kind !== 'column');
  const next = { settings, items: itemsBy(settings, things) };
  for (let after: string | null = null; ; ) {
    const ids: string[] = await gradedLearners(db, courseId, { after, limit: totalsAtOnce });
    const kept = new Map((await totalsOf(db, ids)).map((total) => [total.enrollmentId, total]));
    for (const total of totalsBy(next, ids, await sharesOf(db, ids))) {
      const { share: was = null, passed = false } = kept.get(total.enrollmentId) ?? {};
      preview.learners += 1;
      if (total.share === was && total.passed === passed) continue;
      preview.changed += 1;
      if ((total.share ?? -1) > (was ?? -1)) preview.up += 1;
      if ((total.share ?? -1) < (was ?? -1)) preview.down += 1;
      if (total.passed && !passed) preview.passNow += 1;
      if (!total.passed && passed) preview.passNoMore += 1;
      if (people.length < mostNamed)
        people.push({
          id: total.enrollmentId,
          before: shown(was),
          after: shown(total.share),
          passes: total.passed,
          passed,
        });
    }
    after = ids.at(-1) ?? null;
    if (after === null || ids.length < totalsAtOnce) break;
  }
  const names = await namesOf(
    db,
    people.map(({ id }) => id),
  );
  return { ...preview, people: people.map((one) => ({ ...one, name: names.get(one.id) ?? '' })) };
}
