import * as z from 'zod';
import { type LessonView, lessonView, viewOf } from '@/kinds/lesson-view';
import { canSeeStudio } from '@/rules/access';
import type { FileProblem } from '@/rules/authoring/course-files';
import type { CompiledLesson } from '@/rules/editions/edition';
import { operation } from '@/server/operation';
import { compileSet } from '../compile/bank-set';
import { compileLesson } from '../compile/lesson';
import { draftText } from '../studio';
import { type CourseContext, courseContext } from './course-context';
import { fileInput, fileInStudio } from './file-in-studio';
import { byLine, idProblems, isLesson, isSet, linkProblems, yamlProblems } from './file-problems';
import { parserOf } from './parser-of';

/** The head of a lesson page. Blocks are left out: their options and html are in the view. */
function headOf({ title, summary, minutes, objectives, directives, verified, blocks }: CompiledLesson) {
  const steps = blocks.length;
  return { sort: 'lesson', title, summary, minutes, objectives, directives, verified, steps } as const;
}

/** The head of a set of the question bank, which no learner reads. */
type SetHead = { sort: 'set'; title: string; objectives: string[]; steps: number };

export type Preview = {
  /** Null for what has no page, and while a mistake keeps the page from being made. */
  head: ReturnType<typeof headOf> | SetHead | null;
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
    if (isSet(file.path)) return previewSet(context, file, text);
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

/** What a set becomes: its questions, one after the other, as quizzes ask them. */
function previewSet(
  { library, lessons }: Pick<CourseContext, 'library' | 'lessons'>,
  file: { id: string; path: string },
  text: string,
): Preview {
  const problems: FileProblem[] = [];
  const set = compileSet(file.path, text, { ...library, parse: parserOf(file.id) }, (problem) => {
    problems.push(problem);
  });
  const ids = new Set(lessons.map(({ id }) => id));
  const links = set?.links.filter(({ lesson }) => lesson !== null) ?? [];
  problems.push(...linkProblems(file.path, links, { id: '', blocks: [] }, ids));
  problems.sort(byLine);
  if (!set) return { head: null, view: null, problems };
  const { title, objectives, questions, panes } = set;
  const { segments, popovers, sources } = viewOf(
    questions.map(({ block }) => block),
    panes,
  );
  return {
    head: { sort: 'set', title, objectives, steps: questions.length },
    view: { segments, popovers, sources },
    problems,
  };
}
