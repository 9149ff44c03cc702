import * as z from 'zod';
import { type LessonView, lessonView } from '@/kinds/lesson-view';
import { canSeeStudio } from '@/rules/access';
import type { FileProblem } from '@/rules/authoring/course-files';
import type { CompiledLesson } from '@/rules/editions/edition';
import { operation } from '@/server/operation';
import { compileLesson } from '../compile/lesson';
import { draftText } from '../studio';
import { courseContext } from './course-context';
import { fileInput, fileInStudio } from './file-in-studio';
import { byLine, idProblems, isLesson, linkProblems, yamlProblems } from './file-problems';
import { parserOf } from './parser-of';

/** The head of a lesson page. Blocks are left out: their options and html are in the view. */
function headOf({ title, summary, minutes, objectives, directives, verified, blocks }: CompiledLesson) {
  return { title, summary, minutes, objectives, directives, verified, steps: blocks.length };
}

export type Preview = {
  /** Null for what has no page, and while a mistake keeps the page from being made. */
  head: ReturnType<typeof headOf> | null;
  /** What the page of a lesson shows of it; the pane beside it tells of other lessons, too. */
  view: Pick<LessonView, 'segments' | 'popovers' | 'sources'> | null;
  problems: FileProblem[];
};

/**
 * What a text that is not saved yet becomes: the lesson exactly as learners would get it, without answer
 * keys, and its mistakes. Other files have no page of their own, only mistakes. Writes nothing.
 */
export const previewFile = operation({
  name: 'preview-file',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...fileInput, text: draftText }),
  subject: fileInStudio,
  allow: canSeeStudio,
  async run({ db, input: { text }, subject: { id: courseId, file } }): Promise<Preview> {
    const context = await courseContext(db, courseId);
    if (!isLesson(file.path))
      return { head: null, view: null, problems: await yamlProblems(context, file.path, text) };
    const problems: FileProblem[] = [];
    const library = { ...context.library, parse: parserOf(file.id) };
    const compiled = compileLesson(file.path, text, library, (problem) => {
      problems.push(problem);
    });
    if (!compiled) return { head: null, view: null, problems: problems.sort(byLine) };
    const { lesson, links, idLine } = compiled;
    const ids = new Set(context.lessons.filter(({ fileId }) => fileId !== file.id).map(({ id }) => id));
    problems.push(...linkProblems(file.path, links, lesson, ids));
    problems.push(...idProblems(file, lesson.id, idLine, context.lessons));
    const { segments, popovers, sources } = lessonView(lesson);
    const view = { segments, popovers, sources };
    return { head: headOf(lesson), view, problems: problems.sort(byLine) };
  },
});
