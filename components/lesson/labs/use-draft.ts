import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Values } from '@/kinds/labs/verdict';
import { canonicalJson, valuesIn } from '@/rules/labs/canonical';
import { address, type Lesson } from '../progress-store';
import { type DraftState, openDraft } from '../work/draft-store';

type Saved = { values: Values; revision: number; savedAt: string | null };
type Of = { lesson: Lesson; block: string; attempt: number };

/** The values that stand in a form, as the page has them. */
const valuesOfForm = (form: HTMLFormElement): Values =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      name.startsWith('v.') && typeof value === 'string'
        ? [[name.slice(2), value.replace(/\r\n?/g, '\n')]]
        : [],
    ),
  );

/**
 * Keeps what stands in the form of a lab as it is changed, in the browser at once and on the server a moment later.
 * @param of null where nothing is kept
 * @param onOther what another device wrote, or what was left here unsent
 */
export function useDraft(
  of: Of | null,
  saved: Saved,
  writer: string,
  form: RefObject<HTMLFormElement | null>,
  onOther: (values: Values) => void,
) {
  const [state, setState] = useState<DraftState | null>(null);
  const store = useRef<ReturnType<typeof openDraft> | null>(null);
  const shown = useRef(0);
  const { course, lesson, enrollmentId } = of?.lesson ?? {};

  // biome-ignore lint/correctness/useExhaustiveDependencies: one store for the attempt that the page is about
  useEffect(() => {
    if (!of) return;
    const { block, attempt } = of;
    const text = canonicalJson(saved.values);
    // What was chosen before the script was there stands in the form alone. Ticks that are empty are not in it.
    const typed = form.current ? { ...emptied(saved.values), ...valuesOfForm(form.current) } : saved.values;
    const typedText = canonicalJson(typed);
    if (typedText !== text) onOther(typed);
    store.current = openDraft(
      {
        key: `lab:${enrollmentId}:${lesson}:${block}:${attempt}`,
        url: address(of.lesson, 'save-lab'),
        body: (draft) => ({ block, attempt, text: draft }),
      },
      { text, revision: saved.revision, savedAt: saved.savedAt },
      writer,
      typedText,
      (next) => {
        setState(next);
        if (next.shown === shown.current) return;
        shown.current = next.shown;
        onOther(valuesIn(next.text));
      },
    );
    return () => store.current?.close();
  }, [course, lesson, enrollmentId, of?.block, of?.attempt]);

  return {
    state,
    saving: state !== null && state.savedAt === null && state.text !== canonicalJson(saved.values),
    change: (values: Values) => store.current?.change(canonicalJson(values)),
    takeAside: () => store.current?.takeAside(),
    dropAside: () => store.current?.dropAside(),
  };
}

const emptied = (values: Values): Values => Object.fromEntries(Object.keys(values).map((name) => [name, '']));
