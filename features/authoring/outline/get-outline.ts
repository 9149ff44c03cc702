import * as z from 'zod';
import { canEditCourse, canSeeStudio } from '@/rules/access';
import { type FileProblem, modulesIn, stopsPublishing } from '@/rules/authoring/course-files';
import { releaseNotes } from '@/rules/authoring/outline-words';
import { grouped } from '@/rules/grouped';
import { operation } from '@/server/operation';
import { inStudio, studioInput } from '../studio';
import { type CheckedDraft, checkDraft } from './check-draft';
import { type Deletion, recentDeletions } from './deletions';

/** What stops publishing, and what is only advised. */
export type Counts = { problems: number; advice: number };

export type OutlineLesson = Counts & {
  fileId: string;
  lessonId: string | null;
  title: string;
  /** Null while it is not known yet. */
  minutes: number | null;
  estimated: boolean;
  release: string[];
};

export type OutlineModule = Counts & {
  /** Any file of the module names it in the forms; its own where it has one. */
  fileId: string;
  hasHead: boolean;
  title: string;
  release: string[];
  lessons: OutlineLesson[];
};

/** A file beside the modules with something wrong in it; without an id it is not there, or no file at all. */
export type OtherFile = Counts & { path: string; fileId: string | null; messages: string[] };

export type Outline = {
  mayEdit: boolean;
  modules: OutlineModule[];
  others: OtherFile[];
  deletions: Deletion[];
  totals: Counts & { lessons: number; minutes: number };
  /** How many lessons are still being checked. */
  pending: number;
};

/** The draft of a course as a table of contents, with what is wrong in it. */
export const getOutline = operation({
  name: 'get-outline',
  kind: 'read',
  by: 'person',
  input: z.strictObject({
    ...studioInput,
    /** How many milliseconds to wait for lessons that were never checked. */
    patience: z.number().int().min(0).max(60_000).default(60_000),
  }),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, actor, input, subject: course, now }): Promise<Outline> {
    const deletions = await recentDeletions(db, course.id, now);
    const draft = await checkDraft(db, course.id, input.patience);
    const modules = outlineModules(draft, draft.zone ?? course.zone);
    const lessons = modules.flatMap((module) => module.lessons);
    return {
      mayEdit: canEditCourse(actor, course),
      modules,
      others: otherFiles(draft),
      deletions,
      totals: {
        ...counts(draft.problems),
        lessons: lessons.length,
        minutes: lessons.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
      },
      pending: draft.pending,
    };
  },
});

const counts = (problems: readonly FileProblem[]): Counts => {
  const stopping = problems.filter(stopsPublishing).length;
  return { problems: stopping, advice: problems.length - stopping };
};

function outlineModules({ files, heads, lessons, problems }: CheckedDraft, zone: string): OutlineModule[] {
  const ids = new Map(files.map(({ id, path }) => [path, id]));
  const byFile = grouped(problems, ({ file }) => file);
  const of = (...paths: string[]) => counts(paths.flatMap((path) => byFile.get(path) ?? []));
  const titleOf = (path: string, name: string) => heads.get(path)?.title ?? name;
  const named = (pattern: RegExp) =>
    new Map(
      [...heads].flatMap(([path, { id, title }]): [string, string][] =>
        pattern.test(path) && id && title ? [[id, title]] : [],
      ),
    );
  const titles = { modules: named(/\/module\.yaml$/), lessons: named(/\.md$/) };
  const notes = (path: string) => releaseNotes(heads.get(path)?.release ?? {}, zone, titles);

  return modulesIn(ids.keys()).map(({ folder, lessons: paths }) => {
    const head = `modules/${folder}/module.yaml`;
    const first = files.find(({ path }) => path.startsWith(`modules/${folder}/`));
    return {
      fileId: ids.get(head) ?? first?.id ?? '',
      hasHead: ids.has(head),
      title: titleOf(head, folder),
      release: notes(head),
      ...of(head, `modules/${folder}`),
      lessons: paths.map((path) => ({
        fileId: ids.get(path) ?? '',
        lessonId: heads.get(path)?.id ?? null,
        title: titleOf(path, path.slice(path.lastIndexOf('/') + 1)),
        minutes: lessons.get(path)?.minutes ?? null,
        estimated: heads.get(path)?.minutes == null,
        release: notes(path),
        ...of(path),
      })),
    };
  });
}

/** How many messages are shown of one file; its editor shows them all. */
const mostMessages = 3;

/** Files that are neither module nor lesson, with problems: those that stop publishing first. */
function otherFiles({ files, problems }: CheckedDraft): OtherFile[] {
  const ids = new Map(files.map(({ id, path }) => [path, id]));
  const inOutline = new Set(
    modulesIn(ids.keys()).flatMap(({ folder, lessons }) => [
      `modules/${folder}`,
      `modules/${folder}/module.yaml`,
      ...lessons,
    ]),
  );
  const others = grouped(
    problems.filter(({ file }) => !inOutline.has(file)),
    ({ file }) => file,
  );
  return [...others]
    .map(([path, list]) => ({
      path,
      fileId: ids.get(path) ?? null,
      ...counts(list),
      messages: list.slice(0, mostMessages).map(({ message }) => message),
    }))
    .sort((a, b) => b.problems - a.problems || (a.path < b.path ? -1 : 1));
}
