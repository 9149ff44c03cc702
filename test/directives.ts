import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type CompileContext, type DirectiveNode, escapeHtml } from '@/kinds/blocks/kind';
import type { Passage } from '@/rules/edition';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);

/** The first block of a Markdown text, as the compiler hands it to a kind. */
export const directive = (markdown: string): DirectiveNode =>
  parser.parse(markdown).children[0] as DirectiveNode;

/** What blocks ask of the compiler, with one passage `D1`, one source `src` and one figure `fig`. */
export function compileContext(passage: Partial<Passage> = {}): CompileContext & { problems: string[] } {
  const problems: string[] = [];
  return {
    problems,
    problem: (_node, message) => problems.push(message),
    render: (nodes: RootContent[]) =>
      nodes.map((node) => `<p>${escapeHtml(textOf(node, { includeHtml: false }))}</p>`).join(''),
    cite: (id) => (id === 'src' ? '<a class="cite" href="#src-src">1</a>' : null),
    asset: () => null,
    figure: (name) =>
      name === 'fig' ? { title: 'A figure', description: 'What it shows', svg: '<svg></svg>' } : null,
    passage: (id) =>
      id === 'D1'
        ? {
            id,
            title: 'Title',
            paraphrase: 'In our words',
            speaker: 'Somebody',
            mode: 'Paraphrased',
            verb: 'said',
            zh: '话语权',
            pinyin: 'huàyǔquán',
            citation: '<a class="cite" href="#src-src">1</a>',
            ...passage,
          }
        : null,
  };
}
