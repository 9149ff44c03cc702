import * as z from 'zod';
import { deletedSets } from '@/db/queries/bank';
import { canEditCourse, canSeeStudio } from '@/rules/access';
import { isBankPath, setNameOf } from '@/rules/assessment/bank';
import { stopsPublishing } from '@/rules/authoring/course-files';
import { type OutputOf, operation } from '@/server/operation';
import { bankProblems, compileBank } from '../compile/bank-cache';
import { libraryHash } from '../compile/lesson-cache';
import { courseContext } from '../editor/course-context';
import { readHead } from '../outline/head';
import { inStudio, studioInput } from '../studio';
import { drawsIn } from './draws-in';

const days = 30;

/** How often each of some words stands there, the most frequent first. */
function tally(words: string[]): { word: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}

/** The question bank of a draft: its sets, what stands in them, and which quizzes draw from them. */
export const listBank = operation({
  name: 'list-bank',
  kind: 'read',
  by: 'person',
  input: z.strictObject(studioInput),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, actor, subject: course, now }) {
    const { library, assets, texts, files, lessons } = await courseContext(db, course.id);
    const hash = libraryHash({ texts: new Map([...texts, ...library.bank]), assets });
    const [sets, draws, deleted] = await Promise.all([
      compileBank(library, hash),
      drawsIn(db, course.id),
      deletedSets(db, course.id, new Date(now.getTime() - days * 86_400_000)),
    ]);
    const problems = bankProblems(
      sets,
      new Set(draws.map(({ set }) => set)),
      new Set(lessons.map(({ id }) => id)),
    );
    return {
      mayEdit: canEditCourse(actor, course),
      sets: files
        .filter(({ path }) => isBankPath(path))
        .map(({ id, path }) => {
          const set = sets.get(path)?.set ?? null;
          const name = setNameOf(path);
          const own = problems.filter(({ file }) => file === path);
          const stops = own.filter(stopsPublishing).length;
          return {
            fileId: id,
            path,
            name,
            title: set?.title ?? readHead(path, library.bank.get(path) ?? '').title ?? path,
            /** Null while the head of the file has a mistake. */
            questions: set?.questions.length ?? null,
            tags: tally(set?.questions.flatMap(({ tags }) => tags) ?? []),
            difficulties: tally(
              set?.questions.flatMap(({ difficulty }) => (difficulty ? [String(difficulty)] : [])) ?? [],
            ),
            passages: tally(set?.questions.flatMap(({ passage }) => passage ?? []) ?? []),
            problems: stops,
            advice: own.length - stops,
            drawnBy: draws.filter(({ set }) => set === name).map(({ set: _, ...line }) => line),
          };
        }),
      deleted: deleted.map(({ deletion, deletedAt, path, head }) => ({
        deletion,
        deletedAt,
        title: readHead(path, head).title ?? path,
      })),
    };
  },
});

export type BankScreen = OutputOf<typeof listBank>;
export type ListedSet = BankScreen['sets'][number];
