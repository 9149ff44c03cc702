import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { QuestionScreen } from '@/features/learning/oversight/get-question';
import { correctionLabels } from '@/rules/assessment/correction-words';

type Props = {
  /** The page that shows what it would do. */
  action: string;
  screen: Pick<QuestionScreen, 'through' | 'laterKeys' | 'answers'>;
  /** The answers, which can be ticked. */
  children: ReactNode;
};

/** How a question is put right. A plain form that leads to its preview: nothing happens before. */
export function CorrectionChoice({ action, screen: { through, laterKeys, answers }, children }: Props) {
  const ways = [
    ...(answers.some(({ score }) => score < 1) ? (['also-right'] as const) : []),
    ...(laterKeys.length > 0 ? (['mark-as'] as const) : []),
    'full-marks' as const,
    'leave-out' as const,
  ];
  const [first] = ways;
  return (
    <form action={action} method="get">
      <input type="hidden" name="edition" value={through} />
      {children}
      <fieldset className="mt-8 grid gap-2">
        <legend className="mb-2 font-serif text-2xl font-semibold">Put this question right</legend>
        {ways.map((way) => (
          <label key={way} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="do"
              value={way}
              defaultChecked={way === first}
              className="size-5 shrink-0 accent-accent"
            />
            <span>
              {correctionLabels[way]}
              {way === 'also-right' && <span className="text-soft"> – those that are ticked above</span>}
            </span>
          </label>
        ))}
        {laterKeys.length > 0 && (
          <label className="flex flex-wrap items-center gap-3 pl-8">
            Key of
            <select name="key" className="min-h-11 rounded-md border border-rule bg-raised px-3">
              {laterKeys.toReversed().map((from) => (
                <option key={from} value={from}>
                  edition {from}
                </option>
              ))}
            </select>
          </label>
        )}
      </fieldset>
      <p className="mt-2 mb-4 max-w-prose text-sm text-soft">
        You see first who changes and by how much. The question in the draft stays as it is: mend it there
        too, for the next edition.
      </p>
      <Button>Show what it would do</Button>
    </form>
  );
}
