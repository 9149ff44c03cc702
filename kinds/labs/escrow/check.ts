import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import type { EscrowNumbers } from './task';

const kinds = [
  { value: 'overflow', label: 'A number can become too large and begin again at zero' },
  { value: 'reentrancy', label: 'It can be called again before it has written down what it did' },
  { value: 'keepers', label: 'A keeper can be counted twice' },
  { value: 'access', label: 'Somebody may call a function who should not' },
  { value: 'unchecked', label: 'A payment can fail, and nobody looks' },
];

/** What is wrong, the attack that shows it, and the contract without it. */
export const escrowFields = ({ names, attacker }: EscrowNumbers): readonly Field[] => [
  { name: 'bug', kind: 'choice', label: 'What is wrong with the published contract', options: kinds },
  {
    name: 'attack',
    kind: 'text',
    code: 'solidity',
    most: 32_000,
    label: `Attack.sol, with the contract ${attacker}`,
    help: 'It is deployed without arguments, and its function run is called with the address of the escrow.',
  },
  {
    name: 'fixed',
    kind: 'text',
    code: 'solidity',
    most: 32_000,
    label: `Fixed.sol, with the contract ${names.contract}, mended`,
    help: 'All that its comments promise has to stay as it is.',
  },
];

const declares = (source: string, contract: string) =>
  new RegExp(`\\bcontract\\s+${contract}\\b`).test(source);

/** What can be said of both files without compiling them. */
export function escrowCheck({ names, attacker, source }: EscrowNumbers, values: Values): LearnerError | null {
  const { attack = '', fixed = '' } = values;
  if (!declares(attack, attacker))
    return wrong('E_NAME', 'attack', `There has to be a contract called ${attacker} in it.`);
  if (!declares(fixed, names.contract))
    return wrong('E_NAME', 'fixed', `There has to be a contract called ${names.contract} in it.`);
  if (fixed.replace(/\s/g, '') === source.replace(/\s/g, ''))
    return wrong(
      'E_UNCHANGED',
      'fixed',
      'This is the published contract, bug and all: nothing in it is mended yet.',
    );
  return null;
}
