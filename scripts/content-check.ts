import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compileCourse } from '@/features/authoring/compile/course';
import { formatProblem } from '@/features/authoring/compile/problem';
import { contentCourse } from '@/features/authoring/content-course';
import { readCourseFolder } from '@/features/authoring/course-folder';
import { contentProblems } from '@/rules/content/check';
import { taught } from '@/rules/content/course';
import { lessonWords, readingGrade, runningSentences } from '@/rules/content/measures';
import { minutesOf } from '@/rules/editions/edition';

const args = process.argv.slice(2);
const root = args.find((arg) => !arg.startsWith('--')) ?? 'content';
const today = new Date().toISOString().slice(0, 10);
const specs = await readdir(join(import.meta.dirname, '../test/worked-numbers'));
const computed = new Set(specs.map((name) => name.replace('.spec.ts', '')));
let mistakes = 0;
for (const name of (await readdir(root)).sort()) {
  const files = await readCourseFolder(join(root, name));
  const { course, problems } = await compileCourse(files);
  const content = course && (await contentCourse(files, course));
  // What comes with the site leaves no advice open.
  const found = [...problems, ...(content ? contentProblems(content, { today, computed }) : [])];
  for (const problem of found) console.error(`${join(root, name)}/${formatProblem(problem)}`);
  mistakes += found.length;
  if (!course || !content) continue;
  const lessons = course.lessons.map((lesson) => lesson.content);
  console.log(
    `${name}: ${lessons.length} lessons, ${minutesOf(lessons)} minutes, ${found.length || 'no'} mistakes (${course.contentHash.slice(0, 12)})`,
  );
  if (args.includes('--figures'))
    console.table(
      taught(content).map((lesson) => ({
        lesson: lesson.content.id,
        words: lessonWords(lesson.source),
        grade: Number(readingGrade(runningSentences(lesson)).toFixed(1)),
        questions: lesson.content.blocks.filter(({ question }) => question).length,
        terms: lesson.content.terms.length,
        sources: lesson.content.sources.length,
      })),
    );
}
if (mistakes > 0) {
  console.error(`${mistakes} mistakes; nothing was changed`);
  process.exitCode = 1;
}
