import { describe, expect, test } from 'vitest';
import { compileUnits } from '@/server/solidity/compile.mjs';
import { depositSource } from './deposit';
import compiled from './deposit.json' with { type: 'json' };
import { newDepositChain } from './run';
import { isAmount } from './words';

describe('the example contract', () => {
  test('is what the pinned compiler makes of its source', () => {
    const { contracts } = compileUnits({
      units: { example: { files: { 'Deposit.sol': depositSource } } },
      tests: [{ steps: [{ deploy: 'example:Deposit.sol:Deposit' }] }],
    });
    const { abi, creation, runtime } = contracts?.get('example:Deposit.sol:Deposit') ?? {};
    expect(compiled).toMatchObject(JSON.parse(JSON.stringify({ abi, creation, runtime })));
  });

  test('takes from anybody, gives to its keeper alone, and never more than there is', async () => {
    const chain = await newDepositChain();
    expect(chain.begins).toEqual({ held: '0', contract: '0', ada: '1000', ben: '1000' });
    const put = await chain.call({ who: 'ben', what: 'putIn', amount: '300' });
    expect(put).toMatchObject({
      refused: null,
      events: ['PutIn(Ben, 300)'],
      after: { held: '300', contract: '300', ada: '1000', ben: '700' },
    });
    expect(put.gas).toBeGreaterThan(21_000);
    expect(put.lines.map(({ text }) => text)).toContain('held += msg.value;');
    for (const [call, why] of [
      [{ who: 'ben', what: 'takeOut', amount: '1' }, 'only the keeper takes out'],
      [{ who: 'ada', what: 'takeOut', amount: '301' }, 'there is not that much'],
      [{ who: 'ada', what: 'putIn', amount: '0' }, 'nothing was sent'],
      [{ who: 'ben', what: 'putIn', amount: '701' }, 'the sender has not got that much money'],
    ] as const)
      expect(await chain.call(call)).toMatchObject({
        refused: expect.stringContaining(why),
        events: [],
        after: put.after,
      });
    expect(await chain.call({ who: 'ada', what: 'takeOut', amount: '100' })).toMatchObject({
      refused: null,
      events: ['TakenOut(100)'],
      after: { held: '200', contract: '200', ada: '1100', ben: '700' },
    });
  });
});

test('an amount is a whole number of at most five digits', () => {
  expect(['0', '7', '10000'].every(isAmount)).toBe(true);
  expect(['', '-1', '1.5', '10001', '1e3', ' 7'].some(isAmount)).toBe(false);
});
