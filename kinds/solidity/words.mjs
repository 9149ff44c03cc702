// What the machine did, as sentences.
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { AbiError, decode, selectorOf, topicOf, typesOf } from './abi.mjs';
import { clipped } from './limits.mjs';

/** https://docs.soliditylang.org/en/v0.8.37/control-structures.html#panic-via-assert-and-error-via-require */
const panics = {
  1: 'an assertion failed',
  17: 'a number became too large or fell below zero',
  18: 'something was divided by zero',
  33: 'a value is none of its enum',
  34: 'a stored array of bytes is damaged',
  49: 'an empty array was popped',
  50: 'an index lies outside of its array',
  65: 'too much memory was asked for',
  81: 'a function that was never set was called',
};

const signatureOf = ({ name, inputs }) => `${name}(${inputs.map(({ type }) => type).join(',')})`;

/** Shows a value, with the name of whoever it is the address of. */
export function shown(value, names) {
  if (Array.isArray(value)) return `[${value.map((one) => shown(one, names)).join(', ')}]`;
  return clipped(names.get(String(value)) ?? String(value), 80);
}

/** How a call ended that did not go through. */
export function ending({ error, returned }, contracts, names) {
  if (error === 'out of gas') return 'it ran out of gas';
  if (error === 'static state change') return 'it changes something though it should only read';
  if (error === 'insufficient balance') return 'the sender has not got that much money';
  if (error !== 'revert') return `it ended with “${error}”`;
  if (returned.length === 0) return 'it was refused without a reason';
  const hex = bytesToHex(returned);
  try {
    if (hex.startsWith(selectorOf('Error(string)')))
      return `it was refused: “${clipped(decode(['string'], returned.subarray(4))[0], 200)}”`;
    if (hex.startsWith(selectorOf('Panic(uint256)'))) {
      const [code] = decode(['uint256'], returned.subarray(4));
      return `it was refused: ${panics[code] ?? `panic ${code}`}`;
    }
    for (const { abi } of contracts)
      for (const entry of abi) {
        if (entry.type !== 'error' || !hex.startsWith(selectorOf(signatureOf(entry)))) continue;
        const values = decode(
          entry.inputs.map(({ type }) => type),
          returned.subarray(4),
        );
        return `it was refused: ${entry.name}(${values.map((value) => shown(value, names)).join(', ')})`;
      }
  } catch (error) {
    if (!(error instanceof AbiError)) throw error;
  }
  return 'it was refused with a reason that cannot be read';
}

/** The events of a call that some contract declares, with their arguments in the order of the declaration. */
export function eventsOf(logs, address, { abi }) {
  const declared = abi.filter(({ type }) => type === 'event');
  return logs
    .filter((log) => log.address === address)
    .flatMap(({ topics, data }) => {
      const entry = declared.find((event) => topicOf(signatureOf(event)) === topics[0]);
      if (!entry) return [];
      const plain = entry.inputs.filter(({ indexed }) => !indexed).map(({ type }) => type);
      const values = decode(plain, data);
      const indexed = topics.slice(1);
      const args = entry.inputs.map(({ type, indexed: isIndexed }) =>
        isIndexed ? decode(typesOf(type), hexToBytes(indexed.shift() ?? ''))[0] : values.shift(),
      );
      return [{ name: entry.name, args }];
    });
}
