import { toString as textOf } from 'mdast-util-to-string';
import type { FileProblem } from '@/rules/authoring/course-files';
import { passageForm } from '@/rules/claims/entry';
import {
  type AnswerKeys,
  type CompiledBlock,
  type CompiledLesson,
  quizBlock,
  type Release,
  workBlock,
} from '@/rules/editions/edition';
import { isHeavy } from '@/rules/files/text-weight';
import { estimateMinutes } from '@/rules/learning/reading-time';
import { type Body, bodyOf } from './body';
import { checkPrompts, hiddenPassage, type InternalLink, tooHeavy } from './checks';
import { splitFrontMatter } from './front-matter';
import type { CourseLibrary } from './library';
import { readQuiz } from './quiz';
import { partWork } from './samples';
import { longestId } from './schema-parts';
import { lessonSchema } from './schemas';
import { splitBlocks } from './split-blocks';
import { parseYaml } from './yaml';

type Report = (problem: FileProblem) => void;

/** Data and nothing else: it is kept as JSON, too. */
export type CompiledFile = {
  lesson: CompiledLesson;
  keys: AnswerKeys;
  release: Release;
  /** The lessons that it builds on. */
  preparation: string[];
  /** Links into the course, to be checked when all of it is known. */
  links: InternalLink[];
  /** The names of the sets of the bank that it draws from. */
  sets: string[];
  /** The line of the id, of the release, of the preparation and of the times of a quiz or work, for what only the whole course can tell. */
  idLine: number;
  releaseLine: number;
  preparationLine: number;
  timeLines: { due: number; closes: number };
  /** Of a claim log, the line of what it covers. */
  coversLine: number;
};

/** Compiles one lesson file. Reports every mistake; the result counts only when there was none. */
export function compileLesson(
  file: string,
  text: string,
  library: CourseLibrary,
  report: Report,
): CompiledFile | null {
  checkPrompts(file, text, report);
  const parts = splitFrontMatter(text);
  if (!parts) {
    report({ file, line: 1, message: 'a lesson begins with front matter between --- lines' });
    return null;
  }
  // Before anything is parsed: somebody waits for the preview, and others for the server.
  if (isHeavy(parts.body)) {
    report({ file, line: parts.bodyLine + 1, message: tooHeavy });
    return null;
  }
  const parsed = parseYaml(file, parts.head, lessonSchema, report, 1);
  if (!parsed) return null;
  const head = parsed.value;
  for (const [index, directive] of head.directives.entries()) {
    const missing = library.passages.has(directive) ? null : `there is no passage "${directive}"`;
    const why = missing ?? hiddenPassage(directive, library);
    if (why) report({ file, line: parsed.lineOf(['directives', index]), message: `directives: ${why}` });
  }

  const body = bodyOf(library);
  const from = body.read({ text: parts.body, file, linesBefore: parts.bodyLine, report });
  const { blocks, keys } = compileBlocks(from, body, {
    whole: head.quiz ? quizBlock : head.work ? workBlock : null,
    objectives: head.objectives,
  });
  if (blocks.length === 0) report({ file, line: parts.bodyLine + 1, message: 'the lesson has no text' });

  const { minutes, prerequisites, preparation, opens, after, quiz: written, work: asked, ...words } = head;
  const work = asked ? partWork(asked) : null;
  const lineIn = (path: (string | number)[]) => parsed.lineOf(['quiz', ...path]);
  const quiz = written
    ? readQuiz(written, { blocks, objectives: head.objectives, body, library }, (path, message) =>
        report({ file, line: lineIn(path), message: `quiz: ${message}` }),
      )
    : null;
  for (const id of head.directives) if (!body.uses(id)) body.passage(id);
  const questions = quiz?.asked ?? blocks.filter(({ question }) => question !== null).length;
  const atWork = (message: string) =>
    report({ file, line: parsed.lineOf(['work']), message: `work: ${message}` });
  if (work && written) atWork('a lesson is a quiz or written work, and not both');
  else if (work && questions > 0)
    atWork('questions are not asked in written work: give them a lesson of their own');
  for (const name of work?.work.form === 'claim-log' ? work.work.covers : [])
    if (passageForm.test(name) && !library.passages.has(name))
      atWork(`covers: there is no passage "${name}"`);
  const others = blocks.filter(({ kind, question }) => kind !== 'prose' && question === null).length;
  const lesson: CompiledLesson = {
    ...words,
    minutes: minutes ?? written?.minutes ?? estimateMinutes(textOf(from.tree), { questions, others }),
    ...(quiz ? { quiz: quiz.rules } : {}),
    ...(quiz?.draws ? { draws: quiz.draws } : {}),
    ...(work ? { work: work.work } : {}),
    ...(work && work.samples.length > 0 ? { samples: work.samples } : {}),
    blocks: [...blocks, ...(quiz?.blocks ?? [])],
    ...body.panes(),
  };
  const release: Release = {
    ...(opens ? { opens } : {}),
    ...(after ? { after } : {}),
    ...(prerequisites.length > 0 ? { prerequisites } : {}),
  };
  const lineOf = (field: string) => parsed.lineOf([field]);
  const timeLine = (field: string) => parsed.lineOf([work ? 'work' : 'quiz', field]);
  return {
    lesson,
    keys: { ...keys, ...quiz?.keys },
    release,
    preparation,
    links: from.links,
    sets: quiz?.sets ?? [],
    idLine: lineOf('id'),
    releaseLine: lineOf(release.prerequisites ? 'prerequisites' : release.after ? 'after' : 'id'),
    preparationLine: lineOf('preparation'),
    coversLine: parsed.lineOf(['work', 'covers']),
    timeLines: { due: timeLine('due'), closes: timeLine('closes') },
  };
}

/** The blocks of a lesson with the keys of its questions. Reports every mistake in them. */
function compileBlocks(
  from: ReturnType<Body['read']>,
  body: Body,
  { whole, objectives }: { whole: typeof quizBlock | typeof workBlock | null; objectives: string[] },
): { blocks: CompiledBlock[]; keys: AnswerKeys } {
  const { tree, problem } = from;
  const blocks: CompiledBlock[] = [];
  const keys: AnswerKeys = {};
  const seen = new Set<string>();
  for (const part of splitBlocks(tree, problem)) {
    const node = part.nodes[0] ?? {};
    if (seen.has(part.id)) problem(node, `the id "${part.id}" is used twice in this lesson`);
    seen.add(part.id);
    if (part.id === whole)
      problem(node, `"${whole}" stands for the whole ${whole}: give the block another id`);
    if (part.id.length > longestId) problem(node, `an id is at most ${longestId} characters long`);
    const compiled = body.compile(part, from);
    if (!compiled) continue;
    if (compiled.key) keys[part.id] = compiled.key;
    const objective = compiled.block.question?.objective ?? null;
    if (objective !== null && (objective < 1 || objective > objectives.length))
      problem(node, `there is no objective ${objective}`);
    if (whole !== null && compiled.block.lab)
      problem(node, `a lab has no place in a ${whole}: give it a lesson of its own`);
    if (whole === null && compiled.block.question?.hints?.some((cost) => cost > 0))
      problem(node, 'a check question has no points, so its hints are free: their cost is not shown', true);
    blocks.push(compiled.block);
  }
  return { blocks, keys };
}
