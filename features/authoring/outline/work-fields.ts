import * as z from 'zod';
import { releasings } from '@/rules/assessment/quiz';
import { mostEntries } from '@/rules/claims/entry';
import { mostCriteria, rubricIn } from '@/rules/work/rubric-form';
import { InvalidInput } from '@/server/operation';
import type { FieldValue } from './front-matter';
import { localTime, whole } from './number-fields';

const criterionLine = z.strictObject({
  id: z.string().max(60),
  title: z.string().max(300),
  levels: z.string().max(10_000),
});

/** What the details form of a lesson sets of written work; without `workForm` it stays as it is. */
export const workDetailFields = {
  workForm: z.enum(['none', 'text', 'claim-log']).optional(),
  workLeast: whole(1, 20_000),
  workMost: whole(1, 20_000),
  workCovers: z.string().max(3_000).optional(),
  workTurnaround: whole(1, 90),
  workAnonymous: z.enum(['no', 'yes']).optional(),
  workRevisions: whole(0, 9),
  workPass: whole(1, 100),
  workRelease: z.enum(releasings).optional(),
  workDue: localTime,
  workLatePerDay: whole(1, 100),
  workLateFloor: whole(0, 100),
  workCloses: localTime,
  workRubric: z.array(criterionLine).max(mostCriteria).optional(),
};

type WorkFields = z.output<z.ZodObject<typeof workDetailFields>>;
type Problems = Record<string, string>;

/** How much is asked for, with what is missing or impossible said at its field. */
function lengthIn({ workForm, workLeast, workMost }: WorkFields, wrong: Problems) {
  const what = workForm === 'text' ? 'words' : 'entries';
  if (workLeast === null) wrong.workLeast = `Say how many ${what} are asked for at least.`;
  if (workMost === null) wrong.workMost = `Say how many ${what} are taken at most.`;
  else if (workLeast !== null && workLeast > workMost) wrong.workMost = 'The most is less than the least.';
  else if (workForm === 'claim-log' && workMost > mostEntries)
    wrong.workMost = `A claim log has at most ${mostEntries} entries.`;
  return { least: workLeast ?? 1, most: workMost ?? 1 };
}

/**
 * The rules of written work as front matter has them: null where the lesson is none, nothing where that stays.
 * @param stored what stands there; what the form does not know of it stays
 */
export function workField(fields: WorkFields, stored: unknown): { work?: FieldValue } {
  const { workForm: form, workLatePerDay: perDay, workLateFloor: floor } = fields;
  if (form === undefined) return {};
  if (form === 'none') return { work: null };
  const wrong: Problems = {};
  const length = lengthIn(fields, wrong);
  if (fields.workTurnaround === null) wrong.workTurnaround = 'Promise a number of days, from 1 to 90.';
  if (perDay !== null && fields.workDue === null) wrong.workLatePerDay = 'Nothing is late that is never due.';
  if (fields.workDue && fields.workCloses && fields.workDue > fields.workCloses)
    wrong.workDue = 'It is due after it has closed.';
  const { rubric, wrong: inRubric } = rubricIn(fields.workRubric ?? []);
  for (const [name, problem] of Object.entries(inRubric)) wrong[`workRubric.${name}`] = problem;
  if (Object.keys(wrong).length > 0) throw new InvalidInput(wrong);
  const covers = (fields.workCovers ?? '').split(/[\s,]+/).filter((name) => name !== '');
  const { moderation, peers, files } = (stored ?? {}) as Partial<
    Record<'moderation' | 'peers' | 'files', FieldValue>
  >;
  const pairs: [string, FieldValue | undefined][] = [
    ['form', form],
    [form === 'text' ? 'words' : 'entries', length],
    ['covers', form === 'claim-log' && covers.length > 0 ? covers : null],
    ['due', fields.workDue],
    ['late', perDay === null ? null : { perDay, ...(floor === null ? {} : { floor }) }],
    ['closes', fields.workCloses],
    ['turnaround', fields.workTurnaround],
    ['release', fields.workRelease === 'by-hand' ? 'by-hand' : null],
    ['anonymous', fields.workAnonymous === 'yes' ? true : null],
    ['moderation', moderation],
    ['peers', peers],
    ['pass', fields.workPass],
    ['revisions', fields.workRevisions === 0 ? null : fields.workRevisions],
    ['files', form === 'text' ? files : null],
    ['rubric', rubric],
  ];
  const said = pairs.filter((pair): pair is [string, NonNullable<FieldValue>] => pair[1] != null);
  return { work: Object.fromEntries(said) };
}
