/** A number without rounding: a fraction of whole numbers, the lower one above 0. */
export type Exact = { n: bigint; d: bigint };

/**
 * A number as it was read. `doubt` names the sign that elsewhere means something else: the comma of 1,234,
 * which is read as a separator of thousands, or the point of 1.234, which is read as a decimal point.
 */
export type NumberRead = { value: Exact; doubt: 'comma' | 'point' | null };

/** How far from the right number an answer may be: so much, or so many hundredths of it. */
export type Tolerance = { amount: Exact; percent: boolean };

/** The text with one sign for each meaning. What raised digits and fractions of one sign mean is kept. */
const plain = (text: string): string =>
  text
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+/g, (raised) => `^${raised.normalize('NFKC')}`)
    .replace(/[¼-¾⅐-⅞]/g, ' $&')
    .normalize('NFKC')
    .replace(/[−–‐‑]/g, '-')
    .replace(/[‘’]/g, "'")
    .replace(/。/g, '.')
    .replace(/⁄/g, '/')
    .replace(/\s+/g, ' ')
    .trim();

/** Thousands in groups of three with the same sign between all of them, then perhaps decimals. */
const grouped = /^[1-9]\d{0,2}(?:([,.' ])\d{3})(?:\1\d{3})*(?:([.,])\d+)?$/;

const exactOf = (digits: string): Exact => {
  const [whole = '', part = ''] = digits.split('.');
  return { n: BigInt(`${whole}${part}`), d: 10n ** BigInt(part.length) };
};

/** A number without sign, power or stroke. */
function readDecimal(text: string): NumberRead | null {
  if (/^(?:\d+\.?\d*|\.\d+)$/.test(text)) {
    return { value: exactOf(text), doubt: /^[1-9]\d{0,2}\.\d{3}$/.test(text) ? 'point' : null };
  }
  const [match, group = '', decimal = ''] = grouped.exec(text) ?? [];
  if (match && group !== decimal) {
    const digits = match.replaceAll(group, '').replace(',', '.');
    return { value: exactOf(digits), doubt: /^\d+,\d+$/.test(match) ? 'comma' : null };
  }
  return /^\d*,\d+$/.test(text) ? { value: exactOf(text.replace(',', '.')), doubt: null } : null;
}

/** `1e6`, `3.2×10^5` or `10^5`: what stands before it, and the exponent. */
const power = /^(?:(.+?) ?(?:e|[x×*·⋅] ?10 ?(?:\^|\*\*) ?)|10 ?(?:\^|\*\*) ?)[({]?([+-]?\d{1,3})[)}]?$/i;

function readPower(text: string): NumberRead | null {
  const match = power.exec(text);
  if (!match) return readDecimal(text);
  const [, before = '1', written = '0'] = match;
  const read = readDecimal(before);
  if (!read) return null;
  const exponent = BigInt(written);
  const { n, d } = read.value;
  const value = exponent < 0n ? { n, d: d * 10n ** -exponent } : { n: n * 10n ** exponent, d };
  return { ...read, value };
}

/**
 * Reads a number as people type it, without rounding: `1234.5`, `1,234.5`, `1 234,5`, `1.234,5`, `1'234`,
 * `29,3`, `１２`, `−3`, `1e6`, `3.2×10^5`, `1/3`. Null for what is none, or has a unit or other words in it.
 */
export function readNumber(text: string): NumberRead | null {
  const signed = plain(text);
  const size = signed.replace(/^[+-] ?/, '');
  const [above = '', below, ...others] = size.split('/').map((part) => part.trim());
  if (others.length > 0) return null;
  const upper = readPower(above);
  const lower = below === undefined ? { value: { n: 1n, d: 1n }, doubt: null } : readPower(below);
  if (!upper || !lower || lower.value.n === 0n) return null;
  const value = { n: upper.value.n * lower.value.d, d: upper.value.d * lower.value.n };
  return {
    value: signed.startsWith('-') ? { n: -value.n, d: value.d } : value,
    doubt: upper.doubt ?? lower.doubt,
  };
}

/** Reads a tolerance, `0.1` or `2%`; null for what is none, or is less than nothing. */
export function readTolerance(text: string): Tolerance | null {
  const amount = text.trim().replace(/[%％]$/, '');
  const read = readNumber(amount);
  return read && read.value.n >= 0n ? { amount: read.value, percent: amount !== text.trim() } : null;
}

/** The product of two numbers. */
export const times = (one: Exact, other: Exact): Exact => ({ n: one.n * other.n, d: one.d * other.d });

/** Below 0, 0 or above 0, as the first number is less than the other, the same, or more. */
export const compare = (one: Exact, other: Exact): number => Number(one.n * other.d - other.n * one.d);

const size = (number: bigint): bigint => (number < 0n ? -number : number);

/** Whether a number is as near to another as the tolerance asks, its limits included. */
export function isWithin(value: Exact, target: Exact, { amount, percent }: Tolerance): boolean {
  const distance = { n: size(value.n * target.d - target.n * value.d), d: value.d * target.d };
  const share = { n: size(target.n) * amount.n, d: target.d * amount.d * 100n };
  const most = percent ? share : amount;
  return distance.n * most.d <= most.n * distance.d;
}
