import type { EditionLibrary } from '../library/edition-library';
import { type EditionManifest, type LessonOutline, lessonsOf, type Release } from './edition';
import { type BlockChange, blockChanges, type Lesson } from './edition-diff-blocks';
import { libraryChanges } from './edition-diff-library';
import { quizChanges } from './edition-diff-quiz';
import { outOfOrder, sameData, type WordChange, wordChanges } from './edition-diff-words';
import { workChanges } from './edition-diff-work';

/** An edition with all it holds, or a draft compiled to what it would be. */
export type EditionContent = {
  manifest: EditionManifest;
  lessons: Lesson[];
  library?: EditionLibrary | null;
};

type ModuleChange = {
  id: string;
  title: string;
  change: 'added' | 'removed' | 'changed';
  moved: boolean;
  words: WordChange[];
};

export type LessonChange = {
  id: string;
  title: string;
  /** The title of its module. */
  module: string;
  change: 'added' | 'removed' | 'changed';
  /** Where it stood before, as the title of a module; null when it stayed in its place. */
  movedFrom: string | null;
  words: WordChange[];
  blocks: BlockChange[];
  /** Which of the panes beside the lesson changed. */
  panes: string[];
  /** How many questions it asks. */
  points: { before: number; after: number };
};

export type EditionDiff = { course: WordChange[]; modules: ModuleChange[]; lessons: LessonChange[] };

/** Whether there is no difference at all. */
export const isUnchanged = ({ course, modules, lessons }: EditionDiff): boolean =>
  course.length + modules.length + lessons.length === 0;

const courseWords = {
  title: 'Title',
  summary: 'Summary',
  language: 'Language',
  level: 'Level',
  outcomes: 'Outcomes',
  audience: 'For whom',
  notFor: 'Not for',
  authors: 'Authors',
  builtOn: 'Built on',
  zone: 'Time zone',
  verified: 'Verified',
};
const releaseWords = {
  opens: 'Opening date',
  after: 'Module before it',
  prerequisites: 'Lessons before it',
};
const preparationWords = { preparation: 'Builds on' };
const moduleWords = { title: 'Title', summary: 'Summary' };
const lessonWords = {
  title: 'Title',
  summary: 'Summary',
  minutes: 'Minutes',
  objectives: 'Objectives',
  directives: 'Directives',
  verified: 'Verified',
};
const panes = { passages: 'passages', terms: 'glossary', sources: 'sources' } as const;

/** What is named by its id, by its title: people do not know the ids. */
function inTitles(text: string, what: string, manifest: EditionManifest): string {
  const named =
    what === releaseWords.after
      ? manifest.modules
      : what === releaseWords.prerequisites || what === preparationWords.preparation
        ? lessonsOf(manifest)
        : [];
  const titles = new Map(named.map(({ id, title }) => [id, title]));
  return text
    .split('\n')
    .map((id) => titles.get(id) ?? id)
    .join('\n');
}

type Released = { release: Release & { preparation?: string[] }; manifest: EditionManifest };

const releaseChanges = (before: Released, after: Released): WordChange[] =>
  wordChanges({ ...releaseWords, ...preparationWords }, before.release, after.release).map((change) => ({
    what: change.what,
    before: inTitles(change.before, change.what, before.manifest),
    after: inTitles(change.after, change.what, after.manifest),
  }));

/** An edition names its zone when a date in it needs one: a zone that only came or went with a date did not change. */
const sameZone = (before: EditionManifest, after: EditionManifest): EditionManifest =>
  before.zone && after.zone ? before : { ...before, zone: after.zone };

function courseChanges(before: EditionManifest, after: EditionManifest): WordChange[] {
  const changes = wordChanges(courseWords, sameZone(before, after), after);
  if (before.cover === after.cover) return changes;
  const cover = (hash: string | undefined) => (hash ? `picture ${hash.slice(0, 8)}` : 'drawn');
  return [...changes, { what: 'Cover', before: cover(before.cover), after: cover(after.cover) }];
}

