import type { Root, RootContent } from 'mdast';
import { figures } from '@/kinds/blocks/figure/figures';
import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';
import { blockKinds } from '@/kinds/blocks/registry';
import type { FileProblem } from '@/rules/authoring/course-files';
import type {
  AnswerKey,
  CompiledBlock,
  CompiledLesson,
  GlossaryEntry,
  Passage,
} from '@/rules/editions/edition';
import { type SpeechMode, speechModes } from '@/rules/sources/evidence-levels';
import { checkPassages, checkSources, type InternalLink, resolveAssets, resolveLinks } from './checks';
import type { CourseLibrary } from './library';
import { parseMarkdown } from './markdown';
import { citationLink, sourceHtml } from './sources';
import type { BlockPart } from './split-blocks';
import { applyTextDirectives } from './text-directives';
import { typesetTree } from './typeset';

/** A text in a file: how many lines stand before it, and where its mistakes are told. */
type TextAt = {
  text: string;
  file: string;
  linesBefore: number;
  report: (problem: FileProblem) => void;
};

type Problem = CompileContext['problem'];

/** A text as a tree that is ready to be compiled block by block. */
export type ReadText = { tree: Root; links: InternalLink[]; problem: Problem; lineOf: LineOf };
type LineOf = (node: Parameters<Problem>[0]) => number;

export type BodyBlock = { block: CompiledBlock; key: AnswerKey | null };

/** What the blocks of one lesson share: the numbers of its citations, the terms and passages that it uses. */
export type Body = {
  read: (at: TextAt) => ReadText;
  /** One block, whose mistakes are told where it was read; null when it cannot be one. */
  compile: (part: BlockPart, from: ReadText) => BodyBlock | null;
  uses: (passage: string) => boolean;
  passage: (id: string) => Passage | null;
  /** The panes beside the lesson. */
  panes: () => Pick<CompiledLesson, 'passages' | 'terms' | 'sources'>;
};

/** Compiles texts of one lesson. */
export function bodyOf(library: CourseLibrary): Body {
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
  const contextOf = (problem: Problem): CompileContext => ({
    render: (nodes: RootContent[]) => {
      try {
        return library.render({ type: 'root', children: structuredClone(nodes) });
      } catch (error) {
        problem(nodes[0] ?? {}, error instanceof Error ? error.message : String(error));
        return '';
      }
    },
    cite,
    passage,
    asset: (path) => {
      const asset = library.assets.get(path);
      return asset ? { href: library.assetAddress(asset), asset } : null;
    },
    figure: (name) => (Object.hasOwn(figures, name) ? (figures[name] ?? null) : null),
    problem,
  });

  return {
    read: ({ text, file, linesBefore, report }) => {
      const lineOf: LineOf = (node) => (node.position?.start.line ?? 1) + linesBefore;
      const problem: Problem = (node, message, advice) =>
        report({ file, line: lineOf(node), message, ...(advice ? { advice } : {}) });
      const tree = (library.parse ?? parseMarkdown)(text);
      checkSources(tree, problem);
      checkPassages(tree, library, problem);
      resolveAssets(tree, library, problem);
      const links = resolveLinks(tree, library, lineOf, problem);
      applyTextDirectives(tree, text, {
        citationNumber,
        noteTerm: (id) => {
          if (!library.glossary.has(id)) return false;
          usedTerms.add(id);
          return true;
        },
        problem,
      });
      typesetTree(tree);
      return { tree, links, problem, lineOf };
    },
    compile: (part, { problem }) => {
      const context = contextOf(problem);
      if (part.kind === 'prose') {
        const html = context.render(part.nodes);
        const { id, label } = part;
        return {
          block: { id, kind: 'prose', completesBy: 'viewed', label, html, question: null },
          key: null,
        };
      }
      const kind = blockKinds.get(part.kind);
      const node = part.nodes[0] as DirectiveNode;
      if (!kind) {
        problem(node, `there is no block "${part.kind}"`);
        return null;
      }
      const output = kind.compile(node, context);
      if (!output) return null;
      const { label, html, question, entry, lab } = output;
      return {
        block: {
          id: part.id,
          kind: kind.name,
          completesBy: kind.completesBy,
          label,
          html,
          question: question?.student ?? null,
          ...(entry ? { entry } : {}),
          ...(lab ? { lab } : {}),
        },
        key: question?.key ?? null,
      };
    },
    uses: (id) => usedPassages.has(id),
    passage,
    panes: () => ({
      passages: [...usedPassages.values()].sort(byNumber),
      terms: [...usedTerms].flatMap((id) => library.glossary.get(id) ?? []).sort(byTerm),
      sources: [...cited.keys()].flatMap((id) => {
        const source = library.sources.get(id);
        return source ? [{ id, html: sourceHtml(source) }] : [];
      }),
    }),
  };
}

const byTerm = (a: GlossaryEntry, b: GlossaryEntry) => a.term.localeCompare(b.term, 'en');

/** By letter, then by number: A2, A10, D1. */
const byNumber = (a: { id: string }, b: { id: string }): number =>
  a.id[0] === b.id[0] ? Number(a.id.slice(1)) - Number(b.id.slice(1)) : a.id < b.id ? -1 : 1;
