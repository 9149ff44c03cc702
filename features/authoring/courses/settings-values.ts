import { linesOf } from '@/rules/authoring/course-draft';
import { InvalidInput } from '@/server/operation';
import type { Author, BuiltOn, HeadWords } from './course-head';

/** The words of a course as the fields of its form hold them: lists one entry a line. */
export type SettingsValues = Record<
  | 'title'
  | 'summary'
  | 'outcomes'
  | 'audience'
  | 'notFor'
  | 'language'
  | 'level'
  | 'zone'
  | 'verified'
  | 'authors'
  | 'builtOnTitle'
  | 'builtOnPublisher'
  | 'builtOnDate'
  | 'builtOnNote'
  | 'cover',
  string
>;

/** What the form shows of a course.yaml. */
export function settingsValues(head: HeadWords): SettingsValues {
  const { title, summary, language, level, zone, verified, builtOn } = head;
  return {
    title,
    summary,
    outcomes: head.outcomes.join('\n'),
    audience: head.audience.join('\n'),
    notFor: head.notFor.join('\n'),
    language,
    level,
    zone,
    verified,
    authors: head.authors.map(({ name, about }) => `${name}: ${about}`.trim()).join('\n'),
    builtOnTitle: builtOn?.title ?? '',
    builtOnPublisher: builtOn?.publisher ?? '',
    builtOnDate: builtOn?.date ?? '',
    builtOnNote: builtOn?.note ?? '',
    cover: head.cover ?? '',
  };
}

/**
 * The people of the field `authors`: a name, a colon, what they do. Lines that were left as they were say
 * what they said, also where a name holds a colon of its own.
 */
export function authorsOf(typed: string[], head: HeadWords): Author[] {
  const shown = linesOf(settingsValues(head).authors);
  const before = new Map(shown.map((line, index) => [line, head.authors[index]]));
  return typed.map((line, index) => {
    const same = before.get(line);
    if (same) return same;
    const [, name = '', about = ''] = /^(.+?)\s*[:：]\s*(.+)$/u.exec(line) ?? [];
    if (about === '')
      throw new InvalidInput({ authors: `Line ${index + 1}: write a name, a colon, and what they do.` });
    return { name, about };
  });
}

const day = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** The source of the fields `builtOn…`: all of it or none. What was left as it was may lack something still. */
export function builtOnOf(typed: BuiltOn, head: HeadWords): BuiltOn | null {
  if (Object.values(typed).every((value) => value === '')) return null;
  const before = head.builtOn;
  if (before && Object.entries(before).every(([name, value]) => typed[name as keyof BuiltOn] === value))
    return before;
  const fields: Record<string, string> = {};
  if (typed.title === '')
    fields.builtOnTitle = 'Give the title of the source, or leave all four fields empty.';
  if (typed.publisher === '') fields.builtOnPublisher = 'Say who published the source.';
  if (!day.test(typed.date))
    fields.builtOnDate = 'Give the date as exactly as it is known: 2019, 2019-10 or 2019-10-25.';
  if (typed.note === '') fields.builtOnNote = 'Say how the course uses the source.';
  if (Object.keys(fields).length > 0) throw new InvalidInput(fields);
  return typed;
}
