// The texts that the studio is measured with: made of the lessons of the bundled course, so that they are
// as long and as rich as what people write.
import { readCourseFolder } from '@/features/authoring/course-folder';
import { modulesIn } from '@/rules/authoring/course-files';

const { texts: bundled } = await readCourseFolder('content/reading-a-blockchain-policy');
const isQuiz = (path: string): boolean => /^quiz:$/m.test(bundled.get(path) ?? '');
const lessonPaths = modulesIn(bundled.keys())
  .flatMap(({ lessons }) => lessons)
  .filter((path) => !isQuiz(path));
const lessons = lessonPaths.map((path) => bundled.get(path) ?? '');

const withoutHead = (text: string): string => text.replace(/^---\n[\s\S]*?\n---\n/, '');
const courseHead = (slug: string): string =>
  (bundled.get('course.yaml') ?? '').replace(/^slug: .*$/m, `slug: ${slug}`);

/** The path of a lesson of the bundled course that has a bit of everything. */
export const lessonPath = lessonPaths[5] ?? '';

/** The bundled course under another address. */
export function bundledCourse(slug: string): Map<string, string> {
  return new Map([...bundled, ['course.yaml', courseHead(slug)]]);
}

/** A course of so many lessons in modules of ten. Each revision has another block at the end of the first. */
export function courseOfLessons(slug: string, count: number, revision: number): Map<string, string> {
  const shared = [...bundled].filter(([path]) => !/^(modules|bank)\//.test(path));
  const files = new Map([...shared, ['course.yaml', courseHead(slug)]]);
  for (let index = 0; index < count; index += 1) {
    const module = Math.floor(index / 10) + 1;
    const folder = `modules/${module}-part`;
    files.set(`${folder}/module.yaml`, `id: part-${module}\ntitle: Part ${module}\nsummary: Ten lessons.\n`);
    const text = (lessons[index % lessons.length] ?? '').replace(/^id: .*$/m, `id: lesson-${index + 1}`);
    const last = index === 0 ? `\n## Revision ${revision} {#revision-${revision}}\n\nOne thing more.\n` : '';
    files.set(`${folder}/${(index % 10) + 1}-lesson.md`, text + last);
  }
  return files;
}

/** One lesson of at least so many lines: the lessons of the course one after another, under ids of their own. */
export function lessonOfLines(lines: number): string {
  const parts = [bundled.get(lessonPath) ?? ''];
  let length = (parts[0] ?? '').split('\n').length;
  for (let index = 0; length < lines; index += 1) {
    const body = withoutHead(lessons[index % lessons.length] ?? '');
    const part = body.replace(/\{#([a-z0-9-]+)/g, (_all, id: string) => `{#${id.slice(0, 50)}-r${index}`);
    // Objectives are those of the first lesson: a question names the first of them.
    parts.push(part.replace(/objective="\d+"/g, 'objective="1"'));
    length += part.split('\n').length;
  }
  return parts.join('\n');
}

/** The text with a few words typed into its first paragraph, others each time. */
export function typedInto(text: string, turn: number): string {
  const end = text.indexOf('\n\n', text.indexOf('\n---\n') + 8);
  return `${text.slice(0, end)} Word ${turn}.${text.slice(end)}`;
}
