import {
  type CourseFiles,
  type FileProblem,
  modulesIn,
  stopsPublishing,
} from '@/rules/authoring/course-files';
import { instantOf } from '@/rules/authoring/schedule';
import {
  type AnswerKeys,
  type CompiledLesson,
  type EditionManifest,
  type LessonOutline,
  type ModuleOutline,
  quizBlock,
  type Release,
  workBlock,
} from '@/rules/editions/edition';
import type { EditionLibrary } from '@/rules/library/edition-library';
import { bankProblems, compileBank } from './bank-cache';
import { type At, checkCovers, checkLinks, checkPreparation, checkReleases } from './between-lessons';
import { contentHashes } from './canonical';
import { checkPrompts, type InternalLink } from './checks';
import { editionLibrary } from './edition-library';
import { compileLessonOnce, libraryHash } from './lesson-cache';
import { readLibrary } from './library';
import { moduleSchema } from './schemas';
import { parseYaml } from './yaml';

export type CompiledCourse = {
  slug: string;
  zone: string;
  manifest: EditionManifest;
  /** Each with the SHA-256, hex, of its content and keys. */
  lessons: { content: CompiledLesson; keys: AnswerKeys; hash: string }[];
  /** What stands beside the lessons; null where there is nothing. */
  library: EditionLibrary | null;
  /** SHA-256, hex, over everything above: equal content, equal hash. */
  contentHash: string;
};

/** Either a course, perhaps with advice, or null with every mistake. */
export type CompileResult = { course: CompiledCourse | null; problems: FileProblem[] };

type LessonWithKeys = Omit<CompiledCourse['lessons'][number], 'hash'>;
type Report = (problem: FileProblem) => void;

/** Compiles a course. Either the whole course, or every mistake found: never half of it. */
export async function compileCourse(files: CourseFiles): Promise<CompileResult> {
  const problems: FileProblem[] = [];
  const report: Report = (problem) => {
    problems.push(problem);
  };
  const { texts, assets } = files;
  const { head, library } = await readLibrary(files, report);
  const shared = libraryHash(files);
  for (const [path, text] of texts) if (path.endsWith('.yaml')) checkPrompts(path, text, report);

  const modules: ModuleOutline[] = [];
  const compiledLessons: LessonWithKeys[] = [];
  const seenModules = new Set<string>();
  const seen = new Set<string>();
  const links: { file: string; from: string; link: InternalLink }[] = [];
  const waits: { release: Release; at: At; own: string }[] = [];
  const logs: { covers: string[]; at: At }[] = [];
  const prepared: { lesson: string; by: string[]; at: At }[] = [];
  const drawn = new Set<string>();

  for (const { folder, lessons: paths } of modulesIn(texts.keys())) {
    const outline = readModule(`modules/${folder}/module.yaml`, folder, texts, report, (release, at, own) =>
      waits.push({ release, at, own }),
    );
    if (seenModules.has(outline.id)) {
      const file = `modules/${folder}/module.yaml`;
      report({ file, line: 1, message: `the module id "${outline.id}" is used twice` });
    }
    seenModules.add(outline.id);
    if (paths.length === 0)
      report({ file: `modules/${folder}`, line: 1, message: 'the module has no lessons' });
    for (const path of paths) {
      const text = texts.get(path) ?? '';
      const compiled = await compileLessonOnce({ path, text }, library, shared, report);
      if (!compiled) continue;
      const { lesson, keys, release, idLine } = compiled;
      if (seen.has(lesson.id))
        report({ file: path, line: idLine, message: `the lesson id "${lesson.id}" is used twice` });
      seen.add(lesson.id);
      compiledLessons.push({ content: lesson, keys });
      for (const set of compiled.sets) drawn.add(set);
      for (const field of ['due', 'closes'] as const) {
        const time = (lesson.quiz ?? lesson.work)?.[field];
        if (time && head && !isShown(time, head.value.zone))
          report({
            file: path,
            line: compiled.timeLines[field],
            message: `${lesson.quiz ? 'quiz' : 'work'}: ${skipped(time, head.value.zone)}`,
          });
      }
      if (lesson.work?.form === 'claim-log')
        logs.push({ covers: lesson.work.covers, at: { file: path, line: compiled.coversLine } });
      links.push(...compiled.links.map((link) => ({ file: path, from: lesson.id, link })));
      waits.push({ release, at: { file: path, line: compiled.releaseLine }, own: outline.id });
      prepared.push({
        lesson: lesson.id,
        by: compiled.preparation,
        at: { file: path, line: compiled.preparationLine },
      });
      outline.lessons.push({
        id: lesson.id,
        title: lesson.title,
        summary: lesson.summary,
        minutes: lesson.minutes,
        ...release,
        ...(compiled.preparation.length > 0 ? { preparation: compiled.preparation } : {}),
        ...(lesson.quiz ? { quiz: lesson.quiz } : {}),
        ...(lesson.work ? { work: lesson.work } : {}),
        blocks: thingsToDo(lesson),
      });
    }
    modules.push(outline);
  }
  if (modules.length === 0) report({ file: 'modules', line: 1, message: 'the course has no modules' });
  const lessons = withUses(compiledLessons);
  checkLinks(links, lessons, report);
  const bank = await compileBank(library, shared);
  bankProblems(bank, drawn, seen).forEach(report);
  checkReleases(waits, modules, report);
  checkPreparation(prepared, modules, report);
  checkCovers(logs, lessons, report);

  const cover = head?.value.cover;
  const picture = cover ? assets.get(cover) : undefined;
  if (cover && !picture?.type.startsWith('image/'))
    report({
      file: 'course.yaml',
      line: head?.lineOf(['cover']) ?? 1,
      message: `there is no picture ${cover}`,
    });
  if (problems.some(stopsPublishing) || !head) return { course: null, problems };

  const { slug, zone, cover: _path, builtOn, ...words } = head.value;
  const timed =
    waits.some(({ release }) => release.opens) ||
    lessons.some(({ content: { quiz, work } }) => quiz?.closes || quiz?.due || work);
  const manifest: EditionManifest = {
    ...words,
    builtOn: builtOn ?? null,
    ...(picture ? { cover: picture.hash } : {}),
    ...(timed ? { zone } : {}),
    modules,
  };
  const contents = lessons.map(({ content }) => content);
  const beside = editionLibrary(library, contents, bank, drawn);
  const hashes = contentHashes({ manifest, lessons, library: beside });
  const hashed = lessons.map((lesson, index) => ({ ...lesson, hash: hashes.lessons[index] ?? '' }));
  const course = { slug, zone, manifest, lessons: hashed, library: beside, contentHash: hashes.whole };
  return { course, problems };
}