function moduleChanges(before: EditionManifest, after: EditionManifest): ModuleChange[] {
  const known = new Map(before.modules.map((module) => [module.id, module]));
  const kept = new Set(after.modules.map(({ id }) => id));
  const moved = outOfOrder([...known.keys()], [...kept]);
  const changes = after.modules.map(({ lessons: _, ...module }): ModuleChange => {
    const { lessons: _lessons, ...was } = known.get(module.id) ?? { lessons: [] };
    const change = known.has(module.id) ? 'changed' : 'added';
    const releases = () =>
      releaseChanges({ release: was, manifest: before }, { release: module, manifest: after });
    const words = change === 'added' ? [] : [...wordChanges(moduleWords, was, module), ...releases()];
    return { id: module.id, title: module.title, change, moved: moved.has(module.id), words };
  });
  const removed = before.modules
    .filter(({ id }) => !kept.has(id))
    .map(({ id, title }): ModuleChange => ({ id, title, change: 'removed', moved: false, words: [] }));
  return [
    ...changes.filter((one) => one.change === 'added' || one.moved || one.words.length > 0),
    ...removed,
  ];
}

type Placed = Lesson & {
  module: { id: string; title: string };
  release: LessonOutline;
  manifest: EditionManifest;
};

/** The lessons of an edition by id, each with its module. */
function placed({ manifest, lessons }: EditionContent): Map<string, Placed> {
  const compiled = new Map(lessons.map((lesson) => [lesson.content.id, lesson]));
  return new Map(
    manifest.modules.flatMap((module) =>
      module.lessons.flatMap((outline) => {
        const lesson = compiled.get(outline.id);
        return lesson ? [[outline.id, { ...lesson, module, release: outline, manifest }] as const] : [];
      }),
    ),
  );
}

const questionsIn = (lesson: Lesson | undefined): number =>
  lesson?.content.blocks.filter(({ question }) => question !== null).length ?? 0;

/** The panes beside a lesson that changed. Which other lessons use a passage is told by those lessons. */
function panesChanged(before: Lesson, after: Lesson): string[] {
  const paneOf = ({ content }: Lesson, pane: keyof typeof panes) =>
    pane === 'passages' ? content.passages.map(({ usedIn: _others, ...passage }) => passage) : content[pane];
  return (Object.keys(panes) as (keyof typeof panes)[])
    .filter((pane) => !sameData(paneOf(before, pane), paneOf(after, pane)))
    .map((pane) => panes[pane]);
}

function lessonChange(
  is: Placed,
  { before, after, moved }: { before: Placed | undefined; after: Placed | undefined; moved: boolean },
): LessonChange {
  const words =
    before && after
      ? [
          ...wordChanges(lessonWords, before.content, after.content),
          ...quizChanges(before.content, after.content),
          ...workChanges(before.content, after.content),
          ...releaseChanges(before, after),
        ]
      : [];
  return {
    id: is.content.id,
    title: is.content.title,
    module: is.module.title,
    change: before ? (after ? 'changed' : 'removed') : 'added',
    movedFrom: before && moved ? before.module.title : null,
    words,
    blocks: blockChanges(before, after),
    panes: before && after ? panesChanged(before, after) : [],
    points: { before: questionsIn(before), after: questionsIn(after) },
  };
}

/** Lessons that came from another module, or changed places with their neighbours in it. */
function movedLessons(before: Map<string, Placed>, after: Map<string, Placed>): Set<string> {
  const inModule = (lessons: Map<string, Placed>, id: string) =>
    [...lessons].filter(([, { module }]) => module.id === id).map(([lesson]) => lesson);
  const modules = new Set([...after.values()].map(({ module }) => module.id));
  const moved = new Set(
    [...modules].flatMap((id) => [...outOfOrder(inModule(before, id), inModule(after, id))]),
  );
  for (const [id, { module }] of after) {
    const was = before.get(id);
    if (was && was.module.id !== module.id) moved.add(id);
  }
  return moved;
}

/** What is different between two editions, for people to read: in the order of the newer, then what was removed. */
export function editionDiff(before: EditionContent, after: EditionContent): EditionDiff {
  const [was, is] = [placed(before), placed(after)];
  const moved = movedLessons(was, is);
  const lessons = [
    ...[...is].map(([id, lesson]) =>
      lessonChange(lesson, { before: was.get(id), after: lesson, moved: moved.has(id) }),
    ),
    ...[...was].flatMap(([id, lesson]) =>
      is.has(id) ? [] : lessonChange(lesson, { before: lesson, after: undefined, moved: false }),
    ),
  ];
  return {
    course: [
      ...courseChanges(before.manifest, after.manifest),
      ...libraryChanges(before.library ?? null, after.library ?? null),
    ],
    modules: moduleChanges(before.manifest, after.manifest),
    lessons: lessons.filter(
      ({ change, movedFrom, words, blocks, panes: changed }) =>
        change !== 'changed' || movedFrom !== null || words.length + blocks.length + changed.length > 0,
    ),
  };
}
