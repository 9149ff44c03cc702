import * as z from 'zod';
import { type Exact, readNumber, readTolerance, type Tolerance, times } from '@/rules/assessment/numbers';
import type { AnswerKey } from '@/rules/editions/edition';
import type { Answer } from '@/rules/learning/evidence';
import { takeUnit } from './units';

/** What a number is marked with, as it is kept: numbers as they were written, as JSON has none that are exact. */
const more = z.object({
  tolerance: z.string(),
  units: z.array(z.object({ name: z.string(), factor: z.string() })),
  wrong: z.array(z.object({ id: z.string(), value: z.string(), unit: z.string().nullable() })),
});
export type NumericMore = z.infer<typeof more>;

export const moreOf = (key: AnswerKey): NumericMore | null => more.safeParse(key.more).data ?? null;

const one: Exact = { n: 1n, d: 1n };
const exactly: Tolerance = { amount: { n: 0n, d: 1n }, percent: false };

export const toleranceOf = ({ tolerance }: NumericMore): Tolerance => readTolerance(tolerance) ?? exactly;

/** A number in a unit as so many of the unit of the answer. */
export function inFirstUnit(number: Exact, unit: string | null, { units }: NumericMore): Exact {
  const factor = units.find(({ name }) => name === unit)?.factor ?? '1';
  return times(number, readNumber(factor)?.value ?? one);
}

/** A number with the unit behind it, where it has one; null when it is no number. */
export function readValue(text: string, { units }: Pick<NumericMore, 'units'>) {
  const alone = readNumber(text);
  if (alone) return { ...alone, unit: null };
  const apart = takeUnit(text, units);
  const read = apart && readNumber(apart.text);
  return read ? { ...read, unit: apart.unit } : null;
}

/** The number and the unit of an answer, which may be typed behind it; null for what is no such answer. */
export function givenIn(answer: Answer, more: NumericMore) {
  const [text = '', chosen = ''] = answer;
  const read = readValue(text, more);
  if (!read || answer.length > 2) return null;
  if (more.units.length === 0) return chosen === '' ? read : null;
  if (read.unit !== null && chosen !== '' && read.unit !== chosen) return null;
  const unit = read.unit ?? chosen;
  return more.units.some(({ name }) => name === unit) ? { ...read, unit } : null;
}
