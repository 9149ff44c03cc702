import { readNumber } from '@/rules/assessment/numbers';

/** A unit, and how many of the unit of the answer one of it is, as it was written. */
export type Unit = { name: string; factor: string };

/** Reads `kB, B=0.001, MB=1000`: the unit of the answer first. A string is what is wrong with it. */
export function readUnits(written: string): Unit[] | string {
  const units = written.split(',').map((part, index): Unit => {
    const [name = '', factor = ''] = part.split('=').map((piece) => piece.trim());
    return { name, factor: index === 0 && !part.includes('=') ? '1' : factor };
  });
  const names = units.map(({ name }) => name);
  if (units.length < 2) return 'units="…" has at least two units: a single one is written in the question';
  if (units[0]?.factor !== '1') return 'the first of units="…" is the unit of the answer, and has no factor';
  const unlike = units.find(({ name }) => name === '' || /^[\d.]/.test(name));
  if (unlike) return `"${unlike.name}" in units="…" is not the name of a unit`;
  if (new Set(names).size < names.length) return 'units="…" names a unit twice';
  const odd = units.find(({ factor }) => (readNumber(factor)?.value.n ?? 0n) <= 0n);
  return odd ? `units="…" says how much one ${odd.name} is: ${odd.name}=1000, for example` : units;
}

/** The unit at the end of what was typed, and the text before it. */
export function takeUnit(text: string, units: readonly Unit[]): { text: string; unit: string } | null {
  const typed = text.trim();
  const [longest] = units
    .filter(({ name }) => typed.endsWith(name))
    .sort((one, other) => other.name.length - one.name.length);
  return longest
    ? { text: typed.slice(0, typed.length - longest.name.length).trim(), unit: longest.name }
    : null;
}
