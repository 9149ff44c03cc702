import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { decode, encode, selectorOf } from '../abi.mjs';
import { newMachine } from '../machine.mjs';
import { traced } from '../trace.mjs';
import { ending, eventsOf, shown } from '../words.mjs';
import { depositSource } from './deposit';
import compiled from './deposit.json' with { type: 'json' };
import type { CallReport, DepositCall, DepositChain, DepositState } from './words';

const { file, ...codes } = compiled;
const texts: Record<string, { file: string; text: string }> = {
  [file]: { file: 'Deposit.sol', text: depositSource },
};
const contract = { name: 'Deposit', unit: 'example', texts, ...codes };

/** What each of the two has at the beginning, in the smallest unit of the chain’s money. */
const begins = { ada: '1000', ben: '1000' };
const names = { ada: 'Ada', ben: 'Ben' };
type Event = { name: string; args: readonly string[] };

/** Enough for any number of calls that somebody makes by hand. */
const plenty = 1_000_000_000_000n;

const callOf = (signature: string, types: string[] = [], values: string[] = []): Uint8Array =>
  hexToBytes(selectorOf(signature) + bytesToHex(encode(types, values)));

/** Puts the contract on a new chain of this page; Ada does it, and is its keeper. */
export async function newDepositChain(): Promise<DepositChain> {
  const machine = await newMachine(begins, { left: plenty, outOfGas: 0 });
  const addresses: Record<DepositCall['who'] | 'contract', string> = {
    ada: machine.addresses.get('ada'),
    ben: machine.addresses.get('ben'),
    contract: '',
  };
  const { created } = await machine.send({
    from: addresses.ada,
    to: null,
    data: hexToBytes(contract.creation.code),
  });
  addresses.contract = created ?? '';
  const called = new Map([
    [addresses.ada, 'Ada'],
    [addresses.ben, 'Ben'],
    [addresses.contract, 'the contract'],
  ]);

  const state = async (): Promise<DepositState> => {
    const { returned } = await machine.send({
      from: addresses.ada,
      to: addresses.contract,
      data: callOf('held()'),
      reads: true,
    });
    const balance = async (of: keyof typeof addresses) => String(await machine.balanceOf(addresses[of]));
    return {
      held: String(decode(['uint256'], returned)[0]),
      contract: await balance('contract'),
      ada: await balance('ada'),
      ben: await balance('ben'),
    };
  };

  const call = async ({ who, what, amount }: DepositCall): Promise<CallReport> => {
    const value = what === 'putIn' ? BigInt(amount) : 0n;
    const data = what === 'putIn' ? callOf('putIn()') : callOf('takeOut(uint256)', ['uint256'], [amount]);
    const { lines, sent } = await traced(machine.evm, [contract], () =>
      machine.send({ from: addresses[who], to: addresses.contract, value, data }),
    );
    if (!sent) throw new Error('a call of the example takes few steps');
    const events = sent.error ? [] : eventsOf(sent.logs, addresses.contract, contract);
    return {
      says: `${names[who]} calls ${what === 'putIn' ? `putIn() and sends ${amount}` : `takeOut(${amount})`}`,
      refused: sent.error ? ending(sent, [contract], called) : null,
      gas: sent.gas,
      events: events.map(
        ({ name, args }: Event) => `${name}(${args.map((arg) => shown(arg, called)).join(', ')})`,
      ),
      lines: lines.map(({ line, text }: { line: number; text: string }) => ({ line, text })),
      after: await state(),
    };
  };
  return { call, begins: await state() };
}
