import { drawsFrom } from '../seeded';
import { receivableSource } from './source';

/** A chain of suppliers, the contract that their claims are to stand in, and what it is tested with in public. */
export type ReceivableNumbers = {
  /** The name of the contract, which is the learner's own. */
  contract: string;
  /** What a bank keeps, in hundredths of a percent. */
  discount: number;
  people: { buyer: string; supplier: string; workshop: string; bank: string };
  goods: string;
  /** What the buyer owes, and the part of it that goes on to the workshop, in units of the chain’s money. */
  invoice: number;
  part: number;
  source: string;
};

/** All that goes to the page, with what is tested in public. */
export type ReceivableTask = ReceivableNumbers & { tests: { name: string; title: string }[] };

const buyers = ['Lanhe Motors', 'Yuntai Machines', 'Beichuan Rail', 'Haiping Shipyard'] as const;
const suppliers = ['Donglin Gears', 'Xinyu Castings', 'Minghe Valves', 'Kaishan Cables'] as const;
const workshops = [
  'Old Bridge Workshop',
  'Zhou and Daughters',
  'South Gate Tools',
  'Willow Lane Foundry',
] as const;
const banks = ['Rural Bank of Anlu', 'Harbour Bank', 'Bank of the Three Rivers'] as const;
const goods = ['gear wheels', 'cast housings', 'valves', 'cable harnesses'] as const;

/** The task of one learner: name and discount are theirs, so that what passes for one fails for another. */
export function receivableNumbers(seed: Uint8Array): ReceivableNumbers {
  const draws = drawsFrom(seed, 'receivable');
  const contract = `Receivable${draws.hex(4)}`;
  // Never whole percents: then it shows in the smallest amounts who rounds, and which way.
  const discount = 201 + 2 * draws.below(300);
  return {
    contract,
    discount,
    people: {
      buyer: draws.pick(buyers),
      supplier: draws.pick(suppliers),
      workshop: draws.pick(workshops),
      bank: draws.pick(banks),
    },
    goods: draws.pick(goods),
    invoice: 10_000 * (40 + draws.below(60)),
    part: 10_000 * (5 + draws.below(30)),
    source: receivableSource(contract, discount),
  };
}
