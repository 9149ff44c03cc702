import { drawsFrom } from '../seeded';
import { type Case, kindsOfCase } from './cases';

/** Four cases, with their facts under numbers of the learner's own. */
export type NeedTask = { cases: { title: string; story: string; facts: { id: string; says: string }[] }[] };

/** The cases of one learner: each with its facts in their order, by number and by the word of the key. */
export function drawCases(
  seed: Uint8Array,
): { drawn: Case; facts: { id: string; key: string; says: string }[] }[] {
  const { pick, shuffled } = drawsFrom(seed, 'need');
  const numbers = Array.from({ length: 90 }, (_, at) => String(10 + at));
  return shuffled(kindsOfCase.map((cases) => pick(cases))).map((drawn) => {
    const ids = shuffled(numbers);
    const facts = shuffled(Object.entries(drawn.facts));
    return { drawn, facts: facts.map(([key, says], at) => ({ id: ids[at] ?? '', key, says })) };
  });
}

/** The task of one learner. */
export const needTask = (seed: Uint8Array): NeedTask => ({
  cases: drawCases(seed).map(({ drawn: { title, story }, facts }) => ({
    title,
    story,
    facts: facts.map(({ id, says }) => ({ id, says })),
  })),
});
