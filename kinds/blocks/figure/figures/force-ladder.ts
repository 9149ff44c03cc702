import type { Figure } from './svg';
import { box, figure, lines, rule, text } from './svg';

const name = 'force-ladder';

type Step = { kind: string; zh: string; by: string; example: string };

const steps: Step[] = [
  { kind: 'Constitution', zh: '宪法', by: 'National People’s Congress', example: 'above all' },
  {
    kind: 'Law',
    zh: '法律',
    by: 'the Congress or its Standing Committee',
    example: 'personal information, 2021',
  },
  { kind: 'Administrative regulation', zh: '行政法规', by: 'State Council', example: 'telecommunications' },
  {
    kind: 'Departmental rule',
    zh: '部门规章',
    by: 'one department, by order',
    example: 'blockchain services, 2019',
  },
  {
    kind: 'Normative document',
    zh: '规范性文件',
    by: 'one or more departments',
    example: 'coins: 2013, 2017, 2021, 2026',
  },
];

const STEP = 82;

const drawStep = ({ kind, zh, by, example }: Step, i: number): string => {
  const y = 12 + i * STEP;
  const x = 16 + i * 14;
  const low = i === steps.length - 1;
  return (
    box(x, y, 424 - x, 68, [], low ? { fill: 'accent-soft', stroke: 'accent', width: 1.5 } : {}) +
    text(
      x + 14,
      y + 24,
      [
        { t: kind, bold: true },
        { t: `  ${zh}`, lang: 'zh' },
      ],
      { size: 15.5 },
    ) +
    text(x + 14, y + 42, by, { size: 13.5, fill: 'ink-soft' }) +
    text(x + 14, y + 59, example, { size: 13.5 })
  );
};

/** The ranks of Chinese texts, with the instruments of the lesson on their steps. */
export const forceLadder: Figure = figure(
  name,
  'Five steps of legal force, and two texts beside them',
  'Five steps, the highest first. The constitution stands above all. A law is made by the National People’s Congress ' +
    'or its Standing Committee; an example is the Personal Information Protection Law of 2021. An administrative ' +
    'regulation is made by the State Council, such as that on telecommunications. A departmental rule is made by one ' +
    'department and published by order; an example is the Provisions on blockchain information services of 2019. The ' +
    'lowest step, highlighted, is the normative document of one or more departments: here stand the texts on coins ' +
    'of 2013, 2017, 2021 and 2026. Below a line are two kinds that stand beside the steps: a judicial interpretation ' +
    'says how courts apply a law, and a five-year plan sets aims and binds no citizen.',
  522,
  [
    ...steps.map(drawStep),
    rule(16, 432, 424, 432, { stroke: 'rule' }),
    text(16, 456, 'Beside the steps', { bold: true, size: 14.5 }),
    lines(
      16,
      480,
      ['Judicial interpretation: how courts apply a law.', 'Five-year plan: aims, which bind no citizen.'],
      { fill: 'ink-soft', leading: 22 },
    ),
  ],
);
