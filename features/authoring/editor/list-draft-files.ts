import * as z from 'zod';
import { draftTexts } from '@/db/queries/draft-texts';
import { canEditCourse, canSeeStudio } from '@/rules/access';
import { type FileProblem, modulePath, stopsPublishing } from '@/rules/authoring/course-files';
import { type OutputOf, operation } from '@/server/operation';
import { checkPrompts } from '../compile/checks';
import { moduleSchema } from '../compile/schemas';
import { parseYaml } from '../compile/yaml';
import { inStudio, studioInput } from '../studio';
import { courseContext } from './course-context';
import { isLesson, isSet } from './file-problems';

/** What a file is for, by where it stands. */
const fileRooms = [
  'course',
  'glossary',
  'sources',
  'passages',
  'documents',
  'timeline',
  'scorecard',
  'modules',
  'guide',
  'other',
] as const;
export type FileRoom = (typeof fileRooms)[number];

function roomOf(path: string): FileRoom {
  if (path === 'course.yaml') return 'course';
  if (path === 'passages.yaml') return 'passages';
  if (path === 'scorecard.yaml') return 'scorecard';
  if (path === 'guide.md') return 'guide';
  const [folder] = path.split('/');
  return fileRooms.find((room) => room === folder) ?? 'other';
}

/** The files of a draft that are neither lessons nor sets of the question bank, each with what is wrong in it. */
export const listDraftFiles = operation({
  name: 'list-draft-files',
  kind: 'read',
  by: 'person',
  input: z.strictObject(studioInput),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, actor, subject: course }) {
    const { files, problems: shared, texts: library } = await courseContext(db, course.id);
    const problems: FileProblem[] = [...shared];
    const report = (problem: FileProblem) => {
      problems.push(problem);
    };
    const modules = files.filter(({ path }) => modulePath.test(path));
    const texts = await draftTexts(
      db,
      course.id,
      modules.map(({ id }) => id),
    );
    for (const { id, path } of modules) {
      parseYaml(path, texts.get(id) ?? '', moduleSchema, report);
      checkPrompts(path, texts.get(id) ?? '', report);
    }
    for (const [path, text] of library) if (path.endsWith('.yaml')) checkPrompts(path, text, report);
    return {
      mayEdit: canEditCourse(actor, course),
      files: files
        .filter(({ path }) => !isLesson(path) && !isSet(path))
        .map(({ id, path }) => {
          const own = problems.filter(({ file }) => file === path);
          const stops = own.filter(stopsPublishing).length;
          return { id, path, room: roomOf(path), problems: stops, advice: own.length - stops };
        }),
      /** Files that are needed and not there. */
      missing: files.some(({ path }) => path === 'course.yaml') ? [] : ['course.yaml'],
    };
  },
});

export type ListedFile = OutputOf<typeof listDraftFiles>['files'][number];
