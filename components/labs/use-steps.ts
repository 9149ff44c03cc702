import { useRef, useState } from 'react';
import type { Values } from '@/kinds/labs/verdict';

type Steps = {
  past: readonly Values[];
  now: Values;
  future: readonly Values[];
  /** The field that was typed in last: typing on in it goes on with the same step. */
  typing: string | null;
};

export type Action =
  | { do: 'type'; field: string; value: string }
  | { do: 'set'; values: Values }
  | { do: 'replace'; values: Values }
  | { do: 'undo' }
  | { do: 'redo' };

const mostSteps = 200;

/** The steps of a form after one more action. */
export function stepped(state: Steps, action: Action): Steps {
  const { past, now, future } = state;
  if (action.do === 'undo') {
    const last = past.at(-1);
    return last ? { past: past.slice(0, -1), now: last, future: [now, ...future], typing: null } : state;
  }
  if (action.do === 'redo') {
    const [next, ...rest] = future;
    return next ? { past: [...past, now], now: next, future: rest, typing: null } : state;
  }
  if (action.do === 'replace') return { past: [], now: action.values, future: [], typing: null };
  const field = action.do === 'type' ? action.field : null;
  const values = action.do === 'type' ? { ...now, [action.field]: action.value } : action.values;
  const goesOn = field !== null && field === state.typing && past.length > 0;
  return {
    past: goesOn ? past : [...past.slice(-mostSteps), now],
    now: values,
    future: [],
    typing: field,
  };
}

/** What stands in a form, with every step of how it came to be: each can be undone and done again. */
export function useSteps(first: Values) {
  const [steps, setSteps] = useState<Steps>({ past: [], now: first, future: [], typing: null });
  const latest = useRef(steps);
  /** @returns what stands in the form from now on. */
  const act = (action: Action): Values => {
    latest.current = stepped(latest.current, action);
    setSteps(latest.current);
    return latest.current.now;
  };
  return { values: steps.now, canUndo: steps.past.length > 0, canRedo: steps.future.length > 0, act };
}
