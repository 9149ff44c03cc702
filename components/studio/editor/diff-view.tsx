'use client';

import { useMemo } from 'react';
import { type DiffRow, diffRows } from './diff-rows';

type Props = { before: string; after: string; label: string; gone?: string; come?: string };

const signs = { same: ' ', added: '+', removed: '−' } as const;

/** A comparison of two texts, line by line, with the words that differ marked. */
export function DiffView({ before, after, label, gone = 'taken out', come = 'added' }: Props) {
  const rows = useMemo(() => diffRows(before, after), [before, after]);
  if (rows === null)
    return <p className="ed-note">The two texts are too different to be compared line by line.</p>;
  if (before === after) return <p className="ed-note">The two texts are the same.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it
    <section className="ed-diff" tabIndex={0} aria-label={label}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and are never reordered
        <Row key={index} row={row} gone={gone} come={come} />
      ))}
    </section>
  );
}

function Row({ row, gone, come }: { row: DiffRow; gone: string; come: string }) {
  if (row.kind === 'skipped')
    return <p className="ed-diff-skip">{row.count === 1 ? '1 line' : `${row.count} lines`} as before</p>;
  const said = row.kind === 'added' ? come : row.kind === 'removed' ? gone : null;
  return (
    <p className={`ed-diff-row ed-diff-${row.kind}`}>
      <span aria-hidden="true" className="ed-diff-sign">
        {signs[row.kind]}
      </span>
      <span>
        {said && <span className="visually-hidden">{said}: </span>}
        {row.parts.map(({ text, changed }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a line stand in their order
          changed ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </span>
    </p>
  );
}
