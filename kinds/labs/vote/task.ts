import { hexToBytes } from '@noble/hashes/utils.js';
import { drawsFrom } from '../seeded';
import { boxBallots, boxOutsiders, boxRing, boxScope, type Choice, memberKeys } from './bank';
import { publicKey, type Signature, secretFrom } from './ring';

/** A ballot as it lies in a box, with the ring that it says it was signed in. */
export type Ballot = { ring: string[]; choice: Choice; signature: Signature };

/** A vote with the learner's own key among sixteen, and the box of another vote that has to be counted. */
export type VoteTask = {
  question: string;
  scope: string;
  ring: string[];
  /** A key for teaching: whoever holds the seed of this task can work it out. */
  secret: string;
  box: { scope: string; ring: string[]; ballots: Ballot[] };
};

/** What can be said of a ballot, in the order in which it is asked. */
const judgements = ['changed', 'outsider', 'second', 'counts'] as const;
export type Judgement = (typeof judgements)[number];

const questions = [
  'Should the library open on Sundays?',
  'Should lectures be recorded?',
  'Should the course be taught in two languages?',
  'Should project groups be drawn by lot?',
] as const;

/** The parts of a signature that were kept as one text: 32 bytes each. */
function signatureOf(signed: string): Signature {
  const [image = '', challenge = '', ...responses] = signed.match(/.{64}/g) ?? [];
  return { image, challenge, responses };
}

/** The box of one learner, and what is true of each of its ballots. Only the server knows the second. */
export function boxOf(seed: Uint8Array): { ballots: Ballot[]; truth: Judgement[] } {
  const { pick, shuffled, below } = drawsFrom(seed, 'vote box');
  const [a = 0, b = 0, twice = 0, altered = 0, c = 0] = shuffled([0, 1, 2, 3, 4, 5]);
  const by = (member: number, choice: Choice = pick(['for', 'against'])): Ballot => {
    const signed = boxBallots.find((one) => one.member === member && one.choice === choice)?.signed ?? '';
    return { ring: [...boxRing], choice, signature: signatureOf(signed) };
  };
  const other = (choice: Choice): Choice => (choice === 'for' ? 'against' : 'for');
  const [first, whole] = [by(twice), by(altered)];
  const stranger = pick(boxOutsiders);
  const ballots = shuffled<Ballot | 'double'>([
    by(a),
    by(b),
    'double',
    'double',
    { ...whole, choice: other(whole.choice) },
    // Its true ballot may lie in the box as well: what was changed does not use up the vote of its member.
    below(2) === 0 ? whole : by(c),
    {
      ring: boxRing.with(stranger.at, stranger.key),
      choice: stranger.choice,
      signature: signatureOf(stranger.signed),
    },
  ]);
  const earlier = ballots.indexOf('double');
  const inBox = ballots.map((ballot, at) =>
    ballot !== 'double' ? ballot : at === earlier ? first : by(twice, other(first.choice)),
  );
  const truth = ballots.map((ballot, at): Judgement => {
    if (ballot === 'double') return at === earlier ? 'counts' : 'second';
    if (ballot.ring.some((key, place) => key !== boxRing[place])) return 'outsider';
    return ballot.signature.image === whole.signature.image && ballot.choice !== whole.choice
      ? 'changed'
      : 'counts';
  });
  return { ballots: inBox, truth };
}

/** The task of one learner: their own key, ring and scope, so that no signature of another vote fits. */
export function voteTask(seed: Uint8Array): VoteTask {
  const { pick, shuffled, hex } = drawsFrom(seed, 'vote');
  const question = pick(questions);
  const secret = secretFrom(hexToBytes(hex(32)));
  return {
    question,
    scope: `vote ${hex(8)}: ${question}`,
    ring: shuffled([publicKey(secret), ...shuffled(memberKeys).slice(0, 15)]),
    secret,
    box: { scope: boxScope, ring: [...boxRing], ballots: boxOf(seed).ballots },
  };
}
