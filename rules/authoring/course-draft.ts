import { courseSlugForm } from './course-slug';

/** Addresses below `/teach` and `/learn` that are pages of their own, so that no course can have them. */
const reserved = new Set(['new', 'import', 'review']);

/** As long as an id can be: the address of a course is its id. */
export const longestSlug = 60;

/** Why an address cannot be that of a course, or null when it can, if nobody has it. */
export function slugProblem(slug: string): string | null {
  if (slug.length > longestSlug) return `An address is at most ${longestSlug} characters long.`;
  if (!courseSlugForm.test(slug))
    return 'An address is made of a to z, 0 to 9 and single hyphens, for example reading-a-policy.';
  return reserved.has(slug) ? 'This address is taken by a page of the site. Choose another one.' : null;
}

/** Letters that are not a Latin letter with a mark, and what stands for them in an address. */
const latin: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', þ: 'th', ð: 'd' };

/**
 * An address made from a title, or null when Latin letters carry less than half of it: what is left of
 * 区块链 101 would be `101`, which names nothing.
 */
export function proposedSlug(title: string): string | null {
  const plain = title
    .toLowerCase()
    .replace(/[ßæœøłđþð]/g, (letter) => latin[letter] ?? '')
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '');
  const all = plain.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const kept = plain.match(/[a-z0-9]/g)?.length ?? 0;
  const whole = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  if (!/[a-z]/.test(whole) || kept * 2 < all) return null;
  const slug = shortened(whole);
  return reserved.has(slug) ? `${slug}-course` : slug;
}

/** At most as long as an address may be, cut between words where there is one. */
function shortened(slug: string, most = longestSlug): string {
  if (slug.length <= most) return slug;
  const end = slug.lastIndexOf('-', most);
  return slug.slice(0, end > most / 2 ? end : most).replace(/-$/, '');
}

/** The same address with something after it that tells it from others. */
export const slugWith = (slug: string, ending: string): string =>
  `${shortened(slug, longestSlug - ending.length - 1)}-${ending}`;

/** The lines of a text that say something: lists are typed one entry a line. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A time zone by its IANA name, written as it is written there; null when there is none. */
export function zoneNamed(raw: string): string | null {
  const zone = raw.trim();
  if (!/^[A-Za-z][\w+/-]*$/.test(zone)) return null;
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
    return known.toLowerCase() === zone.toLowerCase() ? known : zone;
  } catch {
    return null;
  }
}

/** A language by its tag (`en`, `zh-Hans`), in its one form; null when it is not one that has a name. */
export function languageNamed(raw: string): string | null {
  try {
    const tag = new Intl.Locale(raw.trim()).baseName;
    const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag);
    return name === undefined ? null : tag;
  } catch {
    return null;
  }
}

/** The day it is somewhere: `2026-11-23`. */
export const dayIn = (zone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now);
