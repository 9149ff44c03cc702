import type { Nodes, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type FoundParagraph, plainLine } from '@/rules/sources/clean-document';
import { paragraphsOf } from '@/rules/sources/split-passages';
import { decodeText } from './decode-text';
import { htmlParagraphs } from './html-paragraphs';

export type TextFormat = 'text' | 'markdown' | 'html';

const markdown = unified().use(remarkParse).use(remarkGfm);
const frontMatter = /^\ufeff?---\r?\n[\s\S]*?\r?\n---\r?\n/;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A paragraph as html: its own html as it is, everything else as text. */
function asHtml(node: Nodes): string {
  if (node.type === 'html') return node.value;
  if (node.type === 'break') return '<br>';
  return 'children' in node ? node.children.map(asHtml).join('') : escaped(textOf(node, words));
}

const words = { includeHtml: false, includeImageAlt: false };

/** The blocks of Markdown that are read as one paragraph each. */
function markdownBlocks(node: Nodes): FoundParagraph[] {
  if (node.type === 'heading') return [{ text: textOf(node, words), heading: true }];
  if (node.type === 'definition' || node.type === 'thematicBreak') return [];
  const holdsBlocks = /^(root|blockquote|list|listItem|table|footnoteDefinition)$/.test(node.type);
  if (holdsBlocks && 'children' in node) return (node.children as RootContent[]).flatMap(markdownBlocks);
  if (node.type === 'tableRow')
    return [{ text: node.children.map((cell) => textOf(cell, words)).join(' · ') }];
  return htmlParagraphs(asHtml(node));
}

/** The paragraphs of a text in its format. Nothing of any markup is in them. */
export function readParagraphs(text: string, format: TextFormat): FoundParagraph[] {
  if (format === 'html') return htmlParagraphs(text);
  if (format === 'text') return paragraphsOf(text);
  const head = frontMatter.exec(text)?.[0] ?? '';
  const furniture =
    head === '' ? [] : [{ text: plainLine(head.slice(0, 2_000)), furniture: 'head of the file' }];
  return [...furniture, ...markdownBlocks(markdown.parse(text.slice(head.length)))];
}

const whole = /^\s*(<!doctype\s+html|<html[\s>])/i;

/** A whole page of html that was pasted is read as one; anything else that is pasted is plain text. */
export const formatOfPasted = (text: string): TextFormat => (whole.test(text) ? 'html' : 'text');

const formats: [ending: RegExp, format: TextFormat][] = [
  [/\.(html?|xhtml)$/i, 'html'],
  [/\.(md|markdown)$/i, 'markdown'],
  [/\.(txt|text)$/i, 'text'],
];

export const largestUpload = 2 * 1024 * 1024;

/** Reads an uploaded file as paragraphs, or says why it is not taken. */
export function readUpload(
  name: string,
  bytes: Uint8Array,
): { text: string; format: TextFormat } | { problem: string } {
  const format = formats.find(([ending]) => ending.test(name))?.[1];
  if (!format) return { problem: 'Upload a .txt, .md or .html file, or paste the text.' };
  if (bytes.length > largestUpload) return { problem: 'This file is larger than 2 MB. Add it in parts.' };
  const decoded = decodeText(bytes);
  return 'problem' in decoded ? decoded : { text: decoded.text, format };
}

/** Text of a file as it goes back into the form when something else was wrong. */
export const asPasted = (text: string, format: TextFormat): string =>
  format === 'text'
    ? text
    : readParagraphs(text, format)
        .filter(({ furniture }) => furniture === undefined)
        .map((paragraph) => paragraph.text)
        .join('\n\n');
