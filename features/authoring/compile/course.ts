import {
  type CourseFiles,
  type FileProblem,
  modulesIn,
  stopsPublishing,
} from '@/rules/authoring/course-files';
import { instantOf } from '@/rules/authoring/schedule';
import { passageForm } from '@/rules/claims/entry';
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
type At = { file: string; line: number };

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

/** Says which links lead to a lesson or a block that is not there. */
function checkLinks(
  links: { file: string; from: string; link: InternalLink }[],
  lessons: LessonWithKeys[],
  report: Report,
): void {
  const blocks = new Map(
    lessons.map(({ content }) => [content.id, new Set(content.blocks.map(({ id }) => id))]),
  );
  for (const { file, from, link } of links) {
    const target = blocks.get(link.lesson ?? from);
    if (!target) report({ file, line: link.line, message: `there is no lesson "${link.lesson}"` });
    else if (link.block && !target.has(link.block) && !link.block.startsWith('src-'))
      report({ file, line: link.line, message: `there is no block "${link.block}" in that lesson` });
  }
}

/** Says which releases wait for what is not there, or for themselves. */
function checkReleases(
  waits: { release: Release; at: At; own: string }[],
  modules: ModuleOutline[],
  report: Report,
): void {
  const order = new Map(modules.map(({ id }, index) => [id, index]));
  const lessonOrder = new Map(modules.flatMap(({ lessons }) => lessons).map(({ id }, index) => [id, index]));
  for (const { release, at, own } of waits) {
    if (release.after !== undefined) {
      const index = order.get(release.after);
      if (index === undefined) report({ ...at, message: `after: there is no module "${release.after}"` });
      else if (index >= (order.get(own) ?? 0))
        report({ ...at, message: `after: "${release.after}" does not come before this` });
    }
    for (const id of release.prerequisites ?? []) {
      if (!lessonOrder.has(id)) report({ ...at, message: `prerequisites: there is no lesson "${id}"` });
    }
  }
  checkCircles(modules, lessonOrder, report);
}

/** Says which lessons build on what is not there, or on what comes only after them. */
function checkPreparation(
  prepared: { lesson: string; by: string[]; at: At }[],
  modules: ModuleOutline[],
  report: Report,
): void {
  const order = new Map(modules.flatMap(({ lessons }) => lessons).map(({ id }, index) => [id, index]));
  for (const { lesson, by, at } of prepared) {
    for (const id of by) {
      const index = order.get(id);
      if (index === undefined) report({ ...at, message: `preparation: there is no lesson "${id}"` });
      else if (index >= (order.get(lesson) ?? 0))
        report({ ...at, message: `preparation: "${id}" does not come before this` });
    }
  }
}

/** Says which lessons a claim log asks entries from that no entry can come from. */
function checkCovers(logs: { covers: string[]; at: At }[], lessons: LessonWithKeys[], report: Report): void {
  const known = new Map(lessons.map(({ content }) => [content.id, content]));
  for (const { covers, at } of logs) {
    for (const name of covers.filter((one) => !passageForm.test(one))) {
      const lesson = known.get(name);
      if (!lesson) report({ ...at, message: `work: covers: there is no lesson "${name}"` });
      else if (lesson.quiz || lesson.work)
        report({ ...at, message: `work: covers: no entry comes from "${name}", a quiz or written work` });
    }
  }
}

/** A prerequisite stands before what needs it: then nothing can wait in a circle. */
function checkCircles(modules: ModuleOutline[], order: Map<string, number>, report: Report): void {
  for (const lesson of modules.flatMap(({ lessons }) => lessons)) {
    for (const id of lesson.prerequisites ?? []) {
      if ((order.get(id) ?? -1) >= (order.get(lesson.id) ?? 0))
        report({
          file: 'modules',
          line: 1,
          message: `${lesson.id}: its prerequisite "${id}" does not come before it`,
        });
    }
  }
}
