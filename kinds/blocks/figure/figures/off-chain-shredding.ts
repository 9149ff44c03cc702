import { badge } from './marks';
import type { Figure } from './svg';
import { box, figure, rule, text } from './svg';

const name = 'off-chain-shredding';

const rows = [
  {
    where: 'On the chain',
    before: ['record 7f3a', 'commitment'],
    after: ['record 7f3a', 'commitment'],
    mark: 'tick',
  },
  {
    where: 'Beside the chain',
    before: ['sealed record', '1d3c2f96…'],
    after: ['sealed record', '1d3c2f96…'],
    mark: 'tick',
  },
  {
    where: 'Key, with the clinic',
    before: ['4b1f7c02…', 'and its backups'],
    after: ['destroyed', 'every copy'],
    mark: 'cross',
  },
  {
    where: 'Salts, with the clinic',
    before: ['8e24b7d0…', 'and their backups'],
    after: ['destroyed', 'every copy'],
    mark: 'cross',
  },
] as const;

const STEP = 104;

const drawRow = ({ where, before, after, mark }: (typeof rows)[number], i: number): string => {
  const y = 62 + i * STEP;
  const gone = mark === 'cross';
  return (
    text(16, y, where, { size: 15, bold: true }) +
    box(
      16,
      y + 12,
      186,
      58,
      [...before],
      i === 0 ? { fill: 'accent-soft', stroke: 'accent', width: 1.5 } : {},
    ) +
    rule(202, y + 41, 238, y + 41, {
      stroke: gone ? 'bad' : 'good',
      width: 1.5,
      dash: gone ? '4 5' : undefined,
    }) +
    badge(220, y + 41, mark, gone ? 'bad' : 'good', 11) +
    box(
      238,
      y + 12,
      186,
      58,
      [...after],
      gone
        ? { fill: 'bad-soft', stroke: 'bad', dash: '4 5' }
        : i === 0
          ? { fill: 'accent-soft', stroke: 'accent', width: 1.5 }
          : {},
    )
  );
};

/** What stays and what goes when the key of a record outside the chain is destroyed. */
export const offChainShredding: Figure = figure(
  name,
  'Before and after the key is destroyed',
  'A table of two columns, before and after, with four rows. On the chain: a record number and a commitment, ' +
    'the same before and after, marked with a tick. Beside the chain: the sealed record, the same bytes before ' +
    'and after, marked with a tick. The key with the clinic and its backups: destroyed in every copy, marked ' +
    'with a cross. The salts with the clinic and their backups: destroyed in every copy, marked with a cross. ' +
    'Below stands what follows: the sealed record can no longer be read, and the commitment can no longer be ' +
    'tried out; the holder, who kept lines and salts, can still prove the entry.',
  522,
  [
    text(109, 26, 'Before', { anchor: 'middle', fill: 'ink-soft', size: 15 }),
    text(331, 26, 'After', { anchor: 'middle', fill: 'ink-soft', size: 15 }),
    ...rows.map(drawRow),
    text(16, 486, 'Nobody at the clinic can read or guess the record.', { fill: 'ink-soft' }),
    text(16, 508, 'Its holder, who kept the lines, can still prove it.', { fill: 'ink-soft' }),
  ],
);
