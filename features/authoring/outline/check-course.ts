import { stringify } from 'yaml';
import type { Asset, FileProblem } from '@/rules/authoring/course-files';
import { compileCourse } from '../compile/course';
import type { CheckedLesson } from './check-lesson';

type Seen = NonNullable<CheckedLesson['seen']>;

/**
 * All that the rest of a course sees of a lesson: its id, what it waits for or builds on, where its links lead, and the
 * blocks that links of others lead to.
 */
function bones({ id, release, preparation, links, blocks }: Seen, linked: ReadonlySet<string>): string {
  const needed = { title: 'x', summary: 'x', objectives: ['x'], verified: '2000-01-01' };
  const head = { id, ...needed, ...release, preparation };
  const targets = links.map(({ lesson, block }) => `[x](${lesson ?? ''}${block ? `#${block}` : ''})`);
  const sections = [...blocks].filter((block) => linked.has(block)).map((block) => `## x {#${block}}`);
  return `---\n${stringify(head)}---\n\n## x {#x-x-x}\n\nx ${targets.join(' ')}\n\n${sections.join('\n\n')}\n`;
}

/**
 * What is wrong between the files of a course: ids used twice, links to what is not there, releases that
 * wait for it. Compiling a lesson costs some 30 ms and its text cannot matter here, so the compiler is given
 * the bones of those that compiled by themselves; a course of 300 lessons then takes a moment, not seconds.
 */
export async function checkCourse(
  texts: ReadonlyMap<string, string>,
  assets: ReadonlyMap<string, Asset>,
  lessons: ReadonlyMap<string, CheckedLesson>,
): Promise<FileProblem[]> {
  const links = [...lessons.values()].flatMap(({ seen }) => seen?.links ?? []);
  const linked = new Set(links.flatMap(({ block }) => block ?? []));
  const files = [...texts].flatMap(([path, text]): [string, string][] => {
    const seen = lessons.get(path)?.seen;
    if (seen) return [[path, bones(seen, linked)]];
    return path === 'course.yaml' || path.startsWith('modules/') ? [[path, text]] : [];
  });
  return (await compileCourse({ texts: new Map(files), assets })).problems;
}
