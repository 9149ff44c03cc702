import * as z from 'zod';
import { draftFile } from '@/db/queries/drafts';
import { publishedIds } from '@/db/queries/outline';
import { canEditCourse } from '@/rules/access';
import { lessonPath } from '@/rules/authoring/course-files';
import { NotFound, operation } from '@/server/operation';
import { splitFrontMatter } from '../compile/lesson';
import { courseContext } from '../editor/course-context';
import { inStudio, studioInput } from '../studio';
import { zoneIn } from './check-draft';
import { estimatedMinutes } from './check-lesson';
import { type DetailContext, detailContext, type Named } from './detail-context';
import { fieldsOf } from './front-matter';
import { readHead } from './head';
import { type ShownLesson, shownLesson } from './shown-fields';

export type LessonDetails = DetailContext & {
  fileId: string;
  version: number;
  title: string;
  /** Null when the fields cannot be read, and so cannot be set by a form. */
  fields: ShownLesson | null;
  /** In a published edition: learners' progress is recorded against it. */
  idLocked: boolean;
  estimated: number;
  zone: string;
  passages: Named[];
};

/** What is said of a lesson beside its text, and what that may refer to. */
export const getLessonDetails = operation({
  name: 'get-lesson-details',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...studioInput, file: z.uuid() }),
  subject: inStudio,
  allow: canEditCourse,
  async run({ db, input, subject: course }): Promise<LessonDetails> {
    const file = await draftFile(db, course.id, input.file);
    if (!file || !lessonPath.test(file.path)) throw new NotFound('no such lesson');
    const [context, shared, published] = await Promise.all([
      detailContext(db, course.id, file.path),
      courseContext(db, course.id),
      publishedIds(db, course.id),
    ]);
    const fields = fieldsOf(splitFrontMatter(file.text)?.head ?? '');
    const head = readHead(file.path, file.text);
    return {
      ...context,
      fileId: file.id,
      version: file.version,
      title: head.title ?? file.path,
      fields: fields && shownLesson(fields),
      idLocked: head.id !== null && published.lessons.has(head.id),
      estimated: fields ? estimatedMinutes(file.path, file.text, shared.library) : 0,
      zone: zoneIn(shared.texts.get('course.yaml') ?? '') ?? course.zone,
      passages: [...shared.library.passages.values()].map(({ id, title }) => ({ id, title })),
    };
  },
});
