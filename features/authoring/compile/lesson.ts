import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { figures } from '@/kinds/blocks/figure/figures';
import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';
import { blockKinds } from '@/kinds/blocks/registry';
import type { QuizRules } from '@/rules/assessment/quiz';
import type { FileProblem } from '@/rules/authoring/course-files';
import {
  type AnswerKeys,
  type CompiledBlock,
  type CompiledLesson,
  type GlossaryEntry,
  type Passage,
  quizBlock,
  type Release,
} from '@/rules/editions/edition';
import { isHeavy } from '@/rules/files/text-weight';
import { estimateMinutes } from '@/rules/learning/reading-time';
import { type SpeechMode, speechModes } from '@/rules/sources/evidence-levels';
import {
  checkPassages,
  checkPrompts,
  checkSources,
  hiddenPassage,
  type InternalLink,
  resolveAssets,
  resolveLinks,
} from './checks';
import type { CourseLibrary } from './library';
import { parseMarkdown } from './markdown';
import { lessonSchema, longestId } from './schemas';
import { citationLink, sourceHtml } from './sources';
import { splitBlocks } from './split-blocks';
import { applyTextDirectives } from './text-directives';
import { typesetTree } from './typeset';
import { parseYaml } from './yaml';

type Report = (problem: FileProblem) => void;

const tooHeavy =
  'this text is nested too deeply, or too long in one piece, to be read as Markdown: shorten it, or split it';

/** The front matter of a lesson, its text, and the number of lines before the text. */
export function splitFrontMatter(text: string): { head: string; body: string; bodyLine: number } | null {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
  if (!match) return null;
  const bodyLine = match[0].split('\n').length - 1;
  return { head: match[1] ?? '', body: text.slice(match[0].length), bodyLine };
}

