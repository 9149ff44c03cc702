import type { Heading, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { anchorOf, idOf } from '@/rules/authoring/foreign-course-names';
import { type Piece, plainText } from './page';

/** The blocks of a lesson-to-be: the id of each `##`, and where each anchor of the page now leads. */
export type Outline = { ids: Map<RootContent, string>; anchors: [anchor: string, block: string | null][] };

const ownId = /\{#([\w:.-]+)[^}]*\}\s*$/;

/** The id that is written behind a heading, whatever its form. */
const writtenId = (heading: Heading): string | null => {
  const last = heading.children.at(-1);
  return last?.type === 'text' ? (ownId.exec(last.value)?.[1] ?? null) : null;
};

/**
 * An id for a block. It ends in no number, because text that goes on after a box has the id of its block
 * with a number behind it; for that there is room, too.
 */
function blockId(words: string[], taken: Set<string>): string {
  const plain = words.map(idOf).find((id) => /[a-z]/.test(id)) ?? 'part';
  const base = plain.slice(0, 40).replace(/-+$/, '');
  const own = /(^|-)\d+$/.test(base) ? `${base}-part` : base;
  let id = own;
  for (let number = 2; taken.has(id); number += 1) id = `part-${number}-${own}`;
  taken.add(id);
  return id;
}

/** Gives every `##` an id; `counts` numbers anchors that are alike over the whole page, as sites do. */
export function outlineOf(piece: Piece, counts: Map<string, number>): Outline {
  const ids = new Map<RootContent, string>();
  const anchors: Outline['anchors'] = [];
  // Text before the first heading has this id.
  const taken = new Set(['opening']);
  let block: string | null = null;
  const anchor = (heading: Heading) => {
    const plain = anchorOf(plainText(heading));
    const count = counts.get(plain) ?? 0;
    counts.set(plain, count + 1);
    anchors.push([count === 0 ? plain : `${plain}-${count}`, block]);
    const written = writtenId(heading);
    if (written) anchors.push([written, block]);
  };
  for (const node of piece.nodes) {
    if (node.type === 'heading') {
      if (node.depth === 2) {
        block = blockId([writtenId(node) ?? '', plainText(node)], taken);
        ids.set(node, block);
      }
      anchor(node);
    } else visit(node, 'heading', anchor);
  }
  return { ids, anchors };
}
