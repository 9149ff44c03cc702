import type { ShownBlock } from '@/features/authoring/publishing/readable-diff';
import { DiffText } from './diff-text';

type Question = NonNullable<ShownBlock['question']>;
type Option = Question['options'][number];

/** In an ordering every option is right, and what counts is its place. */
function rightWords({ right, wasRight, change }: Option, ordered: boolean): string | null {
  if (ordered)
    return change === 'removed'
      ? `was ${wasRight}.`
      : right === wasRight
        ? `${right}.`
        : `${right}., was ${wasRight ?? 'not there'}`;
  if (right !== null) return wasRight === null && change === 'same' ? 'right now' : 'right';
  return wasRight === null ? null : change === 'removed' ? 'was right' : 'no longer right';
}

/** What changed in a question: its words, its options with the right ones, and whether its feedback did. */
export function QuestionChange({
  question: { prompt, asked, options, rightAnswer, feedback },
}: {
  question: Question;
}) {
  const ordered = options.every(({ change, right }) => change === 'removed' || right !== null);
  return (
    <div className="grid gap-2">
      {prompt && <DiffText parts={prompt} />}
      {asked && <p className="font-semibold">What is to be filled in or marked changed.</p>}
      {rightAnswer && <p className="font-semibold">The right answer changed.</p>}
      {options.length > 0 && (
        <ul className="pub-options">
          {options.map((option) => {
            const right = rightWords(option, ordered);
            return (
              <li key={`${option.change}:${option.text}`} data-change={option.change}>
                <DiffText parts={[{ text: option.text, change: option.change }]} />
                {right && <span className="pub-right">{right}</span>}
              </li>
            );
          })}
        </ul>
      )}
      {feedback && <p className="text-sm text-soft">Its feedback or its hints were reworded.</p>}
    </div>
  );
}
