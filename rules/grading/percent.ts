import { wholeShare } from './grades';

const decimals = (whole: number, places: number): string => {
  const digits = String(whole).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
};

/** A share in percent, exactly: 66.6666. */
export const exactPercent = (share: number): string => decimals(share, 4);

/** Millionths of a point as points, exactly: 12.5. */
export const exactPoints = (millionths: number): string => decimals(millionths, 6);

/** A percent that somebody wrote, as a share: from 0 to 100, with at most four decimals; null where it is none. */
export function readPercent(raw: string): number | null {
  const [, whole, decimal = ''] =
    /^(\d{1,3})(?:[.,](\d{1,4}))?$/.exec(raw.normalize('NFKC').trim().replace(/\s*%$/, '')) ?? [];
  if (whole === undefined) return null;
  const share = Number(whole) * 10_000 + Number(decimal.padEnd(4, '0'));
  return share <= wholeShare ? share : null;
}
