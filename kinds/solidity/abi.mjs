// The encoding of calls: https://docs.soliditylang.org/en/v0.8.37/abi-spec.html, without tuples.
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** A value or a type that cannot be read, as a sentence. */
export class AbiError extends Error {}

const word = 32;

/** The first four bytes of the hash of a signature, as hexadecimal digits. */
export const selectorOf = (signature) => topicOf(signature).slice(0, 8);
export const topicOf = (signature) => bytesToHex(keccak_256(utf8ToBytes(signature)));

/** `f(uint256,address)(bool)` as a name, what it takes and what it gives back. */
export function readSignature(text) {
  const match = /^(\w+)\(([^()]*)\)(?:\(([^()]*)\))?$/.exec(text);
  if (!match) throw new AbiError(`${text} is not a signature.`);
  const [, name, takes, gives = ''] = match;
  return { name, signature: `${name}(${takes})`, takes: typesOf(takes), gives: typesOf(gives) };
}

export const typesOf = (list) => (list === '' ? [] : list.split(','));

function arrayOf(type) {
  const match = /^(.*)\[(\d*)\]$/.exec(type);
  return match && { of: match[1], length: match[2] === '' ? null : Number(match[2]) };
}

function isDynamic(type) {
  const array = arrayOf(type);
  if (array) return array.length === null || isDynamic(array.of);
  return type === 'string' || type === 'bytes';
}

/** How many bytes a type takes where it stands. */
function headSize(type) {
  const array = arrayOf(type);
  return array && !isDynamic(type) ? array.length * headSize(array.of) : word;
}

function numberWord(value) {
  const digits = (value < 0n ? value + 2n ** 256n : value).toString(16);
  return hexToBytes(digits.padStart(2 * word, '0'));
}

const padded = (bytes) => concatBytes(bytes, new Uint8Array((word - (bytes.length % word)) % word));

function encodeOne(type, value) {
  const array = arrayOf(type);
  if (array) {
    const items = encode(
      value.map(() => array.of),
      value,
    );
    return array.length === null ? concatBytes(numberWord(BigInt(value.length)), items) : items;
  }
  if (type === 'string' || type === 'bytes') {
    const bytes = type === 'string' ? utf8ToBytes(value) : hexToBytes(value.replace(/^0x/, ''));
    return concatBytes(numberWord(BigInt(bytes.length)), padded(bytes));
  }
  if (type === 'bool') return numberWord(value === true || value === 'true' ? 1n : 0n);
  if (/^bytes\d+$/.test(type)) return padded(hexToBytes(value.replace(/^0x/, '')));
  if (/^(u?int\d*|address)$/.test(type)) return numberWord(BigInt(value));
  throw new AbiError(`The type ${type} is not known here.`);
}

/** Values of some types as bytes. */
export function encode(types, values) {
  if (types.length !== values.length) throw new AbiError(`${types.length} values are wanted.`);
  const parts = types.map((type, at) => ({ dynamic: isDynamic(type), bytes: encodeOne(type, values[at]) }));
  let offset = types.reduce((sum, type) => sum + headSize(type), 0);
  const heads = parts.map(({ dynamic, bytes }) => {
    if (!dynamic) return bytes;
    const head = numberWord(BigInt(offset));
    offset += bytes.length;
    return head;
  });
  return concatBytes(...heads, ...parts.filter(({ dynamic }) => dynamic).map(({ bytes }) => bytes));
}

const tooShort = () => new AbiError('What came back is shorter than it should be.');

function numberAt(bytes, at) {
  if (at + word > bytes.length) throw tooShort();
  return BigInt(`0x${bytesToHex(bytes.subarray(at, at + word))}`);
}

/** An offset or a length that lies within the bytes. */
function placeAt(bytes, at) {
  const place = numberAt(bytes, at);
  if (place > BigInt(bytes.length)) throw tooShort();
  return Number(place);
}

function decodeOne(type, bytes, at) {
  const array = arrayOf(type);
  if (array) {
    const length = array.length ?? placeAt(bytes, at);
    const from = array.length === null ? at + word : at;
    if (length * word > bytes.length) throw tooShort();
    return decode(Array(length).fill(array.of), bytes.subarray(from));
  }
  if (type === 'string' || type === 'bytes') {
    const length = placeAt(bytes, at);
    const from = at + word;
    if (from + length > bytes.length) throw tooShort();
    const content = bytes.subarray(from, from + length);
    return type === 'string' ? new TextDecoder().decode(content) : `0x${bytesToHex(content)}`;
  }
  const value = numberAt(bytes, at);
  if (type === 'bool') return value !== 0n;
  if (type === 'address') return `0x${value.toString(16).padStart(40, '0').slice(-40)}`;
  if (type.startsWith('int')) return String(BigInt.asIntN(256, value));
  if (type.startsWith('uint')) return String(value);
  const fixed = /^bytes(\d+)$/.exec(type);
  if (fixed) return `0x${bytesToHex(bytes.subarray(at, at + Number(fixed[1])))}`;
  throw new AbiError(`The type ${type} is not known here.`);
}

/** Bytes as values of some types: numbers as decimal digits, addresses and bytes as lower-case hexadecimal ones. */
export function decode(types, bytes) {
  let at = 0;
  return types.map((type) => {
    const from = isDynamic(type) ? placeAt(bytes, at) : at;
    const value = decodeOne(type, bytes, from);
    at += headSize(type);
    return value;
  });
}
