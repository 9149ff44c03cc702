import { useRef, useState } from 'react';
import { uniqueKey } from '@/components/ui/unique-key';
import type { LabAnswer } from '@/features/learning/labs/submit-lab';
import type { LabScreen } from '@/kinds/labs/screen';
import type { Values } from '@/kinds/labs/verdict';
import { address, confirmed, type Lesson, post } from '../progress-store';

/** What is wrong at one field, or with the whole where it names none. */
export type Problem = { where: string; says: string };

export type Standing = Pick<LabScreen, 'submissions' | 'triesLeft' | 'debrief' | 'report'> & {
  passed: boolean;
  problem: Problem | null;
  sending: boolean;
  /** While something waits to be run: how many come first, as far as it is known. */
  position: number | null;
};

/** The last verdict that was wrong, as what is wrong now. */
function problemOf({ submissions }: Pick<LabScreen, 'submissions'>): Problem | null {
  const last = submissions.at(-1);
  return last?.outcome === 'learner-error' ? { where: last.where ?? '', says: last.says ?? '' } : null;
}

const failed =
  'The server could not verify this: that is our failure, and it cost you no try. Hand it in again.';
const troubles: Record<number, string> = {
  401: 'You are signed out. Sign in again in another tab, then hand it in: your work is kept on this device.',
  429: 'Too many requests. Wait a moment, then hand it in again.',
};

/** Hands a lab in, and knows what came of it. A submission keeps its key until the server has answered it. */
export function useSubmission(
  lesson: Lesson | null,
  block: string,
  screen: LabScreen,
  first: { key: string; problem: Problem | null },
) {
  const [standing, setStanding] = useState<Standing>({
    submissions: screen.submissions,
    triesLeft: screen.triesLeft,
    debrief: screen.debrief,
    passed: screen.passedAt !== null,
    problem: first.problem ?? (screen.passedAt ? null : problemOf(screen)),
    sending: false,
    position: null,
    report: screen.report,
  });
  const key = useRef(first.key);
  const busy = useRef(false);
  const say = (problem: Problem | null) =>
    setStanding((now) => ({ ...now, problem, sending: false, position: null }));

  const askPosition = async () => {
    try {
      const response = await fetch(lesson ? address(lesson, 'lab') : '', {
        headers: { accept: 'application/json' },
      });
      const { position = null } = (await response.json()) as { position?: number | null };
      if (busy.current) setStanding((now) => ({ ...now, position }));
    } catch {
      // It is only for whoever waits.
    }
  };

  const submit = async (values: Values): Promise<void> => {
    if (!lesson || busy.current) return;
    busy.current = true;
    setStanding((now) => ({ ...now, sending: true }));
    const asking = screen.runs ? setInterval(() => void askPosition(), 1_500) : undefined;
    try {
      const of = { block, attempt: screen.attempt, key: key.current, values };
      const { status, body } = await post(address(lesson, 'lab'), of);
      if (status === 200) {
        const { verdict, triesLeft, debrief, progress, report } = body as unknown as LabAnswer;
        key.current = uniqueKey();
        setStanding(({ submissions }) => ({
          submissions: [...submissions, verdict],
          triesLeft,
          debrief,
          report,
          position: null,
          passed: verdict.outcome === 'pass',
          problem:
            verdict.outcome === 'system-error'
              ? { where: '', says: failed }
              : problemOf({ submissions: [verdict] }),
          sending: false,
        }));
        if (progress) confirmed(progress.done);
      } else if (status === 422) {
        const fields = Object.entries((body.fields ?? {}) as Record<string, string>);
        const [where = '', says = String(body.message)] = fields.find(([name]) => name !== 'code') ?? [];
        say({ where: where === 'form' ? '' : where, says });
      } else
        say({ where: '', says: troubles[status] ?? String(body.message ?? 'The server did not answer.') });
    } catch {
      say({
        where: '',
        says: 'You are offline. Your work is kept on this device: hand it in when you are back.',
      });
    }
    clearInterval(asking);
    busy.current = false;
  };
  return { standing, submit, say };
}
