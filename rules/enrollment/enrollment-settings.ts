import { instantOf } from '../authoring/schedule';
import { localTime } from '../learning/release';
import { type EnrollmentPolicy, enrollmentPolicies } from './enrollment-terms';

/** The terms of a course or a cohort as somebody sets them. */
export type SetTerms = {
  policy: EnrollmentPolicy;
  key: string | null;
  emailDomains: string[];
  opensAt: Date | null;
  closesAt: Date | null;
  startsAt: Date | null;
  endsAt: Date | null;
  lengthDays: number | null;
  seats: number | null;
  waitlist: boolean;
  offerHours: number;
};

const termsFields = [
  'policy',
  'key',
  'domains',
  'opens',
  'closes',
  'starts',
  'ends',
  'lengthDays',
  'seats',
  'waitlist',
  'offerHours',
] as const;

/** The same as the fields of its form hold them: times as the clocks of the zone show them. */
export type TermsForm = Record<(typeof termsFields)[number], string>;

const dates = [
  ['opens', 'opensAt'],
  ['closes', 'closesAt'],
  ['starts', 'startsAt'],
  ['ends', 'endsAt'],
] as const;

const shownTime = (at: Date | null, zone: string): string =>
  at === null ? '' : localTime(at, zone).replace(' ', 'T');

/** What the form shows of terms. */
export function shownTerms(terms: SetTerms, zone: string): TermsForm {
  const { policy, key, emailDomains, lengthDays, seats, waitlist, offerHours } = terms;
  const times = dates.map(([field, name]) => [field, shownTime(terms[name], zone)]);
  return {
    policy,
    key: key ?? '',
    domains: emailDomains.join('\n'),
    ...(Object.fromEntries(times) as Record<(typeof dates)[number][0], string>),
    lengthDays: lengthDays === null ? '' : String(lengthDays),
    seats: seats === null ? '' : String(seats),
    waitlist: waitlist ? 'yes' : 'no',
    offerHours: String(offerHours),
  };
}

const domain = /^(?=.{3,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const localForm = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/;

type Fields = Partial<Record<keyof TermsForm, string>>;

/** A whole number, null for an empty field, or undefined for what is no number between the two. */
function numberOf(typed: string, least: number, most: number): number | null | undefined {
  if (typed.trim() === '') return null;
  if (!/^\d{1,9}$/.test(typed.trim())) return undefined;
  const number = Number(typed);
  return number >= least && number <= most ? number : undefined;
}

/** A local time as an instant, or the sentence that says what is wrong with it. */
function timeOf(typed: string, zone: string, before: Date | null): Date | null | string {
  if (typed.trim() === '') return null;
  // What was left as it was is what it was, also in a night with two half past twos.
  if (before && typed === shownTime(before, zone)) return before;
  const [, day, time] = localForm.exec(typed) ?? [];
  if (!day || !time || Number.isNaN(Date.parse(`${day}T${time}Z`)))
    return 'Give a day and a time, like 2026-12-01 09:00.';
  if (day < '2000' || day > '2200') return 'Give a year between 2000 and 2200.';
  return instantOf(day, time, zone) ?? `The clocks go forward then: there is no ${time} on that day.`;
}

function domainsOf(typed: string): string[] | string {
  const domains = typed
    .toLowerCase()
    .split(/[\s,;]+/u)
    .map((each) => each.replace(/^@/, ''))
    .filter((each) => each !== '');
  if (domains.length > 50) return 'At most 50 domains.';
  const wrong = domains.find((each) => !domain.test(each));
  return wrong
    ? `“${wrong.slice(0, 60)}” is not a domain. Write it like school.example.`
    : [...new Set(domains)];
}

/** The key as it is compared: one line without spaces around it; null for an empty field. */
function keyOf(typed: string): string | null | undefined {
  const key = typed.normalize('NFC').trim();
  if (key === '') return null;
  return key.length >= 6 && key.length <= 100 && !/[\p{Cc}\p{Cs}]/u.test(key) ? key : undefined;
}

/**
 * What somebody typed as terms, or what is wrong with it, by field.
 * @param before The terms that the form showed.
 */
export function readTerms(
  form: TermsForm,
  zone: string,
  before: SetTerms | null,
): { terms: SetTerms } | { fields: Fields } {
  const fields: Fields = {};
  const policy = enrollmentPolicies.find((each) => each === form.policy);
  if (!policy) fields.policy = 'Choose how people come in.';
  const key = keyOf(form.key);
  if (key === undefined) fields.key = 'A key is 6 to 100 characters in one line.';
  if (key === null && policy === 'key') fields.key = 'Give the key that people need.';
  const emailDomains = domainsOf(form.domains);
  if (typeof emailDomains === 'string') fields.domains = emailDomains;

  const times: Record<string, Date | null> = {};
  for (const [field, name] of dates) {
    const time = timeOf(form[field], zone, before?.[name] ?? null);
    if (typeof time === 'string') fields[field] = time;
    else times[name] = time;
  }
  const { opensAt = null, closesAt = null, startsAt = null, endsAt = null } = times;
  if (opensAt && closesAt && closesAt <= opensAt) fields.closes = 'It closes before it opens.';
  if (startsAt && endsAt && endsAt <= startsAt) fields.ends = 'It ends before it begins.';

  const lengthDays = numberOf(form.lengthDays, 1, 3_650);
  if (lengthDays === undefined)
    fields.lengthDays = 'Give a number of days from 1 to 3650, or leave it empty.';
  const seats = numberOf(form.seats, 1, 1_000_000);
  if (seats === undefined) fields.seats = 'Give a number of seats from 1 to 1000000, or leave it empty.';
  const offerHours = numberOf(form.offerHours, 1, 720);
  if (!offerHours) fields.offerHours = 'Give a number of hours from 1 to 720.';

  const whole = policy && key !== undefined && lengthDays !== undefined && seats !== undefined && offerHours;
  if (!whole || typeof emailDomains === 'string' || Object.keys(fields).length > 0) return { fields };
  const waitlist = form.waitlist === 'yes';
  const rest = { emailDomains, opensAt, closesAt, startsAt, endsAt, lengthDays, seats, waitlist, offerHours };
  return { terms: { policy, key, ...rest } };
}
