import rehypeShikiFromHighlighter from '@shikijs/rehype/core';
import type { Element, Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeKatex from 'rehype-katex';
import rehypeSanitize, { defaultSchema, type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { createHighlighter } from 'shiki';
import { type Plugin, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { lessonSizes } from '@/rules/files/pictures';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkDirective);

/** Markdown to its tree, positions kept. */
export const parseMarkdown = (text: string): Root => parser.parse(text);

/** The address of a picture of a course, and with a width as `srcset` names it. Nothing else is a picture. */
const picture = '/api/assets/[a-z0-9-]+/[0-9a-f]{64}';
const choice = `${picture}/\\d{1,4} \\d{1,4}w`;

/**
 * What may remain of rendered text: the default of GitHub, narrowed to web addresses, plus what our own
 * text directives emit. Raw html never gets this far: remark-rehype drops it.
 */
const schema: Options = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), 'button'],
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  attributes: {
    ...defaultSchema.attributes,
    a: ['href', 'title', ['className', 'cite']],
    span: ['lang'],
    button: [['type', 'button'], ['className', 'term'], 'popoverTarget'],
    img: [
      ['src', new RegExp(`^${picture}$`)],
      ['srcSet', new RegExp(`^${choice}(, ${choice})*$`)],
      ['sizes', lessonSizes],
      'alt',
      'title',
      ['width', /^\d{1,5}$/],
      ['height', /^\d{1,5}$/],
      ['loading', 'lazy'],
    ],
    code: [['className', /^language-./, 'math-inline', 'math-display']],
    '*': ['colSpan', 'rowSpan', 'align', 'start'],
  },
};

const languages = ['bash', 'json', 'javascript', 'typescript', 'python', 'solidity', 'text'];

/** Tables and formulas that may be wider than a phone scroll by themselves, so the keyboard must reach them. */
const reachableScrollers: Plugin<[], HastRoot> = () => (tree) => {
  visit(tree, 'element', (node) => {
    const scrolls =
      node.tagName === 'table' || (node.tagName === 'math' && node.properties.display === 'block');
    if (scrolls) node.properties.tabIndex = 0;
  });
};

const isClass = (node: Element, name: string) => [node.properties.className].flat().includes(name);

/** Signs that end what stands before them. */
const closing = /^[.,;:!?)\]\u2019\u201d]+/;

/**
 * Browsers break a line between a word of the glossary or a formula and the sign after it, which then begins the next
 * line: these stay together.
 */
const signsKept: Plugin<[], HastRoot> = () => (tree) => {
  visit(tree, 'element', (parent) => {
    if (isClass(parent, 'kept')) return;
    for (const [index, node] of parent.children.entries()) {
      const after = parent.children[index + 1];
      if (node.type !== 'element' || after?.type !== 'text') continue;
      if (!isClass(node, 'term') && !isClass(node, 'katex')) continue;
      const [sign] = closing.exec(after.value) ?? [];
      if (sign === undefined) continue;
      after.value = after.value.slice(sign.length);
      const children = [node, { type: 'text', value: sign } as const];
      parent.children[index] = {
        type: 'element',
        tagName: 'span',
        properties: { className: ['kept'] },
        children,
      };
    }
  });
};

/** A picture that stands in a paragraph of its own is a figure; its title is the caption. */
const standingPictures: Plugin<[], HastRoot> = () => (tree) => {
  visit(tree, 'element', (node) => {
    const [image, ...others] = node.children;
    if (node.tagName !== 'p' || others.length > 0 || image?.type !== 'element' || image.tagName !== 'img')
      return;
    node.tagName = 'figure';
    node.properties.className = ['picture'];
    const { title } = image.properties;
    delete image.properties.title;
    if (typeof title !== 'string' || title.trim() === '') return;
    const words = { type: 'text', value: title } as const;
    node.children.push({ type: 'element', tagName: 'figcaption', properties: {}, children: [words] });
  });
};

type Renderer = (tree: Root) => string;
let built: Promise<Renderer> | undefined;

/** The renderer: tree to html, sanitised before formulas and code are drawn. Built once, it is costly. */
export const markdownRenderer = (): Promise<Renderer> => {
  built ??= buildRenderer();
  return built;
};

async function buildRenderer(): Promise<Renderer> {
  const highlighter = await createHighlighter({
    themes: ['github-light-high-contrast', 'github-dark-high-contrast'],
    langs: languages,
  });
  const renderer = unified()
    .use(remarkRehype)
    .use(rehypeSanitize, schema)
    .use(rehypeKatex, { output: 'mathml', trust: false, maxExpand: 1000, maxSize: 40 })
    .use(rehypeShikiFromHighlighter, highlighter, {
      themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
      defaultColor: 'light-dark()',
      fallbackLanguage: 'text',
      // What is coloured is a matter of the text alone, and not of how fast the machine was: an edition is its hash.
      tokenizeTimeLimit: 0,
      tokenizeMaxLineLength: 2_000,
    })
    .use(reachableScrollers)
    .use(signsKept)
    .use(standingPictures)
    .use(rehypeStringify);
  return (tree) => renderer.stringify(renderer.runSync(tree) as never);
}
