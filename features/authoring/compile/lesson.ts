import type { Root, RootContent } from 'mdast';
import { figures } from '@/kinds/blocks/figure/figures';
import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';
import { blockKinds } from '@/kinds/blocks/registry';
import type { AnswerKeys, CompiledBlock, CompiledLesson, GlossaryEntry, Passage } from '@/rules/edition';
import { type SpeechMode, speechModes } from '@/rules/evidence-levels';
import { parseMarkdown } from './markdown';
import type { FileProblem } from './problem';
import { lessonSchema, longestId, type Source } from './schemas';
import { citationLink, sourceHtml } from './sources';
import { splitBlocks } from './split-blocks';
import { applyTextDirectives } from './text-directives';
import { typesetTree } from './typeset';
import { parseYaml } from './yaml';

/** What the lessons of a course share. */
export type CourseLibrary = {
  sources: ReadonlyMap<string, Source>;
  glossary: ReadonlyMap<string, GlossaryEntry>;
  passages: ReadonlyMap<string, Omit<Passage, 'citation'> & { source: string }>;
  render: (tree: Root) => string;
};

type Report = (problem: FileProblem) => void;

function splitFrontMatter(text: string): { head: string; body: string; bodyLine: number } | null {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
  if (!match) return null;
  const bodyLine = match[0].split('\n').length - 1;
  return { head: match[1] ?? '', body: text.slice(match[0].length), bodyLine };
}

/** Compiles one lesson file. Reports every mistake; the result counts only when there was none. */
export function compileLesson(
  file: string,
  text: string,
  library: CourseLibrary,
  report: Report,
): { lesson: CompiledLesson; keys: AnswerKeys; idLine: number } | null {
  const parts = splitFrontMatter(text);
  if (!parts) {
    report({ file, line: 1, message: 'a lesson begins with front matter between --- lines' });
    return null;
  }
  const parsed = parseYaml(file, parts.head, lessonSchema, report, 1);
  if (!parsed) return null;
  const head = parsed.value;
  for (const [index, directive] of head.directives.entries()) {
    if (library.passages.has(directive)) continue;
    const line = parsed.lineOf(['directives', index]);
    report({ file, line, message: `directives: there is no passage "${directive}"` });
  }

  const problem: CompileContext['problem'] = (node, message) =>
    report({ file, line: (node.position?.start.line ?? 1) + parts.bodyLine, message });
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
    figure: (name) => (Object.hasOwn(figures, name) ? (figures[name] ?? null) : null),
    problem,
  };

  const tree = parseMarkdown(parts.body);
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
  const lesson: CompiledLesson = {
    ...head,
    blocks,
    passages: [...usedPassages.values()].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1))),
    terms: [...usedTerms].flatMap((id) => library.glossary.get(id) ?? []).sort(byTerm),
    sources: [...cited.keys()].flatMap((id) => {
      const source = library.sources.get(id);
      return source ? [{ id, html: sourceHtml(source) }] : [];
    }),
  };
  return { lesson, keys, idLine: parsed.lineOf(['id']) };
}
