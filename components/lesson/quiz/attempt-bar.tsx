import { useEffect, useRef, useState } from 'react';
import { timeLeft } from '@/rules/assessment/quiz-words';
import type { AttemptState } from './attempt-store';

type Props = {
  state: AttemptState;
  answered: number;
  total: number;
  dueAt: string | null;
  now: string;
  onDue: () => void;
};

const troubles = {
  offline: 'You are offline. Your answers are kept on this device and sent when you are back.',
  'signed-out': 'You are signed out. Sign in again in another tab: your answers are kept on this device.',
  over: 'This attempt is over. Reload the page to see what was handed in.',
} as const;

/** When so much is left, it is said aloud, in milliseconds. */
const warnings = [300_000, 60_000];

/** What stays at the top of an attempt: the time that is left, what is answered, and whether it is saved. */
export function AttemptBar({ state, answered, total, dueAt, now, onDue }: Props) {
  const waiting = [...state.answers.values()].some(({ savedAt }) => savedAt === null);
  return (
    <div className="attempt-bar">
      {dueAt ? <Clock dueAt={dueAt} now={now} onDue={onDue} /> : <span>No time limit</span>}
      <span>
        {answered} of {total} answered
      </span>
      <span role="status" className={state.trouble ? 'attempt-trouble' : undefined}>
        {state.trouble ? troubles[state.trouble] : waiting ? 'Saving …' : answered > 0 ? 'All saved' : ''}
      </span>
    </div>
  );
}

/** The time that is left by the server's clock, whatever the clock of the device says. */
function Clock({ dueAt, now, onDue }: Pick<Props, 'now' | 'onDue'> & { dueAt: string }) {
  const whole = new Date(dueAt).getTime() - new Date(now).getTime();
  const [left, setLeft] = useState(whole);
  const due = useRef(onDue);
  due.current = onDue;
  useEffect(() => {
    const begun = performance.now();
    let told = false;
    const timer = setInterval(() => {
      const rest = whole - (performance.now() - begun);
      setLeft(rest);
      // A moment before the end, so that what was typed last still arrives.
      if (rest < 1_500 && !told) {
        told = true;
        due.current();
      }
      if (rest <= 0) clearInterval(timer);
    }, 1_000);
    return () => clearInterval(timer);
  }, [whole]);
  const warning = warnings.find((mark) => left <= mark && left > mark - 15_000);
  return (
    <span className={left <= 60_000 ? 'attempt-clock attempt-clock-short' : 'attempt-clock'}>
      <span role="timer" aria-live="off">
        {left > 0 ? `${timeLeft(left)} left` : 'Time is over: what was saved is being handed in …'}
      </span>
      <span className="visually-hidden" aria-live="polite">
        {warning ? `${warning / 60_000} ${warning === 60_000 ? 'minute' : 'minutes'} left.` : ''}
      </span>
    </span>
  );
}
