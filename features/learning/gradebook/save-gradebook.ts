import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { gradedLearners, itemsWithGrades, setGradebook, setTotalsOld } from '@/db/queries/gradebook';
import { canGrade } from '@/rules/access';
import { columnId, isColumn } from '@/rules/grading/settings';
import { readGradebookForm } from '@/rules/grading/settings-form';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { gradebookNow } from './items';
import { keepTotalsOf, totalsAtOnce } from './keep-totals';
import { previewTotals, type TotalsPreview } from './preview-totals';

const fieldsInput = z
  .record(z.string().max(250), z.string().max(500))
  .refine((fields) => Object.keys(fields).length <= 2_000, 'Too many fields.');

/** What was typed, as a sign by which a preview knows what it is of. */
const signOf = (fields: Record<string, string>): string => {
  const typed = Object.entries(fields)
    .filter(([name]) => name !== 'previewed')
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(typed)).digest('hex').slice(0, 24);
};

export type SettingsOutcome =
  | { saved: false; previewed: string; preview: TotalsPreview }
  | { saved: true; learners: number; later: boolean };

/**
 * Changes how the grades of a course come to one, in two steps: first whose total would change is shown, and
 * then exactly what was shown is saved, with every total, unless somebody else saved meanwhile.
 */
export const saveGradebook = operation({
  name: 'save-gradebook',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...courseInput,
    version: z.coerce.number().int().min(0).max(2_000_000_000),
    fields: fieldsInput,
  }),
  subject: inCourse,
  allow: canGrade,
  async run({ db, actor, input: { version, fields }, subject: course }): Promise<SettingsOutcome> {
    const before = await gradebookNow(db, course.id, course.currentEditionId);
    if (before.version !== version) throw new Refused('changed-meanwhile');
    const columns = before.settings.columns.map(({ id }) => id);
    const read = readGradebookForm({
      fields,
      before: before.settings,
      items: before.items,
      used: await itemsWithGrades(db, course.id, columns.filter(isColumn)),
      fresh: () => randomBytes(6).toString('hex'),
      freshColumn: () => columnId(randomBytes(6).toString('hex')),
    });
    if (read.problems) throw new InvalidInput(read.problems);
    const sign = signOf(fields);
    if (fields.previewed !== sign)
      return {
        saved: false,
        previewed: sign,
        preview: await previewTotals(db, course.id, before, read.settings),
      };
    const kept = await setGradebook(db, course.id, { settings: read.settings, version, by: actor.userId });
    if (!kept) throw new Refused('changed-meanwhile');
    const ids = await gradedLearners(db, course.id, { after: null, limit: totalsAtOnce + 1 });
    const later = ids.length > totalsAtOnce;
    // Of many learners a job makes them, so that none of them waits for all.
    if (later) await setTotalsOld(db, course.id);
    else if (ids.length > 0) await keepTotalsOf(db, course.id, ids);
    return { saved: true, learners: ids.length, later };
  },
  audit: ({ input, output }) =>
    output.saved
      ? { object: `course:${input.course}`, detail: { course: input.course, learners: output.learners } }
      : null,
});
