import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Draws, drawsFrom } from '../seeded';
import { lineOf, type Statement } from './statement';

/** What somebody received: four parts, the key that came with them, and a signature. */
export type Message = Statement & { key: string; signature: string };

/** A challenge to sign, and what a receiver has: a book of keys, the nonces used before, and messages in their order. */
export type SignTask = {
  challenge: Statement;
  book: { who: string; key: string }[];
  used: string[];
  messages: Message[];
};

/** What a receiver can say of a message. */
export type Judgement = 'accept' | 'altered' | 'key' | 'domain' | 'replay';

type Sender = { who: string; secret: Uint8Array; key: string };

const domain = 'course.example';
/** Names that a reader takes for the domain. */
const lookalikes = ['courses.example', 'course.example.net', 'c0urse.example', 'course-login.example'];
const names = ['Harbour office', 'Tea cooperative', 'Village clinic'];
const acts = ['release', 'count', 'return', 'inspect'];

function senderFrom(draws: Draws, who: string): Sender {
  const secret = hexToBytes(draws.hex(32));
  return { who, secret, key: bytesToHex(ed25519.getPublicKey(secret)) };
}

const signed = (statement: Statement, { secret, key }: Sender): Message => ({
  ...statement,
  key,
  signature: bytesToHex(ed25519.sign(utf8ToBytes(lineOf(statement)), secret)),
});

/**
 * What is right to say of each message, in their order. It is drawn apart from the task, so that to judge takes no
 * signing; `again` is the place of the one that is, bit for bit, the first that was accepted.
 */
export function judgementsOf(seed: Uint8Array): { judgements: Judgement[]; first: number; again: number } {
  const draws = drawsFrom(seed, 'sign judgements');
  const judgements = draws.shuffled<Judgement>([
    'accept',
    'altered',
    'key',
    'domain',
    draws.pick(['accept', 'altered', 'key', 'domain', 'replay'] as const),
  ]);
  const first = judgements.indexOf('accept');
  const again = first + 1 + draws.below(judgements.length - first);
  judgements.splice(again, 0, 'replay');
  return { judgements, first, again };
}

/** The task of one learner: a challenge of their own, and messages of which each has one fault at most. */
export function signTask(seed: Uint8Array): SignTask {
  const draws = drawsFrom(seed, 'sign');
  const challenge = { domain, who: `learner ${draws.hex(8)}`, what: 'lab sign', nonce: draws.hex(16) };
  const senders = names.map((name) => senderFrom(draws, name));
  const stranger = senderFrom(draws, 'nobody');
  const used = Array.from({ length: 3 }, () => draws.hex(8));
  const statement = (who: string): Statement => ({
    domain,
    who,
    what: `${draws.pick(acts)} ${20 + draws.below(60)} crates of lot ${draws.hex(2)}`,
    nonce: draws.hex(8),
  });
  const honest = (other: Partial<Statement> = {}): Message => {
    const sender = draws.pick(senders);
    return signed({ ...statement(sender.who), ...other }, sender);
  };
  const make: Record<Judgement, () => Message> = {
    accept: honest,
    // Ten crates more than were signed.
    altered: () => {
      const message = honest();
      return { ...message, what: message.what.replace(/\d+/, (crates) => String(Number(crates) + 10)) };
    },
    key: () => signed(statement(draws.pick(names)), stranger),
    domain: () => honest({ domain: draws.pick(lookalikes) }),
    replay: () => honest({ nonce: draws.pick(used) }),
  };
  const { judgements, first, again } = judgementsOf(seed);
  const messages: Message[] = [];
  for (const [at, judgement] of judgements.entries())
    messages.push(...(at === again ? messages.slice(first, first + 1) : [make[judgement]()]));
  return { challenge, book: senders.map(({ who, key }) => ({ who, key })), used, messages };
}
