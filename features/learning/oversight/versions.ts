import type { Db } from '@/db/client';
import { compiledLesson, lessonAnswerKeys } from '@/db/queries/editions';
import type { AnswerKey, StudentQuestion } from '@/rules/editions/edition';
import { questionsOf } from '../quizzes/questions';

/** A question as some editions in a row have it, word for word and with the same key. */
export type Version = {
  blockId: string;
  from: number;
  through: number;
  editionIds: string[];
  question: StudentQuestion;
  key: AnswerKey;
};

const wordingOf = ({ objective: _objective, hints: _costs, ...question }: StudentQuestion): string =>
  JSON.stringify(question);
/** What marks; hints do not. */
const markingOf = ({ hints: _hints, ...key }: AnswerKey): string => JSON.stringify(key);
const sameWording = (one: StudentQuestion, other: StudentQuestion): boolean =>
  wordingOf(one) === wordingOf(other);

/**
 * The questions of a quiz with their versions, the oldest first: what was answered to one version means the same
 * wherever it was asked.
 * @param editions those that have the quiz, the oldest first
 */
export async function versionsOf(
  db: Db,
  lessonId: string,
  editions: readonly { id: string; number: number }[],
): Promise<Version[]> {
  const versions: Version[] = [];
  const open = new Map<string, Version>();
  for (const { id, number } of editions) {
    const lesson = await compiledLesson(db, id, lessonId);
    const keys = (await lessonAnswerKeys(db, id, lessonId)) ?? {};
    const asked = new Set(lesson ? questionsOf(lesson) : []);
    for (const blockId of open.keys()) if (!asked.has(blockId)) open.delete(blockId);
    for (const { id: blockId, question } of lesson?.blocks ?? []) {
      const key = keys[blockId];
      if (!question || !key) continue;
      const last = open.get(blockId);
      if (last && sameWording(last.question, question) && markingOf(last.key) === markingOf(key)) {
        last.through = number;
        last.editionIds.push(id);
        // Hints may be others: the newest are told.
        Object.assign(last, { question, key });
        continue;
      }
      const version = { blockId, from: number, through: number, editionIds: [id], question, key };
      versions.push(version);
      open.set(blockId, version);
    }
  }
  return versions;
}

/** The later versions with whose key this one can be marked: those that are asked in the same words. */
export const laterKeys = (versions: readonly Version[], version: Version): Version[] =>
  versions.filter(
    (other) =>
      other.blockId === version.blockId &&
      other.from > version.through &&
      sameWording(other.question, version.question),
  );
