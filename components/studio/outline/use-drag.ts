'use client';

import { type DragEvent, useRef, useState } from 'react';

/** The line that shows where something would be put, from the edge of the outline. */
export type DropLine = { top: number; left: number; width: number };
type Dragged = { kind: 'lesson' | 'module'; id: string };

const rowsOf = (kind: Dragged['kind']) => (kind === 'lesson' ? '[data-lesson]' : '[data-module]');
const idOf = (row: Element, kind: Dragged['kind']) => row.getAttribute(`data-${kind}`) ?? '';

/** The place between rows under the pointer: the edge of a row, or the head of a module for a lesson. */
function placeAt({ kind }: Dragged, event: DragEvent): { to: string; edge: number; row: Element } | null {
  const target = event.target as Element;
  const row = target.closest(rowsOf(kind));
  const module = target.closest('[data-module]');
  if (!row) {
    const head = module?.querySelector('header');
    return head && module
      ? { to: `start:${idOf(module, 'module')}`, edge: head.getBoundingClientRect().bottom, row: head }
      : null;
  }
  const box = row.getBoundingClientRect();
  if (event.clientY > box.top + box.height / 2)
    return { to: `after:${idOf(row, kind)}`, edge: box.bottom, row };
  const before = row.previousElementSibling?.closest(rowsOf(kind));
  const start = kind === 'lesson' && module ? idOf(module, 'module') : idOf(row, kind);
  return { to: before ? `after:${idOf(before, kind)}` : `start:${start}`, edge: box.top, row };
}

/** Moves rows with the pointer: what is dropped is said to `drop`, as the buttons would say it. */
export function useDrag(drop: (item: Dragged, to: string) => void) {
  const dragged = useRef<Dragged | null>(null);
  const [line, setLine] = useState<DropLine | null>(null);
  const end = () => {
    dragged.current = null;
    setLine(null);
  };
  const handlers = {
    onDragStart(event: DragEvent<HTMLElement>) {
      const grip = (event.target as Element).closest?.('[data-drag]');
      const [kind, id] = grip?.getAttribute('data-drag')?.split(':') ?? [];
      if (!grip || !id || (kind !== 'lesson' && kind !== 'module')) return;
      dragged.current = { kind, id };
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', id);
      const row = grip.closest(kind === 'lesson' ? '[data-lesson]' : 'header');
      if (row) event.dataTransfer.setDragImage(row, 12, 12);
    },
    onDragOver(event: DragEvent<HTMLElement>) {
      const place = dragged.current && placeAt(dragged.current, event);
      if (!place) return;
      event.preventDefault();
      const [outer, inner] = [event.currentTarget.getBoundingClientRect(), place.row.getBoundingClientRect()];
      setLine({ top: place.edge - outer.top, left: inner.left - outer.left, width: inner.width });
    },
    onDrop(event: DragEvent<HTMLElement>) {
      const item = dragged.current;
      const place = item && placeAt(item, event);
      end();
      if (!item || !place) return;
      event.preventDefault();
      drop(item, place.to);
    },
    onDragEnd: end,
  };
  return { line, handlers };
}
