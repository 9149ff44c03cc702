import type { Db } from '@/db/client';
import { placeInQueue, type VersionRow } from '@/db/queries/work';
import { filesOf, type WorkFile } from '@/db/queries/work-files';
import { agreedForWork } from '@/rules/assessment/accommodations';
import { percentOf } from '@/rules/assessment/quiz';
import { localInstant } from '@/rules/authoring/schedule';
import { lessonsOf } from '@/rules/editions/edition';
import { formatDeadline } from '@/rules/time/deadline';
import { countWords } from '@/rules/work/text';
import { mayHandIn, type WorkRefusal, type WorkRules } from '@/rules/work/work';
import { coverNames } from '@/rules/work/work-words';
import { shownOverride } from '../grading/shown-override';
import { type LogStanding, logStanding } from './log';
import { isWorkPassed, outcomesOfWork } from './outcome';
import { draftIn, takenIn, type WorkPlace } from './place';

/** A version that was handed in, as its learner sees it in a list. */
type ShownVersion = {
  number: number;
  handedInAt: string;
  byClock: boolean;
  /** Until when it is promised back, in words with the zone, and its place in the queue, while it waits. */
  waiting: { back: string; place: number } | null;
  /** Graded, and not released yet. */
  held: boolean;
  percent: number | null;
  passed: boolean;
  counts: boolean;
};

/** Written work as its learner finds it: its rules, the draft that is kept, and what was handed in. */
export type WorkStanding = {
  rules: WorkRules;
  due: string | null;
  closes: string | null;
  /** What was agreed with this learner, in words; empty where nothing was. */
  agreed: string;
  versions: ShownVersion[];
  /** The grade that a person set in place of what it came to, once it may be seen. */
  override: { percent: string; reason: string } | null;
  /** Which version is written now, with what is kept of it; null where none can be. */
  writing: {
    number: number;
    text: string;
    words: number;
    revision: number;
    savedAt: string | null;
    files: WorkFile[];
  } | null;
  /** The draft that cannot be handed in any more. */
  left: { number: number; text: string } | null;
  refusal: WorkRefusal | null;
  /** Of a claim log: what is asked of it, and how far it is. */
  log: LogStanding | null;
  /** What the rules name, by its id, as its learner knows it. */
  names: Record<string, string>;
};

/** What is shown of one version that was handed in. */
async function shown(
  db: Db,
  version: VersionRow,
  of: Omit<ShownVersion, 'waiting' | 'number' | 'handedInAt' | 'byClock' | 'held'>,
) {
  const { id, number, handedInAt, handedInBy, backAt, gradedAt, releasedAt, zone } = version;
  return {
    number,
    handedInAt: handedInAt?.toISOString() ?? '',
    byClock: handedInBy === 'clock',
    waiting:
      backAt && gradedAt === null
        ? { back: formatDeadline(backAt, zone), place: await placeInQueue(db, id) }
        : null,
    held: gradedAt !== null && releasedAt === null,
    ...of,
  };
}

/** Where somebody stands in written work; staff without an enrollment have written nothing. */
export async function workStanding(db: Db, place: WorkPlace): Promise<WorkStanding> {
  const { rules, zone, closesAt, now, versions, enrollmentId, outline } = place;
  const draft = draftIn(place);
  const taken = takenIn(place);
  const { counted, outcomes, index } = outcomesOfWork(versions, ({ releasedAt }) => releasedAt !== null);
  const back = taken.map(({ number, releasedAt }) => ({ number, back: releasedAt !== null }));
  const refusal = mayHandIn(rules, back, closesAt !== null && now >= closesAt);
  const dueAt = localInstant(rules.due, zone);
  const files = rules.files && enrollmentId ? await filesOf(db, enrollmentId, outline.id) : [];
  const number = draft?.number ?? taken.length + 1;
  const list: ShownVersion[] = [];
  for (const version of taken) {
    const at = counted.indexOf(version);
    const outcome = outcomes[at];
    list.push(
      await shown(db, version, {
        percent: outcome ? percentOf(outcome) : null,
        passed: outcome !== undefined && isWorkPassed(version, outcome),
        counts: at >= 0 && at === index,
      }),
    );
  }
  return {
    rules,
    due: dueAt && formatDeadline(dueAt, zone),
    closes: closesAt && formatDeadline(closesAt, zone),
    agreed: agreedForWork(outline.work ?? rules, place.agreed),
    versions: list,
    override: enrollmentId ? await shownOverride(db, enrollmentId, outline.id) : null,
    writing:
      enrollmentId && refusal === null && rules.form === 'text'
        ? {
            number,
            text: draft?.text ?? '',
            words: countWords(draft?.text ?? ''),
            revision: draft?.revision ?? 0,
            savedAt: draft?.savedAt.toISOString() ?? null,
            files: files.filter((file) => file.number === number),
          }
        : null,
    left:
      draft && rules.form === 'text' && refusal !== null ? { number: draft.number, text: draft.text } : null,
    refusal,
    log: await logStanding(db, place, refusal === null ? taken.length + 1 : null),
    names: coverNames(rules, lessonsOf(place.edition.manifest)),
  };
}
