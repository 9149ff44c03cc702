'use client';

import { type KeyboardEvent, useState } from 'react';
import type { Insert } from '@/kinds/insert';
import { blockInserts } from '@/kinds/inserts';
import { DialogHead } from './dialog-head';
import { textInserts } from './text-inserts';

const inserts = [...blockInserts, ...textInserts];
const menus = ['Blocks', 'Questions', 'In the text'] as const;

/** Whether every word that is looked for stands in the name or the description. */
function matches({ label, about, name }: Insert, sought: string): boolean {
  const words = `${label} ${about} ${name}`.toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

/** Moves the focus between the entries, as arrow keys do in a menu; Tab does too. */
function move(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('input, .ed-menu-entry')];
  const at = entries.findIndex((entry) => entry.matches(':focus'));
  entries[Math.min(entries.length - 1, Math.max(0, at + step))]?.focus();
  event.preventDefault();
}

type Props = {
  /** A set of the question bank holds questions alone. */
  questionsOnly: boolean;
  onChoose: (insert: Insert) => void;
  onClose: () => void;
};

/** Everything that can be inserted, with a search over it. */
export function InsertMenu({ questionsOnly, onChoose, onClose }: Props) {
  const [sought, setSought] = useState('');
  const found = inserts.filter(
    (insert) => matches(insert, sought) && !(questionsOnly && insert.menu === 'Blocks'),
  );
  const first = found[0];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are a convenience beside Tab
    <div onKeyDown={move}>
      <DialogHead title="Insert" onClose={onClose} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (first) onChoose(first);
        }}
      >
        <label htmlFor="ed-sought" className="visually-hidden">
          What to insert
        </label>
        <input
          id="ed-sought"
          type="search"
          className="ed-sought"
          placeholder="callout, question, citation …"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          autoComplete="off"
        />
      </form>
      <p role="status" className="visually-hidden">
        {sought === '' ? '' : `${found.length} found`}
      </p>
      {found.length === 0 && <p className="ed-note">Nothing is called like that.</p>}
      {menus.map((menu) => {
        const entries = found.filter((insert) => insert.menu === menu);
        if (entries.length === 0) return null;
        return (
          <section key={menu} className="ed-menu">
            <h3>{menu}</h3>
            <ul>
              {entries.map((insert) => (
                <li key={insert.name}>
                  <button type="button" className="ed-menu-entry" onClick={() => onChoose(insert)}>
                    <span className="ed-menu-label">{insert.label}</span>
                    <span className="ed-menu-about">{insert.about}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
