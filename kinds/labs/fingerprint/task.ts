import { fingerprint } from '../digest';
import { drawsFrom } from '../seeded';

/** A text and five copies of it that go round, of which one is not the same. All of it goes to the page. */
export type FingerprintTask = { text: string; published: string; copies: string[] };

/** Our own words on three directives of the framed article, with what an alteration needs in each. */
const texts = [
  'On 24 October 2019 a study session heard about blockchain. The agency reported that research groups should work together on the hardest problems, so that what is built on the technology rests on parts that are safe and under control. The report names 3 tasks, and no budget for any of them.',
  'The report of 25 October 2019 lists uses in daily life: schooling, employment, pensions, medicine, the fight against counterfeits, the safety of food, charity and aid for the poor. It says that the technology should serve people better in these 8 fields, and it does not say how anybody would measure it.',
  'According to the report of 2019 the links between cities should grow closer: information, capital, people and credit should move between at least 2 cities with fewer obstacles. Who runs the shared record, and who answers when it is wrong, the text leaves open.',
] as const;

/** Changes that a reader overlooks: each gives another text, and therefore another fingerprint. */
const alterations: ((text: string) => string)[] = [
  (text) => text.replace('2019', '2018'),
  (text) => text.replace('should', 'must'),
  // A Cyrillic letter in place of the Latin one that looks the same.
  (text) => text.replace('report', 'rep\u043ert'),
  (text) => text.replace(', and', ' and'),
  (text) => text.replace('. ', '.  '),
];

/** The task of one learner: the text carries a line of their own, so that no two fingerprints are alike. */
export function fingerprintTask(seed: Uint8Array): FingerprintTask {
  const draws = drawsFrom(seed, 'fingerprint');
  const text = `${draws.pick(texts)}\nCopy ${draws.hex(6)}`;
  const altered = draws.pick(alterations)(text);
  const at = draws.below(5);
  return {
    text,
    published: fingerprint(text),
    copies: Array.from({ length: 5 }, (_, index) => (index === at ? altered : text)),
  };
}
