import type { DirectiveNode } from '@/kinds/blocks/kind';
import { longestSetName, longestTag, setNameOf, tagsIn } from '@/rules/assessment/bank';
import type { FileProblem } from '@/rules/authoring/course-files';
import type { CompiledLesson } from '@/rules/editions/edition';
import { isHeavy } from '@/rules/files/text-weight';
import { type Body, type BodyBlock, bodyOf, type ReadText } from './body';
import { checkPrompts, type InternalLink, tooHeavy } from './checks';
import { splitFrontMatter } from './front-matter';
import type { CourseLibrary } from './library';
import { longestId } from './schema-parts';
import { setSchema } from './schemas';
import { type BlockPart, splitBlocks } from './split-blocks';
import { parseYaml } from './yaml';

type Report = (problem: FileProblem) => void;

/** What is said of a question beside what it asks, for finding and drawing it. */
export type BankEntry = {
  id: string;
  line: number;
  tags: string[];
  /** From 1, easy, to 5, hard. */
  difficulty: number | null;
  /** The passage that it tests. */
  passage: string | null;
  /** In words, because a set is used by more than one lesson. */
  objective: string | null;
};

export type BankQuestion = BankEntry & BodyBlock;

/** A set of the bank as it is written: data and nothing else. */
export type BankSet = {
  name: string;
  title: string;
  tags: string[];
  objectives: string[];
  questions: BankQuestion[];
  links: InternalLink[];
  panes: Pick<CompiledLesson, 'passages' | 'terms' | 'sources'>;
};

const misnamed = `a set of the bank is a file like bank/hash-functions.md; its name is at most ${longestSetName} characters long`;
const proseInBank = 'only questions stand in the bank: write other text in a lesson';

/** A file of the bank as it stands. Reports what is wrong with the file; its questions are read apart. */
export function openSet(file: string, text: string, report: Report) {
  const name = setNameOf(file);
  if (name === null) report({ file, line: 1, message: misnamed });
  const parts = splitFrontMatter(text);
  if (!parts) report({ file, line: 1, message: 'a set begins with front matter between --- lines' });
  if (name === null || !parts) return null;
  // Before anything is parsed: somebody waits for the preview, and others for the server.
  if (isHeavy(parts.body)) {
    report({ file, line: parts.bodyLine + 1, message: tooHeavy });
    return null;
  }
  const head = parseYaml(file, parts.head, setSchema, report, 1);
  return head && { name, head: head.value, body: parts.body, bodyLine: parts.bodyLine };
}

type OpenSet = NonNullable<ReturnType<typeof openSet>>;

/** What the attributes of a question say of it. Reports what they cannot mean. */
function entryOf(part: BlockPart, { head }: OpenSet, { problem, lineOf }: ReadText): BankEntry {
  const node = part.nodes[0] as DirectiveNode;
  const { tags, difficulty, objective, passage } = node.attributes ?? {};
  const own = tagsIn(tags ?? '');
  for (const tag of own)
    if (tag.length > longestTag) problem(node, `a tag is at most ${longestTag} characters long`);
  const hard = difficulty == null ? null : Number(difficulty);
  if (hard !== null && ![1, 2, 3, 4, 5].includes(hard))
    problem(node, `difficulty="${difficulty}" is not a number from 1, easy, to 5, hard`);
  const tested = objective == null ? undefined : head.objectives[Number(objective) - 1];
  if (objective != null && tested === undefined)
    problem(node, `there is no objective ${objective} at the top of this set`);
  return {
    id: part.id,
    line: lineOf(node),
    tags: [...new Set([...head.tags, ...own])],
    difficulty: hard,
    passage: passage ?? null,
    objective: tested ?? null,
  };
}

/**
 * The questions of a set, each compiled with what its lesson shares.
 * @param wants which of them; all of them unless it is given
 */
export function questionsIn(
  set: OpenSet,
  body: Body,
  {
    file,
    report,
    wants = () => true,
  }: { file: string; report: Report; wants?: (entry: BankEntry) => boolean },
): { questions: BankQuestion[]; links: InternalLink[] } {
  const from = body.read({ text: set.body, file, linesBefore: set.bodyLine, report });
  const seen = new Set<string>();
  const questions = splitBlocks(from.tree, from.problem).flatMap((part): BankQuestion[] => {
    const [node] = part.nodes;
    if (part.kind !== 'question') {
      from.problem(node ?? {}, proseInBank);
      return [];
    }
    if (seen.has(part.id)) from.problem(node ?? {}, `the id "${part.id}" is used twice in this set`);
    if (part.id.length > longestId) from.problem(node ?? {}, `an id is at most ${longestId} characters long`);
    seen.add(part.id);
    const entry = entryOf(part, set, from);
    const compiled = wants(entry) ? body.compile(part, from) : null;
    return compiled ? [{ ...entry, ...compiled }] : [];
  });
  for (const { line, lesson } of from.links)
    if (lesson === null)
      report({
        file,
        line,
        message: 'a question of the bank stands in no lesson: name the lesson in the link',
      });
  return { questions, links: from.links };
}

/** Compiles a set on its own. Reports every mistake; null when its head has one. */
export function compileSet(
  file: string,
  text: string,
  library: CourseLibrary,
  report: Report,
): BankSet | null {
  checkPrompts(file, text, report);
  const set = openSet(file, text, report);
  if (!set) return null;
  const body = bodyOf(library);
  const { questions, links } = questionsIn(set, body, { file, report });
  const { title, tags, objectives } = set.head;
  return { name: set.name, title, tags, objectives, questions, links, panes: body.panes() };
}
