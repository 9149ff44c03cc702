import { createHash } from 'node:crypto';
import type { Db } from '@/db/client';
import { type AttemptToCorrect, attemptsToCorrect, type CorrectedQuestion } from '@/db/queries/corrections';
import { lessonAnswerKeys } from '@/db/queries/editions';
import { byHandOn, verdictOn } from '@/kinds/questions/verdict';
import type { CorrectionOf } from '@/rules/assessment/corrections';
import { isPassed, releasedAtOnce } from '@/rules/assessment/quiz';
import { shareOf } from '@/rules/grading/grades';
import { grouped } from '@/rules/grouped';
import { type Marker, markerFor } from '../grading/marks';
import { countingOf, outcomeOf } from '../grading/outcome';

/** How many learners are read, and later written, at once. */
export const learnersAtOnce = 500;

type Standing = { share: number; passed: boolean };

/** What a regrade makes of one learner: the result that counts before and after it. */
export type LearnerChange = {
  enrollmentId: string;
  name: string;
  before: Standing;
  after: Standing;
  /** A person set this grade: it stays as it is. */
  overridden: boolean;
  /** Whether their grade is shown to them and changes, so that they are told. */
  told: boolean;
};

type RegradedAttempt = {
  attemptId: string;
  enrollmentId: string;
  raw: { earned: number; possible: number } | null;
  corrected: { earned: number; possible: number } | null;
  /** The questions that wait for a grader then, and whether any did before; of such an attempt there is no result. */
  waits: string[];
  waited: boolean;
  atOnce: boolean;
  nowPassed: boolean;
};

export type Regrade = {
  attempts: RegradedAttempt[];
  learners: LearnerChange[];
  /** Answers that the later key cannot read: they keep what they earned. */
  unreadable: number;
  /** Of all that was looked at: with another one, something changed meanwhile. */
  fingerprint: string;
};

/** The result of a learner that counts, of several attempts; null while a grader has to say. */
function standingOf(attempts: readonly AttemptToCorrect[]): Standing | null {
  const graded = attempts.filter(({ rules }) => rules.mode === 'graded');
  const counting = countingOf(graded.length > 0 ? graded : attempts);
  if (!counting) return null;
  const { attempt, outcome } = counting;
  return { share: shareOf(outcome), passed: isPassed(attempt.rules, outcome) };
}

/** What an attempt comes to, and what of it waits for a grader. */
function remarked(attempt: AttemptToCorrect, marker: Marker) {
  const of = [
    attempt.questions,
    {
      answers: new Map(Object.entries(attempt.answers)),
      hints: new Map(Object.entries(attempt.hints)),
      hand: new Map(Object.entries(attempt.hand)),
    },
  ] as const;
  const points = (marked: { earned: number; possible: number } | null) =>
    marked && { earned: marked.earned, possible: marked.possible };
  const waits = marker.waits(...of);
  if (waits.length > 0) return { waits, raw: null, corrected: null };
  const { earned, possible } = attempt;
  const raw = earned === null || possible === null ? points(marker.raw(...of)) : { earned, possible };
  return { waits, raw, corrected: points(marker.corrected(...of)) };
}

function changeOf(
  attempts: readonly AttemptToCorrect[],
  after: readonly AttemptToCorrect[],
): LearnerChange | null {
  const [first] = attempts;
  const [was, is] = [standingOf(attempts), standingOf(after)];
  // Of what a grader has to mark, nothing is known that could change.
  if (!first || !was || !is || (was.share === is.share && was.passed === is.passed)) return null;
  const graded = attempts.some(({ rules }) => rules.mode === 'graded');
  const overridden = first.override !== null;
  return {
    enrollmentId: first.enrollmentId,
    name: first.name,
    before: was,
    after: is,
    overridden,
    told: graded && first.shown && !overridden && was.share !== is.share,
  };
}

/**
 * Works out what the attempts that asked a question come to with other corrections, and writes nothing. Read in
 * chunks, so that the number of queries hardly grows with the attempts.
 * @param next all corrections of the quiz, as they would hold then
 */
export async function planRegrade(
  db: Db,
  of: CorrectedQuestion,
  next: readonly CorrectionOf[],
): Promise<Regrade> {
  const hash = createHash('sha256').update(JSON.stringify([of, next]));
  const markers = new Map<string, Marker>();
  const later = next.findLast(
    ({ blockId, correction }) => blockId === of.blockId && correction.do === 'mark-as',
  );
  const keyOf = later?.correction.do === 'mark-as' ? later.correction.editionId : null;
  const key = keyOf === null ? null : (await lessonAnswerKeys(db, keyOf, of.lessonId))?.[of.blockId];
  const plan: Omit<Regrade, 'fingerprint'> = { attempts: [], learners: [], unreadable: 0 };

  let after: string | null = null;
  for (;;) {
    const rows: AttemptToCorrect[] = await attemptsToCorrect(db, of, { after, learners: learnersAtOnce });
    const byLearner = grouped(rows, ({ enrollmentId }) => enrollmentId);
    for (const attempts of byLearner.values()) {
      const changed: AttemptToCorrect[] = [];
      for (const attempt of attempts) {
        if (!attempt.touched) {
          changed.push(attempt);
          continue;
        }
        const { editionId } = attempt;
        const marker = markers.get(editionId) ?? (await markerFor(db, { ...of, editionId }, next));
        markers.set(editionId, marker);
        const { waits, raw, corrected } = remarked(attempt, marker);
        const then = {
          ...attempt,
          toMark: waits.length,
          earned: raw?.earned ?? null,
          possible: raw?.possible ?? null,
          correctedEarned: corrected?.earned ?? null,
          correctedPossible: corrected?.possible ?? null,
        };
        const passed = (one: AttemptToCorrect) =>
          one.toMark === 0 && isPassed(one.rules, outcomeOf(one, one.zone));
        const answer = attempt.answers[of.blockId];
        if (key && answer && verdictOn(key, answer) === null && byHandOn(key, answer) === null)
          plan.unreadable += 1;
        plan.attempts.push({
          attemptId: attempt.id,
          enrollmentId: attempt.enrollmentId,
          raw,
          corrected,
          waits,
          waited: attempt.toMark > 0,
          atOnce: releasedAtOnce(attempt.rules),
          nowPassed: !passed(attempt) && passed(then),
        });
        changed.push(then);
      }
      const change = changeOf(attempts, changed);
      if (change) plan.learners.push(change);
      const results = (some: AttemptToCorrect[]) =>
        some.map(({ id, correctedEarned, correctedPossible, toMark }) => [
          id,
          correctedEarned,
          correctedPossible,
          toMark,
        ]);
      hash.update(JSON.stringify([results(attempts), results(changed), change]));
    }
    if (byLearner.size < learnersAtOnce) break;
    after = rows.at(-1)?.enrollmentId ?? null;
  }
  return { ...plan, fingerprint: hash.digest('hex') };
}
