import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import type { ReceivableNumbers } from './task';

/** The contract, as one piece of code. */
export const receivableFields = ({ contract }: ReceivableNumbers): readonly Field[] => [
  {
    name: 'source',
    kind: 'text',
    code: 'solidity',
    most: 32_000,
    label: `Receivable.sol, with the contract ${contract}`,
    help: 'Solidity 0.8.37. It is compiled and tested once you hand it in.',
  },
];

/** What can be said of the source without compiling it. */
export function receivableCheck(
  { contract, discount }: ReceivableNumbers,
  values: Values,
): LearnerError | null {
  const { source = '' } = values;
  if (!new RegExp(`\\bcontract\\s+${contract}\\b`).test(source))
    return wrong(
      'E_NAME',
      'source',
      `There has to be a contract called ${contract} in it, as in the contract you began with.`,
    );
  if (!new RegExp(`\\bDISCOUNT\\s*=\\s*${discount}\\s*;`).test(source))
    return wrong(
      'E_DISCOUNT',
      'source',
      `The constant DISCOUNT has to stay ${discount}, which is what your bank keeps.`,
    );
  return null;
}
