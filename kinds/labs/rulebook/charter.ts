import type { Draws } from '../seeded';
import type { Policy } from './policy';
import { type Organisation, organisations, the, titled, together } from './roster';

/** What was agreed on the signatures of one channel: in a sentence for everybody, and exactly. */
export type Pact = { says: string; policy: Policy<Organisation> };

const one = (name: Organisation): Policy<Organisation> => ({ kind: 'name', name });
const of = (least: number, ...parts: Policy<Organisation>[]): Policy<Organisation> => ({
  kind: 'of',
  least,
  parts,
});
const all = (...parts: Policy<Organisation>[]) => of(parts.length, ...parts);

type Members = readonly [Organisation, Organisation, Organisation, Organisation];

/** In which the regulator has a part of its own: the one who watches, and the one who can. */
const withRegulator: ((members: Members) => Pact)[] = [
  ([a, b, c]) => ({
    says: `Two of ${together([a, b, c])} sign, whichever two they are, and nothing counts unless the Regulator signs as well.`,
    policy: all(one('regulator'), of(2, one(a), one(b), one(c))),
  }),
  ([a, b]) => ({
    says: `${titled(together([a, b]))} both sign. In an emergency the Regulator signs alone, and that is enough.`,
    policy: of(1, one('regulator'), all(one(a), one(b))),
  }),
];

const amongMembers: ((members: Members) => Pact)[] = [
  ([a, b]) => ({
    says: `${titled(together([a, b]))} both sign.`,
    policy: all(one(a), one(b)),
  }),
  ([a, b, c]) => ({
    says: `Two of ${together([a, b, c])} sign, whichever two they are.`,
    policy: of(2, one(a), one(b), one(c)),
  }),
  ([a, b, c]) => ({
    says: `Two of ${together([a, b, c])} sign, and ${the(a)} is always one of the two.`,
    policy: all(one(a), of(1, one(b), one(c))),
  }),
  ([a, b, c, d]) => ({
    says: `Three parties have a voice, and two of them have to agree: ${the(b)}, ${the(c)}, and a house of two, ${the(a)} and ${the(d)}. Either of these two signs for their house; both of them together still count once.`,
    policy: of(2, of(1, one(a), one(d)), one(b), one(c)),
  }),
];

/** Draws five pacts, each of another kind: both with a part for the regulator, and three without. */
export function pactsFrom(draws: Draws): Pact[] {
  const drawn = (kinds: ((members: Members) => Pact)[], among: readonly Organisation[]) =>
    kinds.map((kind) => {
      const [a, b, c, d] = draws.shuffled(among);
      return kind([a, b, c, d] as unknown as Members);
    });
  const others = organisations.filter((who) => who !== 'regulator');
  return draws.shuffled([
    ...drawn(withRegulator, others),
    ...drawn(draws.shuffled(amongMembers).slice(1), organisations),
  ]);
}
