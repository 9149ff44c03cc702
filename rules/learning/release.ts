import type { EditionManifest, LessonOutline, ModuleOutline, Release } from '../editions/edition';
import { type DoneByLesson, lessonStanding } from './progress';

/** Whether a name is a time zone that the platform knows. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Making a format takes thirty times as long as using it, and a list may have a date in each of its rows. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(zone, made);
  return made;
}

/** An instant as the clocks of a zone show it, like `2026-12-01 09:00`: it sorts as text. */
export const localTime = (instant: Date, zone: string): string => clockOf(zone).format(instant);

const dayOf = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Local time in words: "1 December 2026, 09:00 (Asia/Shanghai)". A day without a time begins at midnight. */
export function releaseInWords(opens: string, zone: string): string {
  const [day = '', time] = opens.split(' ');
  const words = dayOf.format(new Date(`${day}T00:00:00Z`));
  return `${words}${time ? `, ${time}` : ''} (${zone})`;
}

type Outline = Pick<EditionManifest, 'modules' | 'zone'>;
type Complete = (lesson: LessonOutline) => boolean;

function hold(
  { opens, after, prerequisites }: Release,
  { modules, zone = 'UTC' }: Outline,
  complete: Complete,
  local: string,
): string | null {
  if (opens && local < opens) return `Opens ${releaseInWords(opens, zone)}.`;
  const before = after && modules.find(({ id }) => id === after);
  if (before && !before.lessons.every(complete)) return `Opens when “${before.title}” is complete.`;
  const needed = modules
    .flatMap(({ lessons }) => lessons)
    .filter((lesson) => prerequisites?.includes(lesson.id) && !complete(lesson));
  if (needed.length === 0) return null;
  return `Opens when ${needed.map(({ title }) => `“${title}”`).join(' and ')} ${needed.length === 1 ? 'is' : 'are'} complete.`;
}

const isHeld = ({ opens, after, prerequisites }: Release): boolean =>
  Boolean(opens || after || prerequisites?.length);

/**
 * What the public syllabus says of the releases to come: what holds a module, and what holds a lesson beside
 * that, as for somebody who begins now.
 */
export function releasesToCome(outline: Outline, now: Date): Map<ModuleOutline | LessonOutline, string> {
  const local = localTime(now, outline.zone ?? 'UTC');
  const parts = outline.modules.flatMap((module) => [module, ...module.lessons]);
  return new Map(
    parts.flatMap((part) => {
      const why = hold(part, outline, () => false, local);
      return why ? [[part, why] as const] : [];
    }),
  );
}

/**
 * The lessons that a learner may not begin yet, each with the sentence that says when. A lesson once begun
 * stays open, whatever a newer edition says.
 */
export function heldLessons(outline: Outline, done: DoneByLesson, now: Date): Map<string, string> {
  const held = new Map<string, string>();
  const modules: ModuleOutline[] = outline.modules;
  if (!modules.some((module) => isHeld(module) || module.lessons.some(isHeld))) return held;
  const local = localTime(now, outline.zone ?? 'UTC');
  const complete: Complete = (lesson) => lessonStanding(lesson, done.get(lesson.id) ?? []).complete;
  for (const module of modules) {
    const whole = hold(module, outline, complete, local);
    for (const lesson of module.lessons) {
      if ((done.get(lesson.id) ?? []).length > 0) continue;
      const why = whole ?? hold(lesson, outline, complete, local);
      if (why) held.set(lesson.id, why);
    }
  }
  return held;
}
