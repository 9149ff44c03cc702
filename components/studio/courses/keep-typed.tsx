'use client';

import { use, useEffect, useRef, useState } from 'react';
import { FormResultContext } from '@/components/ui/form-result';
import { instantWords } from '@/rules/time/ago';

type Kept = { at: string; values: Record<string, string> };

function read(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

const valuesOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(form)].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'),
    ),
  );

/** Puts values into the fields of a form. @returns whether any of them was different. */
function fill(form: HTMLFormElement, values: Record<string, string>): boolean {
  const now = valuesOf(form);
  const different = Object.keys(values).filter((name) => name in now && now[name] !== values[name]);
  for (const name of different) {
    const field = form.elements.namedItem(name);
    if (field && 'value' in field) field.value = values[name] ?? '';
  }
  return different.some((name) => name !== 'version');
}

/**
 * Keeps in the browser what is typed into the form around it until the server has it: a tab that is closed
 * or a connection that breaks loses nothing. What was kept stands in the fields again, and says so.
 */
export function KeepTyped({ id }: { id: string }) {
  const key = `typed:${id}`;
  const state = use(FormResultContext);
  const mark = useRef<HTMLDivElement>(null);
  const sent = useRef(false);
  const [since, setSince] = useState<string | null>(null);

  useEffect(() => {
    const form = mark.current?.closest('form');
    if (!form) return;
    const path = location.pathname;
    const kept = read(key);
    if (kept && fill(form, kept.values)) setSince(kept.at);
    const keep = () => {
      const typed: Kept = { at: new Date().toISOString(), values: valuesOf(form) };
      try {
        localStorage.setItem(key, JSON.stringify(typed));
      } catch {
        // A full or forbidden store: the form works as it does without this.
      }
    };
    const send = () => {
      sent.current = true;
    };
    form.addEventListener('input', keep);
    form.addEventListener('submit', send);
    return () => {
      form.removeEventListener('input', keep);
      form.removeEventListener('submit', send);
      // Sent and led elsewhere: the server has it.
      if (sent.current && location.pathname !== path) localStorage.removeItem(key);
    };
  }, [key]);

  useEffect(() => {
    if (state.status === 'idle') return;
    sent.current = false;
    setSince(null);
    if (state.status === 'done') localStorage.removeItem(key);
  }, [state, key]);

  return (
    <div ref={mark} role="status" className={since ? '' : 'hidden'}>
      {since && (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 rounded-md border-l-4 border-accent bg-accent-soft px-4 py-2">
          <p>What you typed here on {instantWords(new Date(since))} is in the fields again.</p>
          <button
            type="button"
            className="min-h-11 font-semibold text-accent underline-offset-4 hover:underline"
            onClick={() => {
              localStorage.removeItem(key);
              location.reload();
            }}
          >
            Discard it
          </button>
        </div>
      )}
    </div>
  );
}