/** Whether the clocks of a zone ever show a local time: they skip an hour when they go forward. */
function isShown(local: string, zone: string): boolean {
  const [day = '', time = ''] = local.split(' ');
  return instantOf(day, time, zone) !== null;
}

const skipped = (local: string, zone: string): string =>
  `the clocks of ${zone} go forward then, and never show ${local}: choose another time`;

/** What has to be done in a lesson: its blocks, or the quiz or the written work that it is. */
function thingsToDo({ blocks, quiz, work }: CompiledLesson): LessonOutline['blocks'] {
  if (work) {
    const [label, completesBy] =
      work.pass === undefined
        ? (['Written work: hand it in', 'answered'] as const)
        : ([`Written work: pass with ${work.pass} %`, 'passed'] as const);
    return [{ id: workBlock, label, completesBy }];
  }
  if (!quiz)
    return blocks.map(({ id, label, completesBy, lab }) => ({
      id,
      label,
      completesBy,
      ...(lab ? { lab: lab.name } : {}),
    }));
  const label = quiz.mode === 'graded' ? `Quiz: pass with ${quiz.pass} %` : 'Quiz: hand in an attempt';
  return [{ id: quizBlock, label, completesBy: quiz.mode === 'graded' ? 'passed' : 'answered' }];
}

function readModule(
  file: string,
  folder: string,
  texts: ReadonlyMap<string, string>,
  report: Report,
  wait: (release: Release, at: At, own: string) => void,
): ModuleOutline {
  const text = texts.get(file);
  if (text === undefined) report({ file, line: 1, message: 'this file is missing' });
  const parsed = text === undefined ? null : parseYaml(file, text, moduleSchema, report);
  if (!parsed) return { id: folder, title: '', summary: '', lessons: [] };
  const { opens, after, ...words } = parsed.value;
  const release: Release = { ...(opens ? { opens } : {}), ...(after ? { after } : {}) };
  wait(release, { file, line: parsed.lineOf(['after']) }, words.id);
  return { ...words, ...release, lessons: [] };
}

/**
 * The lessons, with every passage saying which other lessons use it. New objects: a compiled lesson may be
 * kept and used again in another state of the course.
 */
function withUses(lessons: LessonWithKeys[]): LessonWithKeys[] {
  const uses = new Map<string, { id: string; title: string }[]>();
  for (const { content } of lessons) {
    for (const { id } of content.passages)
      uses.set(id, [...(uses.get(id) ?? []), { id: content.id, title: content.title }]);
  }
  return lessons.map((lesson) => {
    const { content, keys } = lesson;
    const others = (passage: string) => (uses.get(passage) ?? []).filter(({ id }) => id !== content.id);
    if (!content.passages.some(({ id }) => others(id).length > 0)) return lesson;
    const passages = content.passages.map((passage) => {
      const usedIn = others(passage.id);
      return usedIn.length > 0 ? { ...passage, usedIn } : passage;
    });
    return { content: { ...content, passages }, keys };
  });
}
