import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compileCourse } from '@/features/authoring/compile/course';
import { formatProblem } from '@/features/authoring/compile/problem';
import { readCourseFolder } from '@/features/authoring/course-folder';
import { stopsPublishing } from '@/rules/authoring/course-files';
import { minutesOf } from '@/rules/editions/edition';

const root = process.argv[2] ?? 'content';
let mistakes = 0;
for (const name of (await readdir(root)).sort()) {
  const { course, problems } = await compileCourse(await readCourseFolder(join(root, name)));
  const mistaken = problems.filter(stopsPublishing);
  for (const problem of mistaken) console.error(`${join(root, name)}/${formatProblem(problem)}`);
  mistakes += mistaken.length;
  if (course) {
    const lessons = course.lessons.map((lesson) => lesson.content);
    console.log(
      `${name}: ${lessons.length} lessons, ${minutesOf(lessons)} minutes, no mistakes (${course.contentHash.slice(0, 12)})`,
    );
  }
}
if (mistakes > 0) {
  console.error(`${mistakes} mistakes; nothing was changed`);
  process.exitCode = 1;
}
