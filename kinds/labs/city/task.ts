import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { levelsOf, pathOf } from '../merkle/tree';
import { type Draws, drawsFrom } from '../seeded';
import {
  type Header,
  headerHash,
  headerText,
  type Office,
  type Received,
  type Signature,
  setHash,
  type ValidatorSet,
} from './header';
import type { CityVerdict } from './judge';

/** What city B knows of city A, and the six records that it has received. */
export type CityTask = {
  /** The header that B accepted last. */
  trusted: Header;
  former: ValidatorSet;
  current: ValidatorSet;
  records: Received[];
};

/** The task, and of each record what becomes of it and how many validators have signed it. */
export type CityPlan = { task: CityTask; answers: { verdict: CityVerdict; count: number }[] };

const names = [
  'Registry',
  'Court',
  'Treasury',
  'Harbour',
  'Hospital',
  'University',
  'Archive',
  'Museum',
  'Library',
  'Post',
];

/** An office with the key that it signs with. */
type Signer = Office & { secret: Uint8Array };

/** What city A says of its people and firms. */
const subjects: ((draws: Draws) => string)[] = [
  (draws) => `Licence ${draws.hex(4)}: the workshop may trade until ${2027 + draws.below(6)}`,
  (draws) => `Pension ${draws.hex(4)}: ${12 + draws.below(340)} months are paid in`,
  (draws) => `School ${draws.hex(4)}: class ${1 + draws.below(9)} is completed`,
  (draws) => `Vehicle ${draws.hex(4)}: no claim is open against it`,
  (draws) => `Firm ${draws.hex(4)}: registered with ${2 + draws.below(60)} employees`,
];

const signed = (header: Header, { key, secret }: Signer): Signature => ({
  key,
  signature: bytesToHex(ed25519.sign(utf8ToBytes(headerText(header)), secret)),
});

/** A block of eight records, with the path of one of them. */
function blockOf(draws: Draws) {
  const texts = Array.from({ length: 8 }, () => draws.pick(subjects)(draws));
  const index = draws.below(8);
  const levels = levelsOf('apart', texts.map(utf8ToBytes));
  return {
    text: texts[index] ?? '',
    index,
    path: pathOf(levels, index),
    root: levels.at(-1)?.[0] ?? '',
    others: texts.filter((_, at) => at !== index),
  };
}

/** Another digest in the place of one of the path, or another record than the one that the path belongs to. */
function misproved(draws: Draws, { text, path, others }: ReturnType<typeof blockOf>) {
  const at = draws.below(path.length);
  return draws.below(2) === 0
    ? { text: draws.pick(others), path }
    : { text, path: path.map((digest, level) => (level === at ? draws.hex(32) : digest)) };
}

/** Two terms of four validators, of whom two stay. */
function termsFrom(draws: Draws) {
  const signers = draws
    .shuffled(names)
    .slice(0, 6)
    .map((name): Signer => {
      const secret = hexToBytes(draws.hex(32));
      return { name, secret, key: bytesToHex(ed25519.getPublicKey(secret)) };
    });
  const [gone, stay, come] = [signers.slice(0, 2), signers.slice(2, 4), signers.slice(4)];
  const term = 3 + draws.below(20);
  const listed = (number: number, members: Signer[]): ValidatorSet => ({
    term: number,
    offices: members.map(({ name, key }) => ({ name, key })),
  });
  const [old, now] = [draws.shuffled([...gone, ...stay]), draws.shuffled([...stay, ...come])];
  return { gone, old, now, former: listed(term, old), current: listed(term + 1, now) };
}

/** Draws which of the records are sound, and of the others one of each kind; a wrong proof is always among them. */
function kindsFrom(draws: Draws): CityVerdict[] {
  const wrong = draws.shuffled(['height', 'link', 'validators', 'signatures'] as const);
  const sound = 1 + draws.below(3);
  const kinds: CityVerdict[] = ['proof', ...wrong.slice(0, 5 - sound)];
  return draws.shuffled([...kinds, ...Array.from({ length: sound }, (): CityVerdict => 'accept')]);
}

/** Draws all of it: a chain of two terms, and six records after one another, each sound or wrong in one way. */
function draw(seed: Uint8Array): CityPlan {
  const draws = drawsFrom(seed, 'city');
  const { gone, old, now, former, current } = termsFrom(draws);
  const trusted: Header = {
    chain: `city-a-${draws.hex(4)}`,
    height: 200 + draws.below(700),
    previous: draws.hex(32),
    validators: setHash(current),
    root: draws.hex(32),
  };
  let last = trusted;

  /** Signatures that must not count: of who has left, of another header, or of who has signed already. */
  const idle = (header: Header, already: Signature[], absent: Signer[], many: number): Signature[] =>
    draws
      .shuffled([
        () => signed(header, draws.pick(gone)),
        () => draws.pick(already),
        ...absent.slice(0, 1).map((one) => () => signed(last, one)),
      ])
      .slice(0, many)
      .map((sign) => sign());

  const records = kindsFrom(draws).map((verdict) => {
    const block = blockOf(draws);
    const header: Header = {
      chain: trusted.chain,
      height: verdict === 'height' ? last.height - draws.below(3) : last.height + 1,
      previous: verdict === 'link' ? draws.hex(32) : headerHash(last),
      validators: setHash(verdict === 'validators' ? former : current),
      root: block.root,
    };
    const order = draws.shuffled(verdict === 'validators' ? old : now);
    // Three of four are more than two thirds; now and then all four have signed.
    const many = verdict === 'signatures' ? 2 : draws.pick([3, 3, 3, 4]);
    const [members, absent] = [order.slice(0, many), order.slice(many)];
    const useless = verdict === 'validators' ? 0 : verdict === 'signatures' ? 2 : 1;
    const counted = members.map((member) => signed(header, member));
    const signatures = [...counted, ...idle(header, counted, absent, useless)];
    const { text, path } = verdict === 'proof' ? misproved(draws, block) : block;
    if (verdict === 'accept') last = header;
    return {
      received: { text, header, signatures: draws.shuffled(signatures), index: block.index, path },
      answer: { verdict, count: members.filter((member) => now.includes(member)).length },
    };
  });
  return {
    task: { trusted, former, current, records: records.map(({ received }) => received) },
    answers: records.map(({ answer }) => answer),
  };
}

/** More than twenty signatures are made for a plan, so whoever asks twice with the same bytes gets the same plan. */
const drawn = new WeakMap<Uint8Array, CityPlan>();

export function cityPlan(seed: Uint8Array): CityPlan {
  const plan = drawn.get(seed) ?? draw(seed);
  drawn.set(seed, plan);
  return plan;
}

/** The task of one learner. */
export const cityTask = (seed: Uint8Array): CityTask => cityPlan(seed).task;
