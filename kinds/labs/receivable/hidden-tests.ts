import type { RunStep } from '../run';
import type { JudgedTest } from '../run-judge';
import { drawsFrom } from '../seeded';
import { purse, stepsFor } from './steps';
import type { ReceivableNumbers } from './task';

/** A contract that takes no money, to whom a claim belongs. */
export const refuser = `// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

contract Refuser {}
`;

/** Tests with numbers that only the server knows. */
export function hiddenTests(seed: Uint8Array, task: ReceivableNumbers): JudgedTest[] {
  const draws = drawsFrom(seed, 'receivable hidden');
  const { deploy, issue, split, finance, repay, amountOf, held, has, refused, price } = stepsFor(task);
  const test = (
    name: string,
    code: JudgedTest['code'],
    title: string,
    fails: string,
    steps: RunStep[],
  ): JudgedTest => ({ name, code, title, fails, where: 'source', hidden: true, steps: [deploy, ...steps] });
  // Odd amounts and discounts: the price is never a whole number before it is rounded.
  const odd = Array.from({ length: 3 }, () => 2 * draws.below(500_000) + 10_001);
  const amount = 1_000_000 + draws.below(1_000_000);
  const [first, second, third] = [0, 1, 2].map((at) => 100_001 + draws.below(100_000) + at) as [
    number,
    number,
    number,
  ];
  const inner = 1 + draws.below(first - 1);
  /** Holder, and what is left, of each claim once all has been split. */
  const left = [amount - first - second - third, first - inner, second, third, inner];
  const sum: RunStep = {
    check: 'The sum of all parts',
    sum: left.map((_, id) => amountOf(id)),
    is: 'equal',
    to: String(amount),
  };
  const [zero = 0, one = 0, two = 0, three = 0, four = 0] = left;
  return [
    test(
      'rounding',
      'E_ROUNDING',
      'The price of odd amounts is rounded down',
      'The price is not rounded down where the discount does not come out even. `priceOf` does it.',
      odd.flatMap((each, at) => [
        issue('supplier', each),
        finance('bank', at, price(each) + 1, refused),
        finance('bank', at, price(each)),
      ]),
    ),
    test(
      'parts',
      'E_PARTS',
      'Parts and parts of parts are financed by two banks, and all are repaid',
      'With several parts, and parts of parts, something is lost, counted twice or held by somebody else.',
      [
        issue('supplier', amount),
        split('supplier', 0, 'workshop', first, { returns: ['1'] }),
        split('supplier', 0, 'workshop', second, { returns: ['2'] }),
        split('supplier', 0, 'rival', third, { returns: ['3'] }),
        split('workshop', 1, 'supplier', inner, { returns: ['4'] }),
        sum,
        finance('bank', 1, price(one)),
        finance('rival', 4, price(four)),
        finance('rival', 1, price(one), refused),
        split('supplier', 0, 'workshop', 1, { returns: ['5'] }),
        repay('buyer', 0, zero - 1),
        repay('buyer', 1, one),
        repay('buyer', 2, two),
        repay('buyer', 3, three),
        repay('buyer', 4, four),
        repay('buyer', 5, 1),
        held(1, 'bank'),
        held(4, 'rival'),
        has('claims', 0),
        has('buyer', purse - amount),
        has('workshop', purse + price(one) + two + 1),
        has('supplier', purse + price(four) + zero - 1),
        has('bank', purse - price(one) + one),
        has('rival', purse + three - price(four) + four),
      ],
    ),
    test(
      'lost',
      'E_LOST',
      'Money that its holder does not take is not lost',
      'The holder does not take the money, and the contract goes on as if it had. Look at what a transfer gives back.',
      [
        { deploy: 'lab:Refuser.sol:Refuser', as: 'refuser', from: 'supplier' },
        issue('refuser', amount),
        finance('bank', 0, price(amount), refused),
        repay('buyer', 0, amount, refused),
        held(0, 'refuser'),
        has('bank', purse),
        has('claims', 0),
      ],
    ),
  ];
}
