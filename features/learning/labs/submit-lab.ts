import type { Db } from '@/db/client';
import {
  type LabAttemptRow,
  type LabSubmissionRow,
  labSubmissionsOf,
  recordLabSubmission,
  setLabPassed,
} from '@/db/queries/labs';
import { readValues } from '@/kinds/labs/fields';
import { isPlan, type Lab } from '@/kinds/labs/kind';
import { type RunReport, withoutHidden } from '@/kinds/labs/run';
import type { SubmissionSeen } from '@/kinds/labs/screen';
import type { Values, Verdict } from '@/kinds/labs/verdict';
import { isSelfEnrolled } from '@/rules/access';
import { canonicalJson } from '@/rules/labs/canonical';
import { triesLeft } from '@/rules/labs/tries';
import { isStorable } from '@/rules/storable';
import { verifierHash } from '@/server/labs';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { appendEvidence, type LessonProgress } from '../append-evidence';
import { openAttempt } from './begin';
import { type LabPlace, placeInLab, seedFor } from './place';
import { reportOf, seenOf } from './seen';
import { submissionInput } from './submission-input';

/** What a submission came to, and what the learner sees of the lab from then on. */
export type LabAnswer = {
  verdict: SubmissionSeen;
  triesLeft: number;
  debrief: Lab['words']['debrief'] | null;
  progress: LessonProgress | null;
  /** Of what was compiled and run. */
  report: RunReport | null;
};

/**
 * Verifies what is handed in, keeps it with its verdict, and tells the ledger. `key` is made where it is handed in: the
 * same one sent twice is one try. What is not even of the form that is asked for is refused, and is no try.
 */
export const submitLab = operation({
  name: 'submit-lab',
  kind: 'write',
  by: 'person',
  input: submissionInput,
  subject: placeInLab,
  allow: isSelfEnrolled,
  async run({ db, input, subject: place }): Promise<LabAnswer> {
    const { lab } = place;
    const row = await openAttempt(db, place);
    const before = await labSubmissionsOf(db, [row.id]);
    const same = before.find(({ key }) => key === input.key);
    if (same) return answerOf(lab, same, before, null);
    if (row.number !== input.attempt) throw new Refused('lab-renewed');
    if (row.passedAt) throw new Refused('lab-passed');
    const { seed, lost } = seedFor(place.learnerId, lab, { number: row.number, row });
    const read = lost ? { values: {} } : readValues(lab.taskFor(seed).fields, input.values);
    if ('error' in read) throw misread(read.error.where, read.error.code, read.error.says);
    const { values } = read;
    const submission = canonicalJson(values);
    if (!lost && triesLeft(before.map(({ outcome }) => outcome)) === 0)
      throw new Refused('lab-no-tries-left');

    const verdict = lost ? null : verdictOf(lab, seed, values, input.report);
    const kept = await recordLabSubmission(db, {
      attemptId: row.id,
      key: input.key,
      submission: lost ? '{}' : submission,
      verifier: verifierHash(),
      report: input.report && withoutHidden(input.report),
      ...columnsOf(verdict),
    });
    const progress = verdict ? await tell(db, place, row, kept) : null;
    return answerOf(lab, kept, [...before, kept], progress);
  },
  audit: 'in-ledger',
});

/** What is not of the form that is asked for: said at its field, with its code. */
const misread = (field: string, code: string, says: string) =>
  new InvalidInput({ [field === '' ? 'form' : field]: says, code });

/** Null where the verifier itself fails: that is ours, and costs its learner nothing. */
function verdictOf(lab: Lab, seed: Uint8Array, values: Values, report: RunReport | null): Verdict | null {
  if (report?.outcome === 'system-error') return null;
  try {
    // What came too late for its run, because two were sent at once, is our failure, too.
    if (lab.plan && !report && isPlan(lab.plan(seed, values))) return null;
    return lab.verify(seed, values, report ?? undefined);
  } catch (error) {
    console.error(`The verifier of ${lab.name} ${lab.version} failed:`, error);
    return null;
  }
}

function columnsOf(verdict: Verdict | null) {
  if (!verdict) return { outcome: 'system-error' as const, code: null, says: null, field: null };
  if (verdict.outcome === 'pass') return { outcome: 'pass' as const, code: null, says: null, field: null };
  const { outcome, code, says, where } = verdict;
  // A sentence may quote what was handed in.
  return {
    outcome,
    code,
    says: isStorable(says) ? says : 'It has characters that cannot be read.',
    field: where,
  };
}

/** Writes a verdict into the ledger, under the id of its submission. */
async function tell(
  db: Db,
  place: LabPlace,
  row: LabAttemptRow,
  { id, outcome }: LabSubmissionRow,
): Promise<LessonProgress> {
  if (outcome === 'pass') await setLabPassed(db, row.id);
  const { progress } = await appendEvidence(db, place, [
    {
      blockId: place.block,
      kind: 'answered',
      correct: outcome === 'pass',
      payload: { answer: [String(id)] },
      idempotencyKey: `lab:${id}`,
    },
  ]);
  return progress;
}

function answerOf(
  lab: Lab,
  submission: LabSubmissionRow,
  all: readonly LabSubmissionRow[],
  progress: LessonProgress | null,
): LabAnswer {
  return {
    verdict: seenOf(submission),
    triesLeft: triesLeft(all.map(({ outcome }) => outcome)),
    debrief: submission.outcome === 'pass' ? lab.words.debrief : null,
    progress,
    report: reportOf(submission),
  };
}
