import * as z from 'zod';
import { draftFile } from '@/db/queries/drafts';
import { publishedIds } from '@/db/queries/outline';
import { canEditCourse } from '@/rules/access';
import { lessonPath } from '@/rules/authoring/course-files';
import { NotFound, operation } from '@/server/operation';
import { compileBank } from '../compile/bank-cache';
import { splitFrontMatter } from '../compile/front-matter';
import { libraryHash } from '../compile/lesson-cache';
import { type CourseContext, courseContext } from '../editor/course-context';
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
  /** The sets of the question bank, by name, for a quiz to draw from. */
  sets: (Named & { tags: string[]; questions: number })[];
};

/** The sets of the bank that can be read, with the tags in them. */
async function setsOf({ library, texts, assets }: CourseContext): Promise<LessonDetails['sets']> {
  const hash = libraryHash({ texts: new Map([...texts, ...library.bank]), assets });
  return [...(await compileBank(library, hash)).values()].flatMap(({ set }) =>
    set
      ? [
          {
            id: set.name,
            title: set.title,
            questions: set.questions.length,
            tags: [...new Set(set.questions.flatMap(({ tags }) => tags))].sort(),
          },
        ]
      : [],
  );
}

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
      sets: await setsOf(shared),
      passages: [...shared.library.passages.values()].map(({ id, title }) => ({ id, title })),
    };
  },
});