/** Data and nothing else: it is kept as JSON, too. */
export type CompiledFile = {
  lesson: CompiledLesson;
  keys: AnswerKeys;
  release: Release;
  /** Links into the course, to be checked when all of it is known. */
  links: InternalLink[];
  /** The line of the id, of the release and of the times of a quiz, for what only the whole course can tell. */
  idLine: number;
  releaseLine: number;
  quizLines: { due: number; closes: number };
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

  const lineAt = (node: Parameters<CompileContext['problem']>[0]) =>
    (node.position?.start.line ?? 1) + parts.bodyLine;
  const problem = (node: Parameters<CompileContext['problem']>[0], message: string, advice?: boolean) =>
    report({ file, line: lineAt(node), message, ...(advice ? { advice } : {}) });
  const cited = new Map<string, number>();
  const usedTerms = new Set<string>();
  const usedPassages = new Map<string, Passage>();

  const citationNumber = (id: string): number | null => {
    if (!library.sources.has(id)) return null;
    if (!cited.has(id)) cited.set(id, cited.size + 1);
    return cited.get(id) ?? null;
  };
  const cite = (id: string): string | null => {
    const number = citationNumber(id);
    return number === null ? null : citationLink(id, number);
  };
  const passage = (id: string): Passage | null => {
    const found = library.passages.get(id);
    if (!found) return null;
    const { source, ...rest } = found;
    const full = { ...rest, mode: speechModes[rest.mode as SpeechMode], citation: cite(source) ?? '' };
    usedPassages.set(id, full);
    return full;
  };
  const render = (nodes: RootContent[]): string => {
    try {
      return library.render({ type: 'root', children: structuredClone(nodes) });
    } catch (error) {
      problem(nodes[0] ?? {}, error instanceof Error ? error.message : String(error));
      return '';
    }
  };
  const context: CompileContext = {
    render,
    cite,
    passage,
    asset: (path) => {
      const asset = library.assets.get(path);
      return asset ? { href: library.assetAddress(asset), asset } : null;
    },
    figure: (name) => (Object.hasOwn(figures, name) ? (figures[name] ?? null) : null),
    problem,
  };

  const tree = (library.parse ?? parseMarkdown)(parts.body);
  checkSources(tree, problem);
  checkPassages(tree, library, problem);
  resolveAssets(tree, library, problem);
  const links = resolveLinks(tree, library, lineAt, problem);
  applyTextDirectives(tree, parts.body, {
    citationNumber,
    noteTerm: (id) => {
      if (!library.glossary.has(id)) return false;
      usedTerms.add(id);
      return true;
    },
    problem,
  });

  typesetTree(tree);

  const blocks: CompiledBlock[] = [];
  const keys: AnswerKeys = {};
  const seen = new Set<string>();
  for (const part of splitBlocks(tree, problem)) {
    if (seen.has(part.id)) problem(part.nodes[0] ?? {}, `the id "${part.id}" is used twice in this lesson`);
    seen.add(part.id);
    if (head.quiz && part.id === quizBlock)
      problem(part.nodes[0] ?? {}, `"${quizBlock}" stands for the whole quiz: give the block another id`);
    if (part.id.length > longestId) {
      problem(part.nodes[0] ?? {}, `an id is at most ${longestId} characters long`);
    }
    if (part.kind === 'prose') {
      blocks.push({
        id: part.id,
        kind: 'prose',
        completesBy: 'viewed',
        label: part.label,
        html: render(part.nodes),
        question: null,
      });
      continue;
    }
    const kind = blockKinds.get(part.kind);
    const node = part.nodes[0] as DirectiveNode;
    if (!kind) {
      problem(node, `there is no block "${part.kind}"`);
      continue;
    }
    const output = kind.compile(node, context);
    if (!output) continue;
    if (output.question) keys[part.id] = output.question.key;
    const objective = output.question?.student.objective ?? null;
    if (objective !== null && (objective < 1 || objective > head.objectives.length)) {
      problem(node, `there is no objective ${objective}`);
    }
    blocks.push({
      id: part.id,
      kind: kind.name,
      completesBy: kind.completesBy,
      label: output.label,
      html: output.html,
      question: output.question?.student ?? null,
    });
  }
  if (blocks.length === 0) report({ file, line: parts.bodyLine + 1, message: 'the lesson has no text' });
  for (const id of head.directives) if (!usedPassages.has(id)) passage(id);

  const byTerm = (a: GlossaryEntry, b: GlossaryEntry) => a.term.localeCompare(b.term, 'en');
  const { minutes, prerequisites, opens, after, quiz, ...words } = head;
  const questions = blocks.filter(({ question }) => question !== null).length;
  const wrong = quiz && mistakeInQuiz(quiz, questions);
  if (wrong) report({ file, line: parsed.lineOf(['quiz', 'draw']), message: `quiz: ${wrong}` });
  const others = blocks.filter(({ kind, question }) => kind !== 'prose' && question === null).length;
  const lesson: CompiledLesson = {
    ...words,
    minutes: minutes ?? quiz?.minutes ?? estimateMinutes(textOf(tree), { questions, others }),
    ...(quiz ? { quiz } : {}),
    blocks,
    passages: [...usedPassages.values()].sort(byNumber),
    terms: [...usedTerms].flatMap((id) => library.glossary.get(id) ?? []).sort(byTerm),
    sources: [...cited.keys()].flatMap((id) => {
      const source = library.sources.get(id);
      return source ? [{ id, html: sourceHtml(source) }] : [];
    }),
  };
  const release: Release = {
    ...(opens ? { opens } : {}),
    ...(after ? { after } : {}),
    ...(prerequisites.length > 0 ? { prerequisites } : {}),
  };
  const lineOf = (field: string) => parsed.lineOf([field]);
  const releaseLine = lineOf(release.prerequisites ? 'prerequisites' : release.after ? 'after' : 'id');
  const quizLines = { due: parsed.lineOf(['quiz', 'due']), closes: parsed.lineOf(['quiz', 'closes']) };
  return { lesson, keys, release, links, idLine: lineOf('id'), releaseLine, quizLines };
}

/** By letter, then by number: A2, A10, D1. */
const byNumber = (a: { id: string }, b: { id: string }): number =>
  a.id[0] === b.id[0] ? Number(a.id.slice(1)) - Number(b.id.slice(1)) : a.id < b.id ? -1 : 1;

/** What the rules of a quiz ask of its questions and it does not have; null when it has it. */
function mistakeInQuiz({ draw }: QuizRules, questions: number): string | null {
  if (questions === 0) return 'there is no question in it';
  if (draw === undefined || draw <= questions) return null;
  return `an attempt draws ${draw} questions, and there are ${questions}`;
}
