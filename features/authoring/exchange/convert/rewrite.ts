import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Html,
  Nodes,
  Parents,
  RootContent,
} from 'mdast';
import { visit } from 'unist-util-visit';
import type { ImportNote } from '@/rules/authoring/foreign-course-report';
import { Edits } from './edits';
import { pictureIn, silentElement, textOfHtml } from './html-text';
import { endOf, type Page, type Piece, plainText, startOf } from './page';
import { address, isWeb, type Note, type References, referencesOf } from './references';

export type Rewriting = References & {
  /** The ids of the blocks, by their headings. */
  ids: ReadonlyMap<RootContent, string>;
  note: (note: ImportNote) => void;
};

/** What holds words and not blocks: a tag in it is a tag, not a piece of a page. */
const phrasing = new Set([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'tableCell',
]);
const isLink = (node: Nodes | null): boolean => node?.type === 'link' || node?.type === 'linkReference';

/** The tags of Hugo, Jekyll, mdBook and kramdown. */
const templates = /\{\{[<%#][\s\S]*?[%>]?\}\}|\{%[\s\S]*?%\}|\{:[.#\s][^}]*\}/g;
const templatePicture = /^\{\{[<%]\s*(?:figure|img|image)\s/i;

/** What the definitions of a page say, wherever on it they stand. */
function definitionsIn(page: Page) {
  const links = new Map<string, string>();
  const footnotes = new Map<string, number>();
  for (const { nodes } of page.pieces) {
    visit({ type: 'root', children: nodes }, ['definition', 'footnoteDefinition'], (found) => {
      const node = found as Definition | FootnoteDefinition;
      if (node.type === 'footnoteDefinition') footnotes.set(node.identifier, footnotes.size + 1);
      else if (!links.has(node.identifier)) links.set(node.identifier, node.url);
    });
  }
  return {
    url: ({ identifier }: { identifier: string }) => links.get(identifier) ?? '',
    footnote: ({ identifier }: FootnoteReference | FootnoteDefinition) => footnotes.get(identifier) ?? 1,
  };
}

/** One piece of a page as the text of a lesson. What nobody has to change stays as it was written. */
export function rewritePiece(page: Page, piece: Piece, context: Rewriting): string {
  const { text } = page;
  const edits = new Edits();
  const definitions = definitionsIn(page);
  const said = new Set<string>();
  const note: Note = (kind, node, message) => {
    const line = page.lineAt(node.position?.start.line ?? 1);
    if (said.has(`${line} ${message}`)) return;
    said.add(`${line} ${message}`);
    context.note({ kind, file: page.path, line, message });
  };
  const { picture, destination } = referencesOf(page, context, note);
  const replace = (node: Nodes, words: string) => edits.replace(startOf(node), endOf(node), words);

  const link = (node: Parents & Nodes, url: string) => {
    const [first, last] = [node.children[0], node.children.at(-1)];
    if (!first || !last) replace(node, '');
    // What leads elsewhere is left as it is written, its title included.
    else if (node.type === 'linkReference' || !isWeb(url)) {
      const to = destination(node, url);
      edits.replace(startOf(node), startOf(first), to === null ? '' : '[');
      edits.replace(endOf(last), endOf(node), to === null ? '' : `](${address(to)})`);
    }
  };

  const heading = (node: Heading, top: boolean) => {
    const [first, last] = [node.children[0], node.children.at(-1)];
    if (!first || !last || (top && node.depth === 1)) {
      const title = page.front.title;
      if (top && title && page.pieces.length === 1 && plainText(node) !== title)
        note('changed', node, `the heading "${plainText(node)}" gave way to the title of the front matter`);
      replace(node, '');
      return;
    }
    const depth = top && node.depth === 2 ? 2 : 3;
    if (node.depth !== depth) note('changed', node, 'a heading of another depth became a ### heading');
    edits.replace(startOf(node), startOf(first), `${'#'.repeat(depth)} `);
    const source = last.type === 'text' ? text.slice(startOf(last), endOf(last)) : '';
    const written = /\s*\{[#.:][^}]*\}\s*$/.exec(source)?.[0].length ?? 0;
    const id = context.ids.get(node);
    edits.replace(endOf(last) - written, endOf(node), id ? ` {#${id}}` : '');
  };

  /** Raw html as its text. @returns the place of the sibling to go on with. */
  const html = (node: Html, parent: Parents, index: number): number => {
    if (/^<!--/.test(node.value)) note('dropped', node, 'a comment');
    else if (!/^<\//.test(node.value)) note('changed', node, 'raw html became its text');
    if (!phrasing.has(parent.type)) {
      replace(
        node,
        textOfHtml(node.value, (src, alt) => picture(node, src, alt, false)),
      );
      return index + 1;
    }
    const silent = silentElement.exec(node.value)?.[1];
    const closes = (other: Nodes) =>
      other.type === 'html' && new RegExp(`^</${silent}\\b`, 'i').test(other.value);
    const end = silent ? parent.children.findIndex((other, at) => at > index && closes(other)) : -1;
    const last = parent.children[end];
    if (last) {
      edits.replace(startOf(node), endOf(last), '');
      return end + 1;
    }
    const shown = pictureIn(node.value);
    replace(node, shown ? picture(node, shown.src, shown.alt, isLink(parent)) : inPlaceOf(node, parent));
    return index + 1;
  };
  const inPlaceOf = (node: Html, parent: Parents): string => {
    if (!/^<br\b/i.test(node.value)) return '';
    if (parent.type !== 'paragraph') return ' ';
    return text.charAt(endOf(node)) === '\n' ? '\\' : '\\\n';
  };

  const template = (node: Nodes) => {
    for (const match of text.slice(startOf(node), endOf(node)).matchAll(templates)) {
      const at = startOf(node) + match.index;
      const shown = templatePicture.test(match[0]) ? pictureIn(`<img ${match[0].slice(3)}`) : null;
      const words = shown?.src ? picture(node, shown.src, shown.alt, false) : '';
      if (!shown?.src) note('dropped', node, `a tag of a template: ${match[0].slice(0, 60)}`);
      edits.replace(at, at + match[0].length, words);
    }
  };

  const change = (node: Nodes, parent: Parents | null): void => {
    switch (node.type) {
      case 'heading':
        heading(node, parent === null);
        break;
      case 'link':
        link(node, node.url);
        break;
      case 'linkReference':
        link(node, definitions.url(node));
        break;
      case 'image':
        replace(node, picture(node, node.url, node.alt ?? '', isLink(parent)));
        break;
      case 'imageReference':
        replace(node, picture(node, definitions.url(node), node.alt ?? '', isLink(parent)));
        break;
      case 'definition':
        replace(node, '');
        break;
      case 'footnoteReference':
        note('changed', node, 'a footnote became a numbered note');
        replace(node, ` (note ${definitions.footnote(node)})`);
        break;
      case 'footnoteDefinition': {
        const end = text.indexOf(':', startOf(node)) + 1;
        edits.replace(startOf(node), end, `- Note ${definitions.footnote(node)}:`);
        break;
      }
      case 'text':
        template(node);
        break;
    }
    if ('children' in node) changeAll(node, node);
  };
  const changeAll = (holder: Parents, parent: Parents | null): void => {
    for (let index = 0; index < holder.children.length; ) {
      const child = holder.children[index] as RootContent;
      if (child.type === 'html') index = html(child, holder, index);
      else {
        change(child, parent);
        index += 1;
      }
    }
  };
  changeAll({ type: 'root', children: piece.nodes }, null);
  return edits
    .applyTo(text, piece.start, piece.end)
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}
