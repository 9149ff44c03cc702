import type { Db } from '@/db/client';
import {
  type LabAttemptRow,
  type LabSubmissionRow,
  labAttemptsIn,
  labSubmissionsOf,
} from '@/db/queries/labs';
import { emptyValues } from '@/kinds/labs/fields';
import { labAt } from '@/kinds/labs/registry';
import { freshScreen, type LabScreen } from '@/kinds/labs/screen';
import type { Values } from '@/kinds/labs/verdict';
import type { CompiledLesson } from '@/rules/editions/edition';
import { valuesIn } from '@/rules/labs/canonical';
import { triesLeft } from '@/rules/labs/tries';
import { presentAttempt, seedFor } from './place';
import { reportOf, seenOf } from './seen';

/** What was handed in, of what is passed; else what was saved of the form; null where nothing was. */
function standsIn(row: LabAttemptRow, own: readonly LabSubmissionRow[]): Values | null {
  const passed = own.find(({ outcome }) => outcome === 'pass');
  if (passed) return valuesIn(passed.submission);
  return row.revision > 0 ? valuesIn(row.draft) : null;
}

/**
 * The labs of a lesson by their block, each with the task of one person and how far they are. A lesson without labs
 * asks the database nothing.
 * @param of whose; without an enrollment it is somebody who reads as staff
 */
export async function labScreens(
  db: Db,
  of: { learnerId: string; enrollmentId: string | null },
  lesson: CompiledLesson,
): Promise<Record<string, LabScreen>> {
  const blocks = lesson.blocks.flatMap(({ id, lab: ref }) => {
    const lab = ref && labAt(ref.name, ref.version);
    return lab ? [{ id, lab }] : [];
  });
  if (blocks.length === 0) return {};
  const attempts = of.enrollmentId ? await labAttemptsIn(db, of.enrollmentId, lesson.id) : [];
  const present = blocks.map(({ id, lab }) => ({
    id,
    lab,
    ...presentAttempt(
      attempts.filter(({ blockId }) => blockId === id),
      lab,
    ),
  }));
  const submissions = await labSubmissionsOf(
    db,
    present.flatMap(({ row }) => (row ? [row.id] : [])),
  );
  return Object.fromEntries(
    present.map(({ id, lab, number, row }) => {
      const { seed, lost } = seedFor(of.learnerId, lab, { number, row });
      const fresh = { ...freshScreen(lab, seed), attempt: number, lost };
      if (!row) return [id, fresh];
      const own = submissions.filter(({ attemptId }) => attemptId === row.id);
      const screen: LabScreen = {
        ...fresh,
        values: { ...emptyValues(fresh.fields), ...(standsIn(row, own) ?? fresh.start) },
        revision: row.revision,
        savedAt: row.savedAt?.toISOString() ?? null,
        submissions: own.map(seenOf),
        report: own.map(reportOf).at(-1) ?? null,
        triesLeft: triesLeft(own.map(({ outcome }) => outcome)),
        passedAt: row.passedAt?.toISOString() ?? null,
        debrief: row.passedAt ? lab.words.debrief : null,
      };
      return [id, screen];
    }),
  );
}
