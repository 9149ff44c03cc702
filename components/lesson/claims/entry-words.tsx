import type { ReactNode } from 'react';
import type { ShownEntry } from '@/features/learning/claims/shown';
import { claimFields } from '@/rules/claims/entry';
import { levelInWords, modeInWords } from '@/rules/claims/plain';

type Props = {
  entry: ShownEntry;
  /** Its place among those that were handed in; none in the log itself, where places change. */
  number?: number;
  /** What can be done with it. */
  children?: ReactNode;
};

/** One entry: who claims what and how, on which evidence, and what would change the mind of its writer. */
export function EntryWords({ entry: { words, lesson, missing }, number, children }: Props) {
  const { claim, speaker, evidence, change, passage } = words;
  const lines: [string, string][] = [
    [claimFields.speaker, [speaker.trim(), modeInWords(words)].filter(Boolean).join(' · ')],
    [claimFields.evidence, evidence],
    [claimFields.change, change],
  ];
  return (
    <article className="claim-entry">
      <h3>
        {number !== undefined && <span className="claim-entry-number">{number}. </span>}
        {claim.trim() || 'No claim yet'}
      </h3>
      <dl>
        {lines
          .filter(([, value]) => value.trim() !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p className="claim-entry-from">
        {words.level && <strong>{levelInWords(words)}</strong>}
        {passage && <span>Passage {passage}</span>}
        <span>From “{lesson.title}”</span>
      </p>
      {missing && <p className="claim-entry-missing">{missing}</p>}
      {children}
    </article>
  );
}
