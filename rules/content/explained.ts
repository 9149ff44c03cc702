import type { FileProblem } from '../authoring/course-files';
import { type ContentCourse, type ContentLesson, type ContentRule, taught } from './course';

const shownIn = ({ blocks }: ContentLesson) =>
  blocks
    .filter(({ kind }) => kind === 'passage')
    .map((block) => ({ ...block, ref: block.attributes.ref ?? '' }));

/** A lesson that names directives shows the passage of one at least, and names all that it shows; others it takes up again. */
export const showsItsDirectives: ContentRule = (course) =>
  taught(course).flatMap((lesson) => {
    const { file, content } = lesson;
    const shown = shownIn(lesson);
    const lone = content.directives.length > 0 && !shown.some(({ ref }) => content.directives.includes(ref));
    const message = `directives: of ${content.directives.join(', ')} no ::passage in the lesson shows one`;
    return [
      ...(lone ? [{ file, line: lesson.lineOf('directives'), message }] : []),
      ...shown
        .filter(({ ref }) => !content.directives.includes(ref))
        .map(({ line, ref }) => ({ file, line, message: `${ref} is shown, and not among the directives` })),
    ];
  });

/** The passages that no lesson explains. A whole course has none. */
export function unexplained(course: Pick<ContentCourse, 'lessons' | 'passages'>): FileProblem[] {
  const shown = new Set(taught(course).flatMap((lesson) => shownIn(lesson).map(({ ref }) => ref)));
  return course.passages
    .filter(({ id }) => !shown.has(id))
    .map(({ file, line, id, title }) => ({ file, line, message: `no lesson explains ${id}, “${title}”` }));
}
