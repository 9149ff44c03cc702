import { useEffect, useRef, useState } from 'react';
import type { Values } from '@/kinds/labs/verdict';
import { canonicalJson, valuesIn } from '@/rules/labs/canonical';
import { address, type Lesson } from '../progress-store';
import { type DraftState, openDraft } from '../work/draft-store';

type Saved = { values: Values; revision: number; savedAt: string | null };
type Of = { lesson: Lesson; block: string; attempt: number };

/**
 * Keeps what stands in the form of a lab as it is changed, in the browser at once and on the server a moment later.
 * @param of null where nothing is kept
 * @param onOther what another device wrote, or what was left here unsent
 */
export function useDraft(
  of: Of | null,
  saved: Saved,
  writer: string,
  /** What stands in the form now: typed before there was a script, perhaps. */
  first: Values,
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
    const typedText = canonicalJson(first);
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
