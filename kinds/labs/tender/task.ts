import { type Draws, drawsFrom } from '../seeded';
import { bareSeal, possibleBids, type Range, seal } from './seal';

/** Times are minutes since the start of day 1. */
type Commitment = { firm: string; at: number; digest: string };
export type Reveal = { firm: string; at: number; bid: number; salt: string };

/** A tender in two phases with what its firms did, the learner's own bid, and an old tender that had no salt. */
export type TenderTask = {
  tender: string;
  bid: number;
  opens: number;
  deadline: number;
  close: number;
  commitments: Commitment[];
  reveals: Reveal[];
  old: { tender: string; firm: string; digest: string; bids: Range };
};

const day = 24 * 60;
const [opens, deadline, close] = [0.5 * day, 2.5 * day, 4.5 * day];
const firms = [
  'Alder',
  'Birch',
  'Cedar',
  'Elm',
  'Fir',
  'Hazel',
  'Juniper',
  'Larch',
  'Maple',
  'Rowan',
] as const;

type Part = 'honest' | 'copier' | 'changer' | 'late-commitment' | 'late-reveal' | 'lower' | 'elsewhere';

/** What one firm commits to and reveals; only its own part tells whether that is as it should be. */
function acts(
  part: Part,
  firm: string,
  tender: string,
  { below, hex }: Draws,
): { commitment: Commitment; reveals: Reveal[] } {
  const salt = hex(16);
  // Who does not keep the rules bids less, so that the lowest bid of all is never the one that counts.
  const bid = 100 * (part === 'honest' || part === 'changer' ? 3_500 + below(1_000) : 2_500 + below(1_000));
  const committed =
    part === 'late-commitment' ? deadline + 5 + below(0.5 * day) : opens + 60 + below(2 * day - 120);
  const revealed =
    part === 'late-reveal'
      ? close + 5 + below(0.4 * day)
      : deadline + 0.75 * day + below((part === 'changer' ? 0.8 : 1.2) * day);
  const sealed = part === 'lower' ? bid + 100 * (1 + below(900)) : bid;
  const commitment = {
    firm,
    at: committed,
    digest: seal(sealed, salt, part === 'elsewhere' ? `T-${hex(4)}` : tender),
  };
  const reveals = [{ firm, at: revealed, bid, salt }];
  if (part === 'changer')
    reveals.push({ firm, at: revealed + 300 + below(300), bid: 100 * (2_500 + below(1_000)), salt });
  return { commitment, reveals };
}

/** The task of one learner. */
export function tenderTask(seed: Uint8Array): TenderTask {
  const draws = drawsFrom(seed, 'tender');
  const { below, hex, pick, shuffled } = draws;
  const tender = `T-${hex(4)}`;
  const bid = 100 * (3_000 + below(2_000));
  const others: Part[] = ['honest', 'late-commitment', 'late-reveal', 'lower', 'elsewhere'];
  const parts: Part[] = ['honest', 'changer', 'late-commitment', 'late-reveal', 'lower'];
  const [copied = '', copier = '', ...rest] = shuffled(firms);
  const acting = [...parts, pick(others)].map((part, at) => acts(part, rest[at] ?? '', tender, draws));

  // The copier hands in the bytes of another, and waits until that one has said what they mean.
  const first = acts('honest', copied, tender, draws);
  const after = Math.min(first.commitment.at + 10 + below(300), deadline - 1);
  acting.push(first, {
    commitment: { ...first.commitment, firm: copier, at: after },
    reveals: first.reveals.map((one) => ({ ...one, firm: copier, at: one.at + 5 + below(50) })),
  });

  const bids = { least: 100 * (1_000 + below(1_000)), step: 100, count: 180 + below(80) };
  const oldTender = `T-${hex(4)}`;
  return {
    tender,
    bid,
    opens,
    deadline,
    close,
    commitments: acting.map(({ commitment }) => commitment).sort((a, b) => a.at - b.at),
    reveals: acting.flatMap(({ reveals }) => reveals).sort((a, b) => a.at - b.at),
    old: {
      tender: oldTender,
      firm: pick(firms),
      digest: bareSeal(pick(possibleBids(bids)), oldTender),
      bids,
    },
  };
}
