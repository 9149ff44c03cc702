import type { FileProblem } from '../authoring/course-files';
import { type ContentCourse, type ContentLesson, type ContentRule, taught } from './course';

const shownIn = ({ blocks }: ContentLesson) =>
  blocks
    .filter(({ kind }) => kind === 'passage')
    .map((block) => ({ ...block, ref: block.attributes.ref ?? '' }));

/** The directives that a lesson names are those whose passages stand in it. */
export const showsItsDirectives: ContentRule = (course) =>
  taught(course).flatMap((lesson) => {
    const { file, content } = lesson;
    const shown = shownIn(lesson);
    const line = lesson.lineOf('directives');
    return [
      ...content.directives
        .filter((id) => !shown.some(({ ref }) => ref === id))
        .map((id) => ({
          file,
          line,
          message: `directives: ${id} is named, and no ::passage in the lesson shows it`,
        })),
      ...shown
        .filter(({ ref }) => !content.directives.includes(ref))
        .map((block) => ({
          file,
          line: block.line,
          message: `${block.ref} is shown, and not among the directives`,
        })),
    ];
  });

/** The passages that no lesson explains. A whole course has none. */
export function unexplained(course: Pick<ContentCourse, 'lessons' | 'passages'>): FileProblem[] {
  const shown = new Set(taught(course).flatMap((lesson) => shownIn(lesson).map(({ ref }) => ref)));
  return course.passages
    .filter(({ id }) => !shown.has(id))
    .map(({ file, line, id, title }) => ({ file, line, message: `no lesson explains ${id}, “${title}”` }));
}
