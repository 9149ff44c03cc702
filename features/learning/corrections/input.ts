import * as z from 'zod';
import type { Db } from '@/db/client';
import type { CorrectedQuestion } from '@/db/queries/corrections';
import type { StudioCourse } from '@/db/queries/drafts';
import { givenAnswers } from '@/db/queries/question-figures';
import type { Correction, CorrectionOf } from '@/rules/assessment/corrections';
import { questionInput, versionIn } from '../oversight/get-question';
import { quizOf } from '../oversight/quiz';
import { laterKeys, type Version, versionsOf } from '../oversight/versions';

/** What is asked to be put right: of which question as an edition has it, and how. */
export const correctionInput = {
  ...questionInput,
  edition: z.string().regex(/^[1-9]\d{0,5}$/),
  do: z.enum(['leave-out', 'full-marks', 'also-right', 'mark-as']),
  /** Names of given answers, with commas between them. */
  answers: z
    .string()
    .max(3_300)
    .regex(/^([0-9a-f]{32}(,[0-9a-f]{32})*)?$/),
  /** The first edition that has the later key; empty for none. */
  key: z.string().regex(/^([1-9]\d{0,5})?$/),
};
type Asked = z.output<z.ZodObject<typeof correctionInput>>;

export type Wanted = {
  of: CorrectedQuestion;
  version: Version;
  versions: Version[];
  correction: Correction;
};

/** Why what was chosen is no correction, by the field that would have to be chosen otherwise. */
export type NotWanted = { field: 'answers' | 'key'; problem: string };

async function correctionFrom(
  db: Db,
  asked: Asked,
  version: Version,
  versions: readonly Version[],
): Promise<Correction | NotWanted> {
  if (asked.do === 'leave-out' || asked.do === 'full-marks') return { do: asked.do };
  if (asked.do === 'mark-as') {
    const later = laterKeys(versions, version).find(({ from }) => String(from) === asked.key);
    const [editionId] = later?.editionIds ?? [];
    return editionId
      ? { do: 'mark-as', editionId }
      : { field: 'key', problem: 'Choose a later edition that asks the question in the same words.' };
  }
  const ids = asked.answers === '' ? [] : asked.answers.split(',');
  const of = { lessonId: asked.lesson, editionIds: version.editionIds, blockId: asked.block };
  const given = ids.length === 0 ? [] : await givenAnswers(db, of, { limit: 100, offset: 0, ids });
  return given.length > 0 && given.length === new Set(ids).size
    ? { do: 'also-right', answers: given.map(({ answer }) => answer) }
    : { field: 'answers', problem: 'Tick the answers that are right as well, at least one.' };
}

/** What is asked to be put right, as a correction. Throws NotFound where there is no such question. */
export async function wantedFrom(
  db: Db,
  course: StudioCourse,
  asked: Asked,
): Promise<(Wanted & { problem: null }) | (NotWanted & { version: Version })> {
  const { editions } = await quizOf(db, course, asked.lesson);
  const versions = await versionsOf(db, asked.lesson, editions);
  const version = versionIn(versions, asked.block, Number(asked.edition));
  const correction = await correctionFrom(db, asked, version, versions);
  if ('problem' in correction) return { ...correction, version };
  return {
    problem: null,
    version,
    versions,
    correction,
    of: {
      courseId: course.id,
      lessonId: asked.lesson,
      blockId: asked.block,
      fromEdition: version.from,
      throughEdition: version.through,
    },
  };
}

/** The corrections of a quiz with one more. */
export const withOneMore = (holding: readonly CorrectionOf[], { of, correction }: Wanted): CorrectionOf[] => [
  ...holding,
  { blockId: of.blockId, fromEdition: of.fromEdition, throughEdition: of.throughEdition, correction },
];
