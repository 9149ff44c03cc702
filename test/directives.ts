import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type CompileContext, type DirectiveNode, escapeHtml } from '@/kinds/blocks/kind';
import type { AssetType } from '@/rules/authoring/course-files';
import type { Passage } from '@/rules/editions/edition';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);

/** The first block of a Markdown text, as the compiler hands it to a kind. */
export const directive = (markdown: string): DirectiveNode =>
  parser.parse(markdown).children[0] as DirectiveNode;

const file = (type: AssetType, width: number | null = null, height: number | null = null) => ({
  href: `/api/assets/course/${type.replace('/', '-')}`,
  asset: { hash: 'a'.repeat(64), type, bytes: 4_200_000, width, height },
});

/** The files of the course, by path. */
const files: Record<string, ReturnType<typeof file>> = {
  'assets/film.mp4': file('video/mp4', 640, 360),
  'assets/talk.mp3': file('audio/mpeg'),
  'assets/words.vtt': file('text/vtt'),
  'assets/still.png': file('image/png', 640, 360),
};

/** What blocks ask of the compiler, with a file of each type, a passage `D1`, a source `src` and a figure `fig`. */
export function compileContext(passage: Partial<Passage> = {}): CompileContext & { problems: string[] } {
  const problems: string[] = [];
  return {
    problems,
    problem: (_node, message) => problems.push(message),
    render: (nodes: RootContent[]) =>
      nodes.map((node) => `<p>${escapeHtml(textOf(node, { includeHtml: false }))}</p>`).join(''),
    cite: (id) => (id === 'src' ? '<a class="cite" href="#src-src">1</a>' : null),
    asset: (path) => (Object.hasOwn(files, path) ? (files[path] ?? null) : null),
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
