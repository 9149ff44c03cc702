import type { Parents, RootContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Xhtml } from '@/rules/exchange/qti-write';
import { escapeXml } from '@/rules/exchange/xml-read';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkDirective);

type Note = (words: string) => void;

const tag = (name: string, inner: string, attributes = ''): string =>
  `<${name}${attributes}>${inner}</${name}>`;

const inside = ({ children }: Parents, source: string, note: Note): string =>
  (children as RootContent[]).map((child) => written(child, source, note)).join('');

const courseWords = new Set(['cite', 'zh', 'term']);

/** A directive stands for something of the course, whose words remain; any other is what was written. */
function directive(node: TextDirective, source: string, note: Note): string {
  if (!courseWords.has(node.name)) {
    const { start, end } = node.position ?? {};
    return escapeXml(source.slice(start?.offset ?? 0, end?.offset ?? 0));
  }
  note('Not carried: that words are a term or a citation of the course.');
  return inside(node, source, note);
}

function written(node: RootContent, source: string, note: Note): string {
  switch (node.type) {
    case 'text':
      return escapeXml(node.value);
    case 'paragraph':
      return tag('p', inside(node, source, note));
    case 'emphasis':
      return tag('em', inside(node, source, note));
    case 'strong':
      return tag('strong', inside(node, source, note));
    case 'inlineCode':
      return tag('code', escapeXml(node.value));
    case 'code':
      return tag('pre', tag('code', escapeXml(node.value)));
    case 'break':
      return '<br/>';
    case 'list':
      return tag(node.ordered ? 'ol' : 'ul', inside(node, source, note));
    case 'listItem':
      return tag('li', inside(node, source, note));
    case 'link': {
      const inner = inside(node, source, note);
      if (/^(https?|mailto):/i.test(node.url)) return tag('a', inner, ` href="${escapeXml(node.url)}"`);
      note('Not carried: links to lessons of the course. Their words are.');
      return inner;
    }
    case 'image':
    case 'imageReference':
      note('Not carried: pictures.');
      return '';
    case 'inlineMath':
    case 'math':
      note('Not carried: formulas, of which the source is.');
      return node.type === 'math'
        ? tag('pre', tag('code', escapeXml(node.value)))
        : tag('code', escapeXml(node.value));
    case 'html':
      note('Not carried: html in its texts.');
      return '';
    case 'textDirective':
      return directive(node, source, note);
    case 'heading':
      return tag('p', tag('strong', inside(node, source, note)));
    case 'blockquote':
    case 'footnoteDefinition':
      return inside(node, source, note);
    case 'table':
      note('Not carried: that texts are a table. Each row is a paragraph.');
      return inside(node, source, note);
    case 'tableRow':
      return tag('p', node.children.map((cell) => inside(cell, source, note)).join(' '));
    default: {
      const words = escapeXml(textOf(node));
      return words === '' || node.type === 'delete' ? words : tag('p', words);
    }
  }
}

/** Makes XHTML of the Markdown of the bank, of what QTI has: paragraphs, emphasis, code, lists, links. */
export function xhtmlOf(note: Note): Xhtml {
  const tree = (markdown: string) => parser.parse(markdown).children;
  const all = (nodes: RootContent[], source: string) =>
    nodes.map((node) => written(node, source, note)).join('');
  return {
    blocks: (markdown) => all(tree(markdown), markdown),
    inline: (markdown) => {
      const nodes = tree(markdown);
      const [only, ...more] = nodes;
      return only?.type === 'paragraph' && more.length === 0
        ? inside(only, markdown, note)
        : all(nodes, markdown);
    },
  };
}
