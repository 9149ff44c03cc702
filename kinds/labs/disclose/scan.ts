import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export const forms = ['plain', 'hexadecimal', 'Base64', 'backwards'] as const;
export type Form = (typeof forms)[number];

/** What is looked for, and what it is called. */
export type Sought = { of: string; bytes: Uint8Array };
/** Where it was found: from its first byte to before `to`. */
export type Trace = { of: string; form: Form; from: number; to: number };

/** Bytes as a string with a character for each. */
const characters = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Base64 (RFC 4648) of bytes, with its padding. */
export const base64 = (bytes: Uint8Array): string => btoa(characters(bytes));

/** A text in one of the forms in which it can be overlooked. */
export function written(text: string, form: Form): string {
  if (form === 'hexadecimal') return bytesToHex(utf8ToBytes(text));
  if (form === 'Base64') return base64(utf8ToBytes(text));
  return form === 'backwards' ? [...text].reverse().join('') : text;
}

/**
 * How bytes look within a longer text of Base64: it depends on how many bytes stand before them, by threes. Characters
 * that carry bits of a neighbour are left off.
 */
const within64 = (bytes: Uint8Array): string[] =>
  [0, 1, 2].map((before) => {
    const whole = Uint8Array.of(...Array.from({ length: before }, () => 0), ...bytes);
    return base64(whole).slice(Math.ceil((before * 8) / 6), Math.floor((whole.length * 8) / 6));
  });

function found(hay: string, { of, bytes }: Sought): Trace[] {
  const lower = hay.toLowerCase();
  const url = hay.replaceAll('-', '+').replaceAll('_', '/');
  const look = (within: string, needle: string, form: Form): Trace[] => {
    const from = within.indexOf(needle);
    return from < 0 ? [] : [{ of, form, from, to: from + needle.length }];
  };
  return [
    ...look(lower, characters(bytes).toLowerCase(), 'plain'),
    ...look(lower, bytesToHex(bytes), 'hexadecimal'),
    ...within64(bytes).flatMap((needle) => look(url, needle, 'Base64')),
  ];
}

/**
 * Where what is sought stands in bytes: as it is, in hexadecimal digits, in Base64 of both alphabets, and each of them
 * read backwards. What it does not look for it does not find: parts, translations, other alphabets.
 */
export function traces(hay: Uint8Array, sought: readonly Sought[]): Trace[] {
  const [onwards, back] = [characters(hay), characters(hay.toReversed())];
  return sought.flatMap((one) => [
    ...found(onwards, one),
    ...found(back, one).map(
      ({ of, from, to }): Trace => ({
        of,
        form: 'backwards',
        from: hay.length - to,
        to: hay.length - from,
      }),
    ),
  ]);
}
