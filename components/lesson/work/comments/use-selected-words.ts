import { type RefObject, useEffect, useState } from 'react';
import type { Anchor } from '@/rules/work/comments';

/** How far into a part of the text an end of the selection is. */
const within = (part: Element, node: Node, offset: number): number | null =>
  part.contains(node) && node.nodeType === Node.TEXT_NODE ? offset : null;

/** The span of a text that is selected in a box whose parts say where they begin; null where nothing is. */
export function selectedIn(box: Element): Anchor | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const parts = [...box.querySelectorAll('[data-from]')].filter((part) => range.intersectsNode(part));
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const [begin, end] = [first, last].map((part) => Number(part.getAttribute('data-from')));
  if (begin === undefined || end === undefined) return null;
  const from = begin + (within(first, range.startContainer, range.startOffset) ?? 0);
  const to = end + (within(last, range.endContainer, range.endOffset) ?? last.textContent.length);
  return from < to ? { from, to } : null;
}

/** The words that somebody has selected in a text, by mouse, touch or keyboard. */
export function useSelectedWords(box: RefObject<Element | null>): Anchor | null {
  const [anchor, setAnchor] = useState<Anchor | null>(null);
  useEffect(() => {
    const look = () => {
      const found = box.current && selectedIn(box.current);
      setAnchor((old) => (old?.from === found?.from && old?.to === found?.to ? old : (found ?? null)));
    };
    // What was selected before the script came counts, too.
    look();
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [box]);
  return anchor;
}
