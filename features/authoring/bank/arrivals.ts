import { renderText } from '@/kinds/exchange/render';
import { setPathOf } from '@/rules/assessment/bank';
import { stopsPublishing } from '@/rules/authoring/course-files';
import { freeId, idFrom } from '@/rules/authoring/outline-names';
import { readGift } from '@/rules/exchange/gift-read';
import { readMoodle } from '@/rules/exchange/moodle-read';
import { isQti, readQti } from '@/rules/exchange/qti-package';
import type { Carried } from '@/rules/exchange/question';
import { stillToWrite, writeQuestion } from '@/rules/exchange/write-question';
import { NoXml, readXml } from '@/rules/exchange/xml-read';
import { InvalidInput } from '@/server/operation';
import { compileSet } from '../compile/bank-set';
import type { CourseLibrary } from '../compile/library';
import { setText } from './set-text';

/** What comes in of one question, or why nothing does. */
export type Arrival =
  | {
      title: string;
      kind: string;
      markdown: string;
      /** What was lost on the way. */
      notes: string[];
      /** How much has to be written before it can be published, and what else has to be put right. */
      toWrite: number;
      problems: string[];
    }
  | { title: string; kind: null; why: string };

/** Questions that are taken in at once, at the most. */
const mostQuestions = 500;

/** What is wrong with a question besides what has still to be written. */
function problemsIn(markdown: string, library: CourseLibrary): string[] {
  const problems: string[] = [];
  compileSet(setPathOf('set'), setText('A set', [markdown]), library, (problem) => {
    const written = !problem.message.startsWith('still to be written');
    if (written && stopsPublishing(problem) && !problems.includes(problem.message))
      problems.push(problem.message);
  });
  return problems;
}

/** Questions in whichever format they are written: only XML begins with an angle bracket. */
function readAny(text: string): Carried[] {
  if (!text.trimStart().startsWith('<')) return readGift(text, renderText);
  try {
    const root = readXml(text);
    return isQti(root) ? readQti(root) : readMoodle(root, renderText);
  } catch (error) {
    if (!(error instanceof NoXml)) throw error;
    throw new InvalidInput({ text: `This is no file of questions that can be read. ${error.message}` });
  }
}

/**
 * The questions in a text of another system, as they would stand in a set.
 * @param taken the ids that the set has already
 */
export function arrivalsIn(text: string, taken: ReadonlySet<string>, library: CourseLibrary): Arrival[] {
  const read = readAny(text);
  if (read.length === 0) throw new InvalidInput({ text: 'There is no question in this text.' });
  if (read.length > mostQuestions)
    throw new InvalidInput({
      text: `These are more than ${mostQuestions} questions. Take them in in parts.`,
    });
  const ids = new Set(taken);
  return read.map((carried): Arrival => {
    const title = carried.title.replace(/\s+/g, ' ').slice(0, 120);
    if (!carried.question) return { title, kind: null, why: carried.why };
    const id = freeId(idFrom(carried.question.id || title, 'q'), ids);
    ids.add(id);
    const markdown = writeQuestion({ ...carried.question, id });
    return {
      title,
      kind: carried.question.asked.kind,
      markdown,
      notes: carried.notes,
      toWrite: stillToWrite(markdown),
      problems: problemsIn(markdown, library),
    };
  });
}
