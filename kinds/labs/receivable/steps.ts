import type { Outcome, Reading, RunStep } from '../run';
import { priceAt } from './price';
import type { ReceivableNumbers } from './task';

/** Who takes part, by what they do: the names of their accounts. */
export type Person = 'buyer' | 'supplier' | 'workshop' | 'bank' | 'rival';

/** What each has at the beginning: more than any claim. */
export const purse = 1_000_000_000_000;

const on = 'claims';
const refused: Outcome = { reverts: true };

/** The calls that a test is put together from, for one learner’s contract. */
export function stepsFor({ contract, discount }: ReceivableNumbers) {
  const deploy: RunStep = {
    deploy: `work:Receivable.sol:${contract}`,
    as: on,
    takes: 'address',
    args: ['@buyer'],
    from: 'buyer',
  };
  const issue = (holder: string, amount: number, expect?: Outcome, from: Person = 'buyer'): RunStep => ({
    call: 'issue(address,uint256)(uint256)',
    on,
    from,
    args: [`@${holder}`, String(amount)],
    ...(expect && { expect }),
  });
  const split = (from: Person, id: number, to: Person, amount: number, expect?: Outcome): RunStep => ({
    call: 'split(uint256,address,uint256)(uint256)',
    on,
    from,
    args: [String(id), `@${to}`, String(amount)],
    ...(expect && { expect }),
  });
  const finance = (from: Person, id: number, price: number, expect?: Outcome): RunStep => ({
    call: 'finance(uint256)',
    on,
    from,
    value: String(price),
    args: [String(id)],
    ...(expect && { expect }),
  });
  const repay = (from: Person, id: number, amount: number, expect?: Outcome): RunStep => ({
    call: 'repay(uint256)',
    on,
    from,
    value: String(amount),
    args: [String(id)],
    ...(expect && { expect }),
  });
  const amountOf = (id: number): Reading => ({ call: 'amountOf(uint256)(uint256)', on, args: [String(id)] });
  const owed = (id: number, amount: number): RunStep => ({
    check: `The amount of claim ${id}`,
    sum: [amountOf(id)],
    is: 'equal',
    to: String(amount),
  });
  const held = (id: number, by: string): RunStep => ({
    call: 'holderOf(uint256)(address)',
    on,
    from: 'buyer',
    args: [String(id)],
    expect: { returns: [`@${by}`] },
  });
  const has = (who: string, amount: number): RunStep => ({
    check: `What ${who} has`,
    sum: [{ balanceOf: who }],
    is: 'equal',
    to: String(amount),
  });
  return {
    deploy,
    issue,
    split,
    finance,
    repay,
    amountOf,
    owed,
    held,
    has,
    refused,
    price: (amount: number) => priceAt(amount, discount),
  };
}
