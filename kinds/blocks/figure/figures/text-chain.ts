import { badge } from './marks';
import type { Figure } from './svg';
import { arrow, box, figure, markers, path, text } from './svg';

const name = 'text-chain';
const STEP = 132;
const BOX = 56;

const nodes: [title: string, note: string][] = [
  ['The speech', '24 Oct 2019, spoken in Chinese'],
  ['Xinhua’s report in Chinese', '25 Oct 2019'],
  ['Xinhua’s report in English', '25 Oct 2019, shorter'],
  ['Reposts and machine translation', 'blocking.net, dcebrief.com and others'],
  ['Our article', 'Blockchain Partners, 2019'],
];

const hops: [lost: string, added: string][] = [
  ['exact words: hardly any quotation marks', 'a reporter’s verbs: “stressed that …”'],
  ['items: the Chinese text lists more', 'a translator’s choice: “influence”'],
  ['the word “theory”, and some grammar', 'a new sense: “right to speak and rule”'],
  ['“influence”: here it is “right to speak”', 'a headline verb: “vows”'],
];

const drawNode = ([title, note]: [string, string], i: number): string => {
  const y = 8 + i * STEP;
  const ours = i === nodes.length - 1;
  return (
    box(
      60,
      y,
      368,
      BOX,
      [],
      ours ? { fill: 'accent-soft', stroke: 'accent', width: 1.5 } : { stroke: 'ink-soft' },
    ) +
    text(78, y + 24, title, { size: 16, bold: true }) +
    text(78, y + 44, note, { size: 13.5, fill: 'ink-soft' })
  );
};

const drawHop = ([lost, added]: [string, string], i: number): string => {
  const y = 8 + i * STEP + BOX;
  return (
    arrow(name, `M94 ${y}V${y + STEP - BOX - 1}`, { stroke: 'ink', width: 1.5 }) +
    badge(128, y + 25, 'minus', 'bad') +
    text(146, y + 30, lost) +
    badge(128, y + 51, 'plus', 'accent') +
    text(146, y + 56, added)
  );
};

const bypass = path(`M60 ${8 + STEP + 28}H26V${8 + 3 * STEP + 28}H50`, {
  stroke: 'ink-soft',
  dash: '2 5',
});

/** From the speech to the article we read, with what each hop loses and adds. */
export const textChain: Figure = figure(
  name,
  'Five texts, four hops: from the speech to our article',
  'A chain of five texts, top to bottom. The speech of 24 October 2019 becomes Xinhua’s Chinese ' +
    'report, which loses the exact words, since hardly anything stands in quotation marks, and adds ' +
    'a reporter’s verbs such as “stressed that”; Xinhua’s English report of 25 October is shorter, ' +
    'loses items that the Chinese text lists, and adds a translator’s choice, “influence”. ' +
    'Reposts and machine translations, at blocking.net, dcebrief.com and others, some made straight from the Chinese as a dashed line shows, ' +
    'lose the word “theory” and some grammar and add a new sense, “right to speak and rule”. Our ' +
    'article, by Blockchain Partners, has “right to speak” in place of “influence” and adds a ' +
    'headline verb, “vows”. A minus sign marks what is lost, a plus sign what is added.',
  644,
  [
    markers(name, ['ink', 'ink-soft']),
    bypass,
    arrow(name, `M50 ${8 + 3 * STEP + 28}H59`, { stroke: 'ink-soft' }),
    ...nodes.map(drawNode),
    ...hops.map(drawHop),
    badge(69, 622, 'minus', 'bad'),
    text(86, 627, 'lost', { size: 13.5 }),
    badge(141, 622, 'plus', 'accent'),
    text(158, 627, 'added', { size: 13.5 }),
    path('M222 622H252', { dash: '2 5' }),
    text(262, 627, 'straight from the Chinese', { size: 13.5 }),
  ],
);
