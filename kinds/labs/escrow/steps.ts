import type { Outcome, Reading, RunStep } from '../run';
import type { EscrowNumbers } from './task';

export const people = ['donors', 'charity', 'auditor', 'builder', 'anna', 'ben', 'attacker'] as const;
export type Person = (typeof people)[number];

/** What each has at the beginning. */
export const purse = 1_000_000_000;
export const refused: Outcome = { reverts: true };
const perhaps: Outcome = { reverts: 'perhaps' };

/** The calls that a test is put together from, on a contract that is deployed as `escrow`. */
export function stepsFor({ names, amounts: ofTask, gifts, stake }: EscrowNumbers) {
  const on = 'escrow';
  const call = (from: Person, signature: string, args: string[] = [], expect?: Outcome): RunStep => ({
    call: signature,
    on,
    from,
    args,
    ...(expect && { expect }),
  });
  /** `unit` says whose contract it is: the published one of the lab, or the one of the learner. */
  const deploy = (
    unit: 'lab:Escrow.sol' | 'fixed:Fixed.sol',
    amounts: readonly number[] = ofTask,
  ): RunStep => ({
    deploy: `${unit}:${names.contract}`,
    as: on,
    from: 'charity',
    takes: 'address[3],address,uint256[]',
    args: [['@donors', '@charity', '@auditor'], '@builder', amounts.map(String)],
  });
  const give = (from: Person, amount: number, expect?: Outcome): RunStep => ({
    call: 'give()',
    on,
    from,
    value: String(amount),
    ...(expect && { expect }),
  });
  const approve = (from: Person, step: number, expect?: Outcome) =>
    call(from, 'approve(uint256)', [String(step)], expect);
  const release = (step: number, expect?: Outcome, from: Person = 'builder') =>
    call(from, `${names.release}(uint256)`, [String(step)], expect);
  const takeBack = (from: Person, expect?: Outcome) => call(from, `${names.takeBack}()`, [], expect);
  const name = (from: Person, worker: string, expect?: Outcome) =>
    call(from, `${names.changeWorker}(address)`, [`@${worker}`], expect);
  const has = (who: string, amount: number): RunStep => ({
    check: `What ${who} has`,
    sum: [{ balanceOf: who }],
    is: 'equal',
    to: String(amount),
  });
  const paid: Reading = { call: 'paid()(uint256)', on };
  const inBooks: readonly Reading[] = [{ balanceOf: on }, paid];
  const given = gifts[0] + gifts[1];

  /**
   * The attack, the same for every bug: two donors have given; the attacker runs what they wrote; the first step is
   * released to the worker; then the attacker’s contract is named as worker by who may, and the second is released.
   */
  const attack = (contract: string): RunStep[] => [
    { deploy: contract, as: 'attack', from: 'attacker' },
    give('anna', gifts[0]),
    give('ben', gifts[1]),
    {
      call: 'run(address)',
      on: 'attack',
      from: 'attacker',
      value: String(stake),
      args: ['@escrow'],
      expect: perhaps,
    },
    approve('donors', 0, perhaps),
    approve('auditor', 0, perhaps),
    release(0, perhaps),
    name('donors', 'attack', perhaps),
    approve('donors', 1, perhaps),
    approve('charity', 1, perhaps),
    release(1, perhaps),
  ];
  /** What the attacker has in the end, where all was right: what they brought, and what the second step pays. */
  const loot: readonly Reading[] = [{ balanceOf: 'attacker' }, { balanceOf: 'attack' }];
  const rightful = purse + (ofTask[1] ?? 0);
  return {
    deploy,
    give,
    approve,
    release,
    takeBack,
    name,
    has,
    attack,
    inBooks,
    given,
    loot,
    rightful,
    paid,
    stake,
  };
}
