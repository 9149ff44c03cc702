import * as z from 'zod';
import { figures } from '@/kinds/blocks/figure/figures';
import { labs } from '@/kinds/labs/registry';
import { canEditCourse, canSeeStudio } from '@/rules/access';
import { type OutputOf, operation } from '@/server/operation';
import { splitFrontMatter } from '../compile/front-matter';
import { courseTitle } from '../course-title';
import { courseContext } from './course-context';
import { fileInput, fileInStudio } from './file-in-studio';
import { isLesson, isSet } from './file-problems';

/** The title of a set of the question bank. */
const setTitle = ({ path, text }: { path: string; text: string }): string | null =>
  isSet(path) ? courseTitle(splitFrontMatter(text)?.head ?? '') : null;

/** One file of a draft, with the names in the course that a text can refer to. */
export const getDraftFile = operation({
  name: 'get-draft-file',
  kind: 'read',
  by: 'person',
  input: z.strictObject(fileInput),
  subject: fileInStudio,
  allow: canSeeStudio,
  async run({ db, actor, subject: course }) {
    const { file } = course;
    const { library, lessons, assets } = await courseContext(db, course.id);
    const own = lessons.find(({ fileId }) => fileId === file.id) ?? null;
    return {
      course: course.slug,
      mayEdit: canEditCourse(actor, course),
      /** Whose copies of unsaved text may be offered on this device. */
      viewerId: actor.userId,
      file: {
        id: file.id,
        path: file.path,
        text: file.text,
        version: file.version,
        savedAt: file.updatedAt.toISOString(),
        savedBy: file.updatedBy,
        isLesson: isLesson(file.path),
        isSet: isSet(file.path),
        lessonId: own?.id || null,
        title: own?.title ?? setTitle(file) ?? file.path,
      },
      names: {
        lessons: lessons.flatMap(({ fileId, id, title }) =>
          id === '' || fileId === file.id ? [] : [{ id, title }],
        ),
        sources: [...library.sources.values()].map(({ id, title, publisher }) => ({
          id,
          title: `${title} (${publisher})`,
        })),
        terms: [...library.glossary.values()].map(({ id, term, definition }) => ({ id, term, definition })),
        passages: [...library.passages.values()].map(({ id, title }) => ({ id, title })),
        figures: Object.entries(figures).map(([id, { title }]) => ({ id, title })),
        labs: [...labs.values()].map(({ name, title }) => ({ id: name, title })),
        assets: [...assets].map(([path, { type }]) => ({ path, type })),
      },
    };
  },
});

export type EditorFile = OutputOf<typeof getDraftFile>;
/** What a text of the course can refer to, by its id. */
export type CourseNames = EditorFile['names'];
