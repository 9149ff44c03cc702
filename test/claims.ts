import { randomUUID } from 'node:crypto';
import type { Database } from '@/db/client';
import { replaceDraftFiles } from '@/db/queries/drafts';
import { getClaimLog } from '@/features/learning/claims/get-claim-log';
import { saveClaimEntry } from '@/features/learning/claims/save-claim-entry';
import { getLesson } from '@/features/learning/get-lesson';
import { handInLog } from '@/features/learning/work/hand-in-log';
import type { ClaimWords } from '@/rules/claims/entry';
import { perform } from '@/server/operation';
import { makeStudio, writtenCourse } from './editions';
import { workFile } from './work';

/** The file of a lesson `essay` in which the claim log is handed in, by these rules (lines of YAML). */
export const logFile = (rules: string[] = [], covers = '[before, D1]') =>
  workFile(rules).replace(
    'words: { least: 3, most: 20 }',
    `form: claim-log\n  entries: { least: 2, most: 3 }\n  covers: ${covers}`,
  );

/** Words of an entry in which nothing is missing. */
export const wholeClaim: ClaimWords = {
  claim: 'The ledger is tamper-proof.',
  speaker: 'A brochure',
  mode: 'paraphrase',
  evidence: 'None is given.',
  level: 'E0',
  change: 'A test by others.',
  passage: '',
};

/** A published course with a lesson `before`, which shows the passage D1, and its claim log handed in at `essay`. */
export async function makeLogCourse(db: Database, rules: string[] = []) {
  const studio = await makeStudio(db, {});
  const course = studio.slug;
  const texts = writtenCourse(course, { before: ['a'], after: ['b'] });
  const before = 'modules/1-first/1-before.md';
  texts.set(before, `${texts.get(before)}\n::passage{#p ref="D1"}\n`);
  texts.set('modules/1-first/9-essay.md', logFile(rules));
  await replaceDraftFiles(db, studio.courseId, texts, studio.owner.userId, randomUUID());
  await studio.publish();
  return {
    ...studio,
    writer: async () => {
      const { actor, enrollmentId } = await studio.learner();
      const as = { db, actor };
      const page = randomUUID();
      const save = (words: Partial<ClaimWords> = {}, more: Record<string, unknown> = {}) =>
        perform(
          saveClaimEntry,
          {
            ...{ course, entry: randomUUID(), lesson: 'before', base: 0, writer: page },
            ...wholeClaim,
            ...words,
            ...more,
          } as never,
          as,
        );
      const standing = async () => (await perform(getLesson, { course, lesson: 'essay' }, as)).work;
      return {
        actor,
        enrollmentId,
        page,
        save,
        log: () => perform(getClaimLog, { course }, as),
        standing,
        /** Hands in the entries that are there, or these. */
        handIn: async (chosen?: string[], changes: Record<string, unknown> = {}) => {
          const log = (await standing())?.log;
          const entries = chosen ?? log?.entries.map(({ id }) => id) ?? [];
          const at = { course, lesson: 'essay', number: log?.number ?? 1, seen: log?.seen ?? '' };
          return perform(handInLog, { ...at, entries, ...changes }, as);
        },
      };
    },
  };
}
