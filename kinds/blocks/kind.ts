import type { Root, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Asset } from '@/rules/authoring/course-files';
import type { AnswerKey, LabRef, Passage, StudentQuestion } from '@/rules/editions/edition';
import type { CompletesBy } from '@/rules/learning/evidence';
import type { Figure } from './figure/figures/svg';

/** What a block may use while it is compiled. Everything it renders has gone through the sanitiser. */
export type CompileContext = {
  /** Markdown nodes to sanitised html. */
  render: (nodes: RootContent[]) => string;
  passage: (id: string) => Passage | null;
  figure: (name: string) => Figure | null;
  /** Registers a citation and gives its link as html, or null when there is no such source. */
  cite: (sourceId: string) => string | null;
  /** A file of the course by its path, with the address it is served from. */
  asset: (path: string) => { href: string; asset: Asset } | null;
  /** What is reported stops publishing, unless it is advice. */
  problem: (node: { position?: Root['position'] }, message: string, advice?: boolean) => void;
};

export type DirectiveNode = ContainerDirective | LeafDirective;

type BlockOutput = {
  html: string;
  label: string;
  /** It asks for an entry of the claim log, perhaps on a passage. */
  entry?: { passage: string | null };
  question?: { student: StudentQuestion; key: AnswerKey };
  lab?: LabRef;
};

/**
 * A kind of block. `compile` reports every mistake it finds through the context, and returns null
 * when it cannot go on; what it reports stops publishing.
 */
export type BlockKind = {
  name: string;
  completesBy: CompletesBy;
  compile: (node: DirectiveNode, context: CompileContext) => BlockOutput | null;
};

/** Escapes text for html, attribute values included. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** An attribute the block cannot do without; reports it when it is missing. */
export function requireAttribute(node: DirectiveNode, name: string, context: CompileContext): string | null {
  const value = node.attributes?.[name]?.trim();
  if (value) return value;
  context.problem(node, `:::${node.name} needs ${name}="…"`);
  return null;
}

/** An attribute that must be one of a few words; reports it when it is not. */
export function chooseAttribute<Word extends string>(
  node: DirectiveNode,
  name: string,
  words: readonly Word[],
  context: CompileContext,
): Word | null {
  const value = requireAttribute(node, name, context);
  if (value === null) return null;
  const word = words.find((candidate) => candidate === value);
  if (word) return word;
  context.problem(node, `${name}="${value}" is not one of ${words.join(', ')}`);
  return null;
}
