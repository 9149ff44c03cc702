import { type CareSign, careSigns, careTerms } from '@/rules/enrollment/care';

type Raw = Record<string, string | string[] | undefined>;
export type CareParams = Promise<Raw>;

const textOf = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

/** The list that an address asks for. What cannot be meant is what it is without it. */
export function careQuery(query: Raw) {
  const sign: CareSign = careSigns.find((known) => known === query.sign) ?? 'dormant';
  const asked = /^\d{1,3}$/.test(textOf(query.days)) ? Number(query.days) : careTerms.dormantDays;
  const cohort = /^(none|any|[0-9a-f-]{36})$/.test(textOf(query.cohort)) ? textOf(query.cohort) : '';
  return {
    sign,
    days: Math.min(careTerms.mostDormantDays, Math.max(1, asked)),
    cohort,
    search: textOf(query.search).slice(0, 200).trim(),
  };
}
export type CareQuery = ReturnType<typeof careQuery>;

/** The same list as an address; what is as usual is left out. */
export function careHref(course: string, query: Partial<CareQuery>, more: Record<string, string> = {}) {
  const params = new URLSearchParams();
  const { sign = 'dormant', days = careTerms.dormantDays, cohort = '', search = '' } = query;
  if (sign !== 'dormant') params.set('sign', sign);
  if (days !== careTerms.dormantDays) params.set('days', String(days));
  if (cohort !== '') params.set('cohort', cohort);
  if (search !== '') params.set('search', search);
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  const text = params.toString();
  return `/teach/${course}/care${text === '' ? '' : `?${text}`}`;
}

/** Who was ticked, by their enrollments; everything else is passed over. */
export function tickedIds(value: string | string[] | undefined): string[] {
  const all = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return [...new Set(all)].filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id));
}
